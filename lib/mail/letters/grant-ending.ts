import { bilingual } from '#lib/language.ts'
import type { GrantFacts } from '../facts.ts'
import type { Block, LetterText, Reader } from '../letter.ts'
import { authorisation, customers, extendAtAccount, extendAtPartner, reviews } from '../places.ts'
import { because, grantRows, lastUseRow, leftText } from '../rows.ts'
import { de, possessive, words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string, left: string) => `Your access to ${account} ends ${left}`,
    lead: (account: string, left: string) => `Your firm’s access to ${account} ends ${left}.`,
    after: 'If you still need it then, ask the account for more time before it ends.',
    afterByProvider: 'The provider set this access. If you still need it then, ask the provider.',
    subjectForAccount: (partner: string, left: string) => `${possessive(partner)} access ends ${left}`,
    leadForAccount: (partner: string, account: string, left: string) =>
      `${possessive(partner)} access to ${account} ends ${left}.`,
    afterForAccount:
      'You need not do anything: it ends by itself. If the partner is to stay longer, you may give more time now; after the end it must ask again.',
    afterByProviderForAccount: 'Your provider set this access, and it ends by itself.',
    afterUnreviewed: 'It had no end until its review was due, and the account has not answered that yet.',
    afterUnreviewedForAccount:
      'It had no end until its review was due, which nobody has answered yet. Keep it, trim it or let it end: once it is kept, it goes on without this end.',
    suspended: 'It is suspended at the moment; the end does not move.',
    other: 'Another access of the same partner goes on.',
  },
  fr: {
    subject: (account, left) => `Votre accès à ${account} prend fin ${left}`,
    lead: (account, left) => `L’accès de votre entreprise à ${account} prend fin ${left}.`,
    after: 'S’il vous est encore utile ensuite, demandez une prolongation avant la fin.',
    afterByProvider:
      'Le fournisseur a défini cet accès. S’il vous est encore utile ensuite, adressez-vous à lui.',
    subjectForAccount: (partner, left) => `L’accès ${de(partner)} prend fin ${left}`,
    leadForAccount: (partner, account, left) => `L’accès ${de(partner)} à ${account} prend fin ${left}.`,
    afterForAccount:
      'Vous n’avez rien à faire\u202F: il prend fin de lui-même. Si le partenaire doit rester plus longtemps, vous pouvez le prolonger maintenant\u202F; après la fin, il devra faire une nouvelle demande.',
    afterByProviderForAccount: 'Votre fournisseur a défini cet accès, qui prend fin de lui-même.',
    afterUnreviewed:
      'Il n’avait pas de fin avant l’échéance de sa révision, à laquelle le compte n’a pas encore répondu.',
    afterUnreviewedForAccount:
      'Il n’avait pas de fin avant l’échéance de sa révision, à laquelle personne n’a encore répondu. Conservez-le, réduisez-le ou laissez-le prendre fin\u202F: une fois conservé, il se poursuit sans cette fin.',
    suspended: 'Il est actuellement suspendu\u202F; la fin reste la même.',
    other: 'Un autre accès du même partenaire se poursuit.',
  },
})

/** To both sides, 30 days, 7 days, 1 day and 2 hours before the end. */
export function grantEnding(facts: GrantFacts, reader: Reader): LetterText {
  const w = words[reader.language]
  const left = leftText((facts.endsAt?.getTime() ?? reader.now.getTime()) - reader.now.getTime(), reader)
  const ofAccount = reader.side === 'account'
  const { account, partner } = facts
  const after = afterwards(facts, reader)
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
      { kind: 'facts', rows: [...grantRows(facts, reader), lastUseRow(facts.lastUse, reader)] },
      wayOn(facts, reader),
      because(facts, reader),
    ],
  }
}

function afterwards({ designation, unreviewed }: GrantFacts, { side, language }: Reader): string {
  const w = words[language]
  if (unreviewed) return side === 'account' ? w.afterUnreviewedForAccount : w.afterUnreviewed
  if (designation === 'provider') return side === 'account' ? w.afterByProviderForAccount : w.afterByProvider
  return side === 'account' ? w.afterForAccount : w.after
}

/** To more time: the partner asks for it, an approver gives it. What the provider set is not theirs to extend. */
function wayOn(facts: GrantFacts, { side, language }: Reader): Block {
  const { id, account, partner, designation, unreviewed } = facts
  const { extend, seeAuthorisation, seeCustomers, seeReviews } = shared[language]
  if (unreviewed && side === 'account') return { kind: 'button', label: seeReviews, path: reviews(account) }
  const own = designation === 'customer' && !unreviewed
  if (side === 'account')
    return {
      kind: 'button',
      label: own ? extend : seeAuthorisation,
      path: own ? extendAtAccount(account, id) : authorisation(account),
    }
  return {
    kind: 'button',
    label: own ? extend : seeCustomers,
    path: own ? extendAtPartner(partner, id) : customers(partner),
  }
}
