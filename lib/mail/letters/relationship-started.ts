import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { RelationshipFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { accountRow, because, doerRows, notUs, partnerRow, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `Your firm serves ${account} now`,
    subjectForAccount: (partner: string, account: string) => `${partner} serves ${account} now`,
    lead: (by: string, firm: string, account: string) =>
      `${by} of ${firm} made your firm a channel partner of ${account}.`,
    leadForAccount: (by: string, firm: string, partner: string, account: string) =>
      `${by} of ${firm} made ${partner} a channel partner of ${account}.`,
    after: 'You find the account among your customers and may ask it for access. This alone opens nothing.',
    afterForAccount:
      'This gives nobody access. The firm may find your account by name and ask for access, and you decide each time.',
    since: 'Since',
  },
  fr: {
    subject: account => `Votre entreprise sert maintenant ${account}`,
    subjectForAccount: (partner, account) => `${partner} sert maintenant ${account}`,
    lead: (by, firm, account) =>
      `${by} (${firm}) a fait de votre entreprise un partenaire ${joined('de', account)}.`,
    leadForAccount: (by, firm, partner, account) =>
      `${by} (${firm}) a fait ${joined('de', partner)} un partenaire ${joined('de', account)}.`,
    after:
      'Le compte figure parmi vos clients et vous pouvez lui demander un accès. À elle seule, cette relation n’ouvre rien.',
    afterForAccount:
      'Cela ne donne accès à personne. L’entreprise peut trouver votre compte par son nom et demander un accès\u202F; vous décidez chaque fois.',
    since: 'Depuis',
  },
})

/** To both sides: the provider has the firm serve the account. */
export function relationshipStarted(facts: RelationshipFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const shares = shared[reader.language]
  const ofAccount = reader.side === 'account'
  const { account, partner } = facts
  const { name: by, firm } = facts.doer ?? { name: reader.brand.name, firm: reader.brand.name }
  const lead = ofAccount
    ? w.leadForAccount(by, firm, partner.name, account.name)
    : w.lead(by, firm, account.name)
  return {
    subject: ofAccount ? w.subjectForAccount(partner.name, account.name) : w.subject(account.name),
    preview: lead,
    blocks: [
      { kind: 'lead', text: lead },
      { kind: 'text', text: ofAccount ? w.afterForAccount : w.after },
      {
        kind: 'facts',
        rows: [
          accountRow(account, reader),
          partnerRow(partner, reader),
          timeRow(w.since, facts.startedAt, reader),
          ...doerRows(facts.doer, reader),
        ],
      },
      ofAccount
        ? { kind: 'button', label: shares.seeAuthorisation, path: authorisation(account) }
        : { kind: 'button', label: shares.seeCustomers, path: customers(partner) },
      ...notUs(facts, reader),
      because(facts, reader),
    ],
  }
}
