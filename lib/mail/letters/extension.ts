import { waitAfterDeclineHours } from '#lib/asking-pace.ts'
import { exactTime, plainList } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { ExtensionFacts } from '../facts.ts'
import type { Block, FactRow, LetterText, Reader } from '../letter.ts'
import { authorisation, extendAtAccount, grantAtPartner } from '../places.ts'
import {
  accountRow,
  because,
  doerRows,
  endRow,
  lastUseRow,
  notUs,
  partnerRow,
  quoted,
  scopeRow,
  timeRow,
} from '../rows.ts'
import { possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    asked: (partner: string, account: string) => `${partner} asks for more time on ${account}`,
    askedLead: (requester: string, partner: string, account: string) =>
      `${requester} of ${partner} asks to extend the firm’s access to ${account}.`,
    voluntary:
      'Giving more time is voluntary. You may give less than was asked, or say no. If nobody answers, the access ends as agreed.',
    suspended: 'The access is suspended at the moment. More time opens nothing until it is resumed.',
    askedEnd: 'Asks for an end',
    people: 'Can come in',
    declined: (account: string) => `No more time on ${account}`,
    declinedLead: (by: string, account: string) => `${by} of ${account} declined more time for your access.`,
    declinedForAccount: (partner: string, account: string) =>
      `${possessive(partner)} access to ${account} is not extended`,
    declinedLeadForAccount: (by: string, partner: string, account: string) =>
      `${by} declined more time for ${possessive(partner)} access to ${account}.`,
    endStays: 'The access keeps its end.',
    again: (from: string) => `You may ask again from ${from}.`,
    withdrawn: (partner: string, account: string) => `${partner} no longer asks for more time on ${account}`,
    withdrawnFromFirm: (account: string) => `Your firm no longer asks for more time on ${account}`,
    withdrawnLead: (by: string, partner: string) => `${by} of ${partner} withdrew the request for more time.`,
    open: 'Open this access',
  },
  fr: {
    asked: (partner, account) => `${partner} demande une prolongation pour ${account}`,
    askedLead: (requester, partner, account) =>
      `${requester} (${partner}) demande de prolonger l’accès de l’entreprise à ${account}.`,
    voluntary:
      'Prolonger l’accès est facultatif. Vous pouvez accorder moins que ce qui est demandé, ou refuser. Sans réponse, l’accès prend fin comme convenu.',
    suspended:
      'L’accès est actuellement suspendu. Une prolongation n’ouvre rien tant qu’il n’est pas rétabli.',
    askedEnd: 'Fin demandée',
    people: 'Peuvent entrer',
    declined: account => `Pas de prolongation pour ${account}`,
    declinedLead: (by, account) => `${by} (${account}) a refusé de prolonger votre accès.`,
    declinedForAccount: (partner, account) =>
      `L’accès ${joined('de', partner)} à ${account} n’est pas prolongé`,
    declinedLeadForAccount: (by, partner, account) =>
      `${by} a refusé de prolonger l’accès ${joined('de', partner)} à ${account}.`,
    endStays: 'L’accès garde sa fin.',
    again: from => `Vous pourrez refaire une demande à compter du ${from}.`,
    withdrawn: (partner, account) => `${partner} ne demande plus de prolongation pour ${account}`,
    withdrawnFromFirm: account => `Votre entreprise ne demande plus de prolongation pour ${account}`,
    withdrawnLead: (by, partner) => `${by} (${partner}) a retiré la demande de prolongation.`,
    open: 'Ouvrir cet accès',
  },
})

/** To every approver: who asks for how much more, who works there, and when they last did. */
export function extensionAsked(facts: ExtensionFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { extend, reasonOf } = shared[reader.language]
  const lead = w.askedLead(facts.requester, facts.partner.name, facts.account.name)
  const remarks = [...(facts.grantState === 'suspended' ? [w.suspended] : []), w.voluntary]
  return {
    subject: w.asked(facts.partner.name, facts.account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(reasonOf(facts.requester), facts.reason),
      { kind: 'facts', rows: rowsOf(facts, reader) },
      { kind: 'button', label: extend, path: extendAtAccount(facts.account, facts.grantId) },
      { kind: 'text', text: remarks.join(' ') },
      because(facts, reader),
    ],
  }
}

/** To the firm and the other approvers: the access keeps its end, and why if a reason was given. */
export function extensionDeclined(facts: ExtensionFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const by = facts.doer?.name ?? facts.account.name
  const { account, partner } = facts
  const ofAccount = reader.side === 'account'
  const from = facts.decidedAt && new Date(facts.decidedAt.getTime() + waitAfterDeclineHours * 3_600_000)
  const again =
    !ofAccount && from && facts.endsAt && from < facts.endsAt
      ? [w.again(exactTime(from, reader.zone, reader.language))]
      : []
  return outcome(
    ofAccount ? w.declinedForAccount(partner.name, account.name) : w.declined(account.name),
    ofAccount ? w.declinedLeadForAccount(by, partner.name, account.name) : w.declinedLead(by, account.name),
    [
      ...quoted(shared[reader.language].reason, facts.said),
      { kind: 'text', text: [w.endStays, ...again].join(' ') },
    ],
    facts,
    reader,
  )
}

/** To the approvers, and to the others of the firm: it asks no more. */
export function extensionWithdrawn(facts: ExtensionFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { account, partner } = facts
  return outcome(
    reader.side === 'account' ? w.withdrawn(partner.name, account.name) : w.withdrawnFromFirm(account.name),
    w.withdrawnLead(facts.doer?.name ?? facts.requester, partner.name),
    [{ kind: 'text', text: w.endStays }],
    facts,
    reader,
  )
}

function outcome(
  subject: string,
  lead: string,
  more: readonly Block[],
  facts: ExtensionFacts,
  reader: Reader,
): LetterText {
  const button: Block =
    reader.side === 'account'
      ? {
          kind: 'button',
          label: shared[reader.language].seeAuthorisation,
          path: authorisation(facts.account),
        }
      : {
          kind: 'button',
          label: words[reader.language].open,
          path: grantAtPartner(facts.partner, facts.grantId),
        }
  return {
    subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...more,
      { kind: 'facts', rows: [...rowsOf(facts, reader), ...doerRows(facts.doer, reader)] },
      button,
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}

function rowsOf(facts: ExtensionFacts, reader: Reader): readonly FactRow[] {
  const w = words[reader.language]
  const { askedBy, noEnd } = shared[reader.language]
  const ofAccount = reader.side === 'account'
  return [
    accountRow(facts.account, reader),
    partnerRow(facts.partner, reader),
    { label: askedBy, value: facts.requester },
    scopeRow(facts.scope, reader),
    endRow(facts.endsAt, reader),
    facts.askedEnd ? timeRow(w.askedEnd, facts.askedEnd, reader) : { label: w.askedEnd, value: noEnd },
    ...(ofAccount && facts.people.length > 0
      ? [{ label: w.people, value: plainList(facts.people, reader.language) }]
      : []),
    lastUseRow(facts.lastUse, reader),
  ]
}
