import { wholeNumber } from '#lib/format.ts'
import { itemFaultWords, type Say } from '#lib/item-fault-words.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { PulledKind } from './items.ts'
import type { RunState, Trouble } from './run.ts'

type TroubleWords = string | ((provider: string) => string)

/** A customer can do nothing about a setting; which one it is stands in the log. */
const notSetUp = {
  en: (provider: string) => `The provider’s systems are not set up here. Tell ${provider}.`,
  fr: (provider: string) => `Les systèmes du fournisseur ne sont pas configurés ici. Prévenez ${provider}.`,
}

/** What the pages say of pulls and of changes on their way. */
export const backOfficeWords = bilingual({
  en: {
    kind: {
      services: 'Services',
      invoices: 'Invoices',
      balances: 'Balances',
      offers: 'Offers',
      subscriptions: 'Subscriptions',
      licences: 'Licences',
      trials: 'Trials',
    } satisfies Record<PulledKind, string>,
    state: { running: 'Running', done: 'Done', failed: 'Stopped' } satisfies Record<RunState, string>,
    withRefusals: 'Done, with refusals',
    trouble: {
      'not-connected': 'The provider’s systems are not connected any more.',
      'no-answer': 'The provider’s systems did not answer in time. Try again later.',
      unreachable: 'The provider’s systems can’t be reached. Try again later.',
      'wrong-key': notSetUp.en,
      'not-known':
        'The provider’s systems don’t know this account by its short name. Your provider has to enter it there.',
      redirected: notSetUp.en,
      'too-large': 'A page of the provider’s systems was larger than 4 MB. They have to send smaller pages.',
      garbage: 'What the provider’s systems answered can’t be understood. Your provider has to look at them.',
      busy: 'The provider’s systems are busy. Try again in a while.',
      failed: 'The provider’s systems have a fault of their own. Try again later.',
      portal: 'A fault of the portal stopped it. Try again; if it stays, tell your provider.',
    } satisfies Record<Trouble, TroubleWords>,
    unknownFault: 'This can’t be taken.',
    place: (kind: string, page: string, row: string) => `${kind}, page ${page}, row ${row}`,
  },
  fr: {
    kind: {
      services: 'Services',
      invoices: 'Factures',
      balances: 'Soldes',
      offers: 'Offres',
      subscriptions: 'Abonnements',
      licences: 'Licences',
      trials: 'Essais',
    },
    state: { running: 'En cours', done: 'Terminée', failed: 'Interrompue' },
    withRefusals: 'Terminée, avec des refus',
    trouble: {
      'not-connected': 'Les systèmes du fournisseur ne sont plus reliés.',
      'no-answer': 'Les systèmes du fournisseur n’ont pas répondu à temps. Réessayez plus tard.',
      unreachable: 'Les systèmes du fournisseur sont injoignables. Réessayez plus tard.',
      'wrong-key': notSetUp.fr,
      'not-known':
        'Les systèmes du fournisseur ne connaissent pas ce compte sous son nom court. Votre fournisseur doit l’y inscrire.',
      redirected: notSetUp.fr,
      'too-large':
        'Une page des systèmes du fournisseur dépassait 4 Mo. Ils doivent envoyer des pages plus petites.',
      garbage:
        'La réponse des systèmes du fournisseur est incompréhensible. Votre fournisseur doit les vérifier.',
      busy: 'Les systèmes du fournisseur sont occupés. Réessayez dans un moment.',
      failed: 'Les systèmes du fournisseur sont en panne. Réessayez plus tard.',
      portal:
        'Une erreur du portail l’a arrêtée. Réessayez\u202F; si elle persiste, prévenez votre fournisseur.',
    },
    unknownFault: 'Cet élément ne peut pas être pris.',
    place: (kind, page, row) => `${kind}, page ${page}, ligne ${row}`,
  },
})

/** The sentence for what is wrong with a thing that came. */
export function faultSentence(code: string, language: Language): string {
  const { unknownFault } = backOfficeWords[language]
  const [name = '', ...facts] = code.split(':')
  const says: Readonly<Record<string, Say>> = itemFaultWords[language]
  return (Object.hasOwn(says, name) && says[name]?.(facts.join(':'))) || unknownFault
}

/** Why a pull stopped: "failed:503" in words; `provider` by its name. */
export function troubleSentence(code: string, provider: string, language: Language): string {
  const { trouble } = backOfficeWords[language]
  const [name = '', status = ''] = code.split(':')
  const says: Readonly<Record<string, TroubleWords>> = trouble
  const said = (Object.hasOwn(says, name) && says[name]) || trouble.garbage
  const sentence = typeof said === 'string' ? said : said(provider)
  return status ? `${sentence} (${status})` : sentence
}

/** "Invoices, page 2, row 14". */
export function placeText(
  { kind, page, row }: { readonly kind: string; readonly page: number; readonly row: number },
  language: Language,
): string {
  const { kind: kinds, place } = backOfficeWords[language]
  const names: Readonly<Record<string, string>> = kinds
  const name = (Object.hasOwn(names, kind) && names[kind]) || kind
  return row > 0 ? place(name, wholeNumber(page, language), wholeNumber(row, language)) : name
}
