import { bilingual, plural } from '#lib/language.ts'
import type { RelationshipFacts } from '../facts.ts'
import type { FactRow, LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import {
  accountRow,
  because,
  doerRows,
  invitationsEndedRows,
  notUs,
  partnerRow,
  quoted,
  timeRow,
} from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `Your firm no longer serves ${account}`,
    subjectForAccount: (partner: string, account: string) => `${partner} no longer serves ${account}`,
    lead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} ended your firm’s channel relationship with ${account}.`,
    leadForAccount: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} ended the channel relationship between ${partner} and ${account}.`,
    after:
      'Access and open requests that rested on it ended at the same moment. They do not come back by themselves.',
    nobody: 'Nobody of your firm can enter the account now.',
    nobodyForAccount: 'Nobody of this firm can enter the account now.',
    other: 'Access that the account gave without this relationship goes on until it ends or is revoked.',
    grants: 'Access ended',
    requests: 'Requests ended',
    count: (n: number) => `${n} ${plural('en', n, 'permission', 'permissions')}`,
    requestCount: (n: number) => `${n} ${plural('en', n, 'request', 'requests')}`,
  },
  fr: {
    subject: account => `Votre entreprise ne sert plus ${account}`,
    subjectForAccount: (partner, account) => `${partner} ne sert plus ${account}`,
    lead: (by, firm, account) =>
      `${by} (${firm}) a mis fin à la relation de partenariat de votre entreprise avec ${account}.`,
    leadForAccount: (by, firm, partner, account) =>
      `${by} (${firm}) a mis fin à la relation de partenariat entre ${partner} et ${account}.`,
    after:
      'Les accès et les demandes ouvertes qui en dépendaient ont pris fin au même moment. Ils ne reviennent pas d’eux-mêmes.',
    nobody: 'Plus personne de votre entreprise ne peut entrer dans le compte.',
    nobodyForAccount: 'Plus personne de cette entreprise ne peut entrer dans le compte.',
    other: 'L’accès que le compte a donné sans cette relation se poursuit jusqu’à sa fin ou sa révocation.',
    grants: 'Accès terminés',
    requests: 'Demandes terminées',
    count: n => `${n} ${plural('fr', n, 'autorisation', 'autorisations')}`,
    requestCount: n => `${n} ${plural('fr', n, 'demande', 'demandes')}`,
  },
})

/** To both sides: the provider no longer has the firm serve the account, and what ended with that. */
export function relationshipEnded(facts: RelationshipFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const ofAccount = reader.side === 'account'
  const { account, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: reader.brand.name, firm: reader.brand.name }
  const lead = ofAccount
    ? w.leadForAccount(by, firm, partner.name, account.name)
    : w.lead(by, firm, account.name)
  const rows: readonly FactRow[] = [
    accountRow(account, reader),
    partnerRow(partner, reader),
    ...(facts.endedAt ? [timeRow(shares.ended, facts.endedAt, reader)] : []),
    { label: w.grants, value: w.count(facts.grantsEnded) },
    { label: w.requests, value: w.requestCount(facts.requestsEnded) },
    ...invitationsEndedRows(facts.invitationsEnded, reader),
    ...doerRows(facts.doer, reader),
  ]
  return {
    subject: ofAccount ? w.subjectForAccount(partner.name, account.name) : w.subject(account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      ...quoted(shares.reason, facts.said),
      {
        kind: 'text',
        text: `${w.after} ${facts.hasOther ? w.other : ofAccount ? w.nobodyForAccount : w.nobody}`,
      },
      { kind: 'facts', rows },
      ofAccount
        ? { kind: 'button', label: shares.seeAuthorisation, path: authorisation(account) }
        : { kind: 'button', label: shares.seeCustomers, path: customers(partner) },
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}
