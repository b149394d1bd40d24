import { bilingual, plural } from '#lib/language.ts'
import type { ClosingFacts } from '../facts.ts'
import type { Block, FactRow, LetterText, Reader } from '../letter.ts'
import { authorisation, customers, home } from '../places.ts'
import { accountRow, doerRows, invitationsEndedRows, notUs, partnerRow, quoted, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    accountSubject: (account: string) => `${account} was closed`,
    accountLead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} closed the account ${account}.`,
    accountAfter:
      'Nobody can enter it any more, neither its own people nor a partner. All access and all open requests ended at the same moment, and nothing of it comes back.',
    accountAfterForPartner:
      'Access and open requests of your firm ended at the same moment. They do not come back.',
    partnerSubject: (partner: string) => `${partner} was closed as a partner`,
    partnerLead: (by: string, firm: string, partner: string) =>
      `${by} of ${firm} closed the partner ${partner}.`,
    partnerAfter:
      'All access and all open requests of the firm ended at the same moment, and its people can use its desk no more. Nothing of it comes back.',
    partnerAfterForAccount: (account: string) =>
      `Nobody of this firm can enter ${account} any more. Its access and its open requests ended at the same moment.`,
    grants: 'Access ended',
    requests: 'Requests ended',
    count: (n: number) => `${n} ${plural('en', n, 'permission', 'permissions')}`,
    requestCount: (n: number) => `${n} ${plural('en', n, 'request', 'requests')}`,
    becauseApprover: (name: string) => `You receive this letter because you could decide for ${name}.`,
    becauseStaff: (name: string) => `You receive this letter because you were on the staff of ${name}.`,
  },
  fr: {
    accountSubject: account => `Le compte ${account} a été fermé`,
    accountLead: (by, firm, account) => `${by} (${firm}) a fermé le compte ${account}.`,
    accountAfter:
      'Plus personne ne peut y entrer, ni ses propres membres ni un partenaire. Tous les accès et toutes les demandes ouvertes ont pris fin au même moment, et rien de tout cela ne revient.',
    accountAfterForPartner:
      'Les accès et les demandes ouvertes de votre entreprise ont pris fin au même moment. Ils ne reviennent pas.',
    partnerSubject: partner => `Le partenaire ${partner} a été fermé`,
    partnerLead: (by, firm, partner) => `${by} (${firm}) a fermé le partenaire ${partner}.`,
    partnerAfter:
      'Tous les accès et toutes les demandes ouvertes de l’entreprise ont pris fin au même moment, et son personnel ne peut plus utiliser son bureau. Rien de tout cela ne revient.',
    partnerAfterForAccount: account =>
      `Plus personne de cette entreprise ne peut entrer dans le compte ${account}. Ses accès et ses demandes ouvertes ont pris fin au même moment.`,
    grants: 'Accès terminés',
    requests: 'Demandes terminées',
    count: n => `${n} ${plural('fr', n, 'autorisation', 'autorisations')}`,
    requestCount: n => `${n} ${plural('fr', n, 'demande', 'demandes')}`,
    becauseApprover: name => `Vous recevez ce message parce que vous pouviez décider pour le compte ${name}.`,
    becauseStaff: name =>
      `Vous recevez ce message parce que vous faisiez partie du personnel de l’entreprise ${name}.`,
  },
})

/** To the people of a closed account who could decide for it, and to the firms that had to do with it. */
export function accountClosed(facts: ClosingFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const name = facts.account?.name ?? ''
  return closed(facts, reader, {
    subject: w.accountSubject(name),
    lead: (by, firm) => w.accountLead(by, firm, name),
    after: reader.side === 'account' ? w.accountAfter : w.accountAfterForPartner,
    closedSide: 'account',
    button:
      reader.side === 'partner' && facts.partner
        ? { kind: 'button', label: shared[reader.language].seeCustomers, path: customers(facts.partner) }
        : portal(reader),
  })
}

/** To the staff of a closed firm, and to those who may decide for the accounts that it had to do with. */
export function partnerClosed(facts: ClosingFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const name = facts.partner?.name ?? ''
  const { account } = facts
  const forAccount = reader.side === 'account' && account
  return closed(facts, reader, {
    subject: w.partnerSubject(name),
    lead: (by, firm) => w.partnerLead(by, firm, name),
    after: forAccount ? w.partnerAfterForAccount(account.name) : w.partnerAfter,
    closedSide: 'partner',
    button: forAccount
      ? { kind: 'button', label: shared[reader.language].seeAuthorisation, path: authorisation(account) }
      : portal(reader),
    notUs: forAccount ? notUs({ account, partner: facts.partner }, reader) : [],
  })
}

function portal(reader: Reader): Block {
  return { kind: 'button', label: shared[reader.language].seePortal, path: home }
}

interface Parts {
  readonly subject: string
  readonly lead: (by: string, firm: string) => string
  readonly after: string
  readonly button: Block
  /** The side of what was closed: who reads it there has no place any more. */
  readonly closedSide: Reader['side']
  /** Where there is still something to be seen. */
  readonly notUs?: readonly Block[]
}

function closed(facts: ClosingFacts, reader: Reader, parts: Parts): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const { name: by, firm } = facts.doer ?? { name: reader.brand.name, firm: reader.brand.name }
  const rows: readonly FactRow[] = [
    ...(facts.account ? [accountRow(facts.account, reader)] : []),
    ...(facts.partner ? [partnerRow(facts.partner, reader)] : []),
    ...(facts.closedAt ? [timeRow(shares.ended, facts.closedAt, reader)] : []),
    { label: w.grants, value: w.count(facts.grantsEnded) },
    { label: w.requests, value: w.requestCount(facts.requestsEnded) },
    ...invitationsEndedRows(facts.invitationsEnded, reader),
    ...doerRows(facts.doer, reader),
  ]
  const { becauseApprover, becauseStaff } = reader.side === parts.closedSide ? w : shares
  const why =
    reader.side === 'account'
      ? becauseApprover(facts.account?.name ?? '')
      : becauseStaff(facts.partner?.name ?? '')
  const lead = parts.lead(by, firm)
  return {
    subject: parts.subject,
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(shares.reason, facts.said),
      { kind: 'text', text: parts.after },
      { kind: 'facts', rows },
      parts.button,
      ...(parts.notUs ?? []),
      { kind: 'note', text: why },
    ],
  }
}
