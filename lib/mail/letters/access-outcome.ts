import { scopeText } from '#lib/access/scope-words.ts'
import { waitAfterDeclineHours } from '#lib/asking-pace.ts'
import { exactTime } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { RequestFacts } from '../facts.ts'
import type { Block, FactRow, LetterText, Reader } from '../letter.ts'
import { authorisation, customers, requestAtPartner } from '../places.ts'
import {
  accountRow,
  because,
  clientRows,
  doerRows,
  durationRow,
  endRow,
  notUs,
  partnerRow,
  quoted,
  scopeRow,
  ticketRows,
  timeRow,
} from '../rows.ts'
import { possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    approvedSubject: (account: string) => `Access to ${account} approved`,
    approvedLead: (by: string, account: string, whose: string) =>
      `${by} of ${account} approved ${whose} request for access.`,
    yours: 'your',
    ofFirm: 'your firm’s',
    begins: 'The clock runs from the start shown below. You work under a bar that names the time left.',
    less: 'You were given less than was asked for.',
    approvedForAccount: (partner: string, account: string) =>
      `${partner} has been given access to ${account}`,
    approvedLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} approved ${possessive(partner)} request for access to ${account}.`,
    revocable: 'You see who can get in, and can revoke this access, at any moment.',
    declinedSubject: (account: string) => `Access to ${account} declined`,
    declinedLead: (by: string, account: string, whose: string) =>
      `${by} of ${account} declined ${whose} request for access.`,
    askAgainFrom: (exact: string) => `You may ask again from ${exact}.`,
    declinedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} request for access to ${account} was declined`,
    declinedLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} declined ${possessive(partner)} request for access to ${account}; no access was given.`,
    withdrawnSubject: (partner: string, account: string) =>
      `${partner} no longer asks for access to ${account}`,
    withdrawnLead: (by: string, partner: string, account: string) =>
      `${by} of ${partner} withdrew the request for access to ${account}.`,
    withdrawnFromFirm: (account: string) => `Your firm’s request for access to ${account} was withdrawn`,
    nothingToDo: 'You need not do anything. No access was given.',
    lapsedSubject: (account: string) => `Your request for access to ${account} has lapsed`,
    lapsedLead: (account: string) =>
      `Nobody decided about your request for access to ${account} in time, so it has lapsed.`,
    askAgain: 'You may send a new request.',
    blocked: 'This account takes no requests from your firm any more.',
    lapsedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} request for access to ${account} has lapsed`,
    lapsedLeadForAccount: (partner: string, account: string) =>
      `Nobody decided about ${possessive(partner)} request for access to ${account} in time, so it has lapsed.`,
  },
  fr: {
    approvedSubject: account => `Accès à ${account} approuvé`,
    approvedLead: (by, account, whose) => `${by} (${account}) a approuvé ${whose} demande d’accès.`,
    yours: 'votre',
    ofFirm: 'la',
    begins:
      'Le temps court à partir du début indiqué ci-dessous. Vous travaillez sous une barre qui affiche le temps restant.',
    less: 'L’accès accordé est moins étendu que celui qui était demandé.',
    approvedForAccount: (partner, account) => `${partner} a reçu l’accès à ${account}`,
    approvedLeadForAccount: (by, partner, account) =>
      `${by} a approuvé la demande d’accès à ${account} présentée par ${partner}.`,
    revocable: 'Vous pouvez à tout moment voir qui peut entrer et révoquer cet accès.',
    declinedSubject: account => `Accès à ${account} refusé`,
    declinedLead: (by, account, whose) => `${by} (${account}) a refusé ${whose} demande d’accès.`,
    askAgainFrom: exact => `Vous pourrez présenter une nouvelle demande à compter du ${exact}.`,
    declinedForAccount: (partner, account) =>
      `La demande d’accès à ${account} ${joined('de', partner)} a été refusée`,
    declinedLeadForAccount: (by, partner, account) =>
      `${by} a refusé la demande d’accès à ${account} présentée par ${partner}\u202F; aucun accès n’a été donné.`,
    withdrawnSubject: (partner, account) => `${partner} ne demande plus l’accès à ${account}`,
    withdrawnLead: (by, partner, account) => `${by} (${partner}) a retiré la demande d’accès à ${account}.`,
    withdrawnFromFirm: account => `La demande d’accès à ${account} de votre entreprise a été retirée`,
    nothingToDo: 'Vous n’avez rien à faire. Aucun accès n’a été donné.',
    lapsedSubject: account => `Votre demande d’accès à ${account} est caduque`,
    lapsedLead: account =>
      `Personne n’a décidé à temps de votre demande d’accès à ${account}\u202F; elle est donc caduque.`,
    askAgain: 'Vous pouvez présenter une nouvelle demande.',
    blocked: 'Ce compte n’accepte plus aucune demande de votre entreprise.',
    lapsedForAccount: (partner, account) =>
      `La demande d’accès à ${account} présentée par ${partner} est caduque`,
    lapsedLeadForAccount: (partner, account) =>
      `Personne n’a décidé à temps de la demande d’accès à ${account} présentée par ${partner}\u202F; elle est donc caduque.`,
  },
})

/** To the partner and the other approvers: access was given, how much and until when. */
export function accessApproved(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.account.name
  const rows = [...about(facts, reader), ...grantedRows(facts, reader), ...ticketRows(facts.ticket, reader)]
  if (reader.side === 'account') {
    const lead = w.approvedLeadForAccount(by, facts.partner.name, facts.account.name)
    const more: readonly Block[] = [{ kind: 'text', text: w.revocable }]
    return outcome(
      w.approvedForAccount(facts.partner.name, facts.account.name),
      lead,
      more,
      rows,
      facts,
      reader,
    )
  }
  const lead = w.approvedLead(by, facts.account.name, facts.isOwn ? w.yours : w.ofFirm)
  const more: readonly Block[] = [
    ...(isLess(facts, reader) ? [{ kind: 'text', text: w.less } as const] : []),
    { kind: 'text', text: w.begins },
  ]
  return outcome(w.approvedSubject(facts.account.name), lead, more, rows, facts, reader)
}

/** To the partner and the other approvers: no access was given, and why if a reason was given. */
export function accessDeclined(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.account.name
  const rows = [...about(facts, reader), ...ticketRows(facts.ticket, reader)]
  const reason = quoted(shared[reader.language].reason, facts.said)
  if (reader.side === 'account') {
    const lead = w.declinedLeadForAccount(by, facts.partner.name, facts.account.name)
    return outcome(
      w.declinedForAccount(facts.partner.name, facts.account.name),
      lead,
      reason,
      rows,
      facts,
      reader,
    )
  }
  const lead = w.declinedLead(by, facts.account.name, facts.isOwn ? w.yours : w.ofFirm)
  return outcome(
    w.declinedSubject(facts.account.name),
    lead,
    [...reason, { kind: 'text', text: askAgainText(facts, reader) }],
    rows,
    facts,
    reader,
  )
}

/** To the approvers, and to the others of the firm: the partner took its request back. */
export function accessWithdrawn(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const lead = w.withdrawnLead(facts.doer?.name ?? facts.requester, facts.partner.name, facts.account.name)
  const rows = [...about(facts, reader), ...ticketRows(facts.ticket, reader)]
  if (reader.side === 'partner') {
    const more: readonly Block[] = [{ kind: 'text', text: askAgainText(facts, reader) }]
    return outcome(w.withdrawnFromFirm(facts.account.name), lead, more, rows, facts, reader)
  }
  const more: readonly Block[] = [{ kind: 'text', text: w.nothingToDo }]
  return outcome(w.withdrawnSubject(facts.partner.name, facts.account.name), lead, more, rows, facts, reader)
}

/** To both sides: nobody decided in time. */
export function accessLapsed(facts: RequestFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  const rows = [...about(facts, reader), ...ticketRows(facts.ticket, reader)]
  if (reader.side === 'account') {
    const lead = w.lapsedLeadForAccount(partner.name, account.name)
    const more: readonly Block[] = [{ kind: 'text', text: w.nothingToDo }]
    return outcome(w.lapsedForAccount(partner.name, account.name), lead, more, rows, facts, reader)
  }
  const more: readonly Block[] = [{ kind: 'text', text: askAgainText(facts, reader) }]
  const lead = w.lapsedLead(account.name)
  return outcome(w.lapsedSubject(account.name), lead, more, rows, facts, reader)
}

function outcome(
  subject: string,
  lead: string,
  more: readonly Block[],
  rows: readonly FactRow[],
  facts: RequestFacts,
  reader: Reader,
): LetterText {
  const { seeAuthorisation, seeCustomers, seeRequest } = shared[reader.language]
  const button: Block =
    reader.side === 'account'
      ? { kind: 'button', label: seeAuthorisation, path: authorisation(facts.account) }
      : facts.state === 'approved'
        ? { kind: 'button', label: seeCustomers, path: customers(facts.partner) }
        : { kind: 'button', label: seeRequest, path: requestAtPartner(facts.partner, facts.id) }
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...more,
      { kind: 'facts', rows },
      button,
      // That nobody decided is nobody's doing.
      ...(facts.state === 'lapsed' ? [] : notUs(facts, reader)),
      because(facts, reader),
    ],
  }
}

function about(facts: RequestFacts, reader: Reader): readonly FactRow[] {
  return [
    accountRow(facts.account, reader),
    partnerRow(facts.partner, reader),
    { label: shared[reader.language].askedBy, value: facts.requester },
    ...doerRows(facts.doer, reader),
  ]
}

function grantedRows(facts: RequestFacts, reader: Reader): readonly FactRow[] {
  if (!facts.grant) return []
  const w = shared[reader.language]
  const asked: FactRow = { label: w.scopeAsked, value: scopeText(facts.scope, reader.language) }
  return [
    scopeRow(facts.grant.scope, reader),
    ...(isLess(facts, reader) ? [asked] : []),
    ...clientRows(facts.grant.reachesClients, reader),
    ...(facts.grant.duration ? [durationRow(facts.grant.duration, reader)] : []),
    timeRow(facts.grant.startsAt > reader.now ? w.starts : w.started, facts.grant.startsAt, reader),
    endRow(facts.grant.endsAt, reader),
  ]
}

function isLess(facts: RequestFacts, { language }: Reader): boolean {
  return facts.grant !== null && scopeText(facts.grant.scope, language) !== scopeText(facts.scope, language)
}

/** Only a decline makes the firm wait before it asks again; a block lets it ask no more, however this one went. */
function askAgainText(facts: RequestFacts, reader: Reader): string {
  const w = words[reader.language]
  if (facts.blocked) return w.blocked
  if (facts.state !== 'declined' || !facts.decidedAt) return w.askAgain
  const from = new Date(facts.decidedAt.getTime() + waitAfterDeclineHours * 3_600_000)
  return from > reader.now ? w.askAgainFrom(exactTime(from, reader.zone, reader.language)) : w.askAgain
}
