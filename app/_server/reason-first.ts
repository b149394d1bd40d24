import 'server-only'
import { bilingual, type Language } from '#lib/language.ts'
import { sayOnThisPage } from './said.ts'

const words = bilingual({
  en: {
    message: 'To look into this account, say why first',
    why: 'The customer reads the reason in the history. Give it on the account’s page of the desk, and you are in for an hour.',
    open: 'Give a reason',
  },
  fr: {
    message: 'Pour consulter ce compte, donnez d’abord un motif',
    why: 'Le client lit ce motif dans l’historique. Donnez-le à la page du compte, au bureau, et vous y avez accès pendant une heure.',
    open: 'Donner un motif',
  },
})

/** For one of the provider's support who comes to an account without a visit: what the page that is not there says instead. */
export async function sayReasonFirst(slug: string, language: Language): Promise<void> {
  const { message, why, open } = words[language]
  const further = { href: `/provider/accounts/${slug}`, label: open }
  await sayOnThisPage({ message, further, about: null, typed: [], text: why })
}
