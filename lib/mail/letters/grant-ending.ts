import { bilingual } from '#lib/language.ts'
import type { GrantFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation, customers } from '../places.ts'
import { because, grantRows, leftText } from '../rows.ts'
import { de, possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string, left: string) => `Your access to ${account} ends ${left}`,
    lead: (account: string, left: string) => `Your firm’s access to ${account} ends ${left}.`,
    after: 'If you still need it then, ask the account again before it ends.',
    subjectForAccount: (partner: string, left: string) => `${possessive(partner)} access ends ${left}`,
    leadForAccount: (partner: string, account: string, left: string) =>
      `${possessive(partner)} access to ${account} ends ${left}.`,
    afterForAccount: 'You need not do anything: it ends by itself. After that the partner must ask again.',
    suspended: 'It is suspended at the moment; the end does not move.',
    other: 'Another access of the same partner goes on.',
  },
  fr: {
    subject: (account, left) => `Votre accès à ${account} prend fin ${left}`,
    lead: (account, left) => `L’accès de votre entreprise à ${account} prend fin ${left}.`,
    after: 'S’il vous est encore utile ensuite, présentez une nouvelle demande avant la fin.',
    subjectForAccount: (partner, left) => `L’accès ${de(partner)} prend fin ${left}`,
    leadForAccount: (partner, account, left) => `L’accès ${de(partner)} à ${account} prend fin ${left}.`,
    afterForAccount:
      'Vous n’avez rien à faire\u202F: il prend fin de lui-même. Le partenaire devra ensuite faire une nouvelle demande.',
    suspended: 'Il est actuellement suspendu\u202F; la fin reste la même.',
    other: 'Un autre accès du même partenaire se poursuit.',
  },
})

/** To both sides, 30 days, 7 days, 1 day and 2 hours before the end. */
export function grantEnding(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const { seeAuthorisation, seeCustomers } = shared[reader.language]
  const left = leftText((facts.endsAt?.getTime() ?? reader.now.getTime()) - reader.now.getTime(), reader)
  const ofAccount = reader.side === 'account'
  const { account, partner } = facts
  const after = ofAccount ? w.afterForAccount : w.after
  const remarks = [
    ...(facts.state === 'suspended' ? [w.suspended] : []),
    ...(facts.hasOther ? [w.other] : []),
    after,
  ]
  return {
    subject: ofAccount ? w.subjectForAccount(partner.name, left) : w.subject(account.name, left),
    preview: after,
    blocks: [
      {
        kind: 'lead',
        text: ofAccount ? w.leadForAccount(partner.name, account.name, left) : w.lead(account.name, left),
      },
      { kind: 'text', text: remarks.join(' ') },
      { kind: 'facts', rows: grantRows(facts, reader) },
      ofAccount
        ? { kind: 'button', label: seeAuthorisation, path: authorisation(account) }
        : { kind: 'button', label: seeCustomers, path: customers(partner) },
      because(facts, reader),
    ],
  }
}
