import { wholeNumber } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { PulledKind } from './items.ts'
import type { RunState, Trouble } from './run.ts'

type Say = (fact: string) => string

/** What the pages say of pulls and of changes on their way. */
export const backOfficeWords = bilingual({
  en: {
    kind: { services: 'Services', invoices: 'Invoices', balances: 'Balances' } satisfies Record<
      PulledKind,
      string
    >,
    state: { running: 'Running', done: 'Done', failed: 'Stopped' } satisfies Record<RunState, string>,
    withRefusals: 'Done, with refusals',
    trouble: {
      'not-connected': 'The provider’s systems are not connected any more.',
      'no-answer': 'The provider’s systems did not answer in time. Try again later.',
      unreachable: 'The provider’s systems can’t be reached. Try again later.',
      'wrong-key':
        'The provider’s systems don’t accept the portal’s key. Your provider has to put BACKOFFICE_KEY right.',
      'not-known':
        'The provider’s systems don’t know this account by its short name. Your provider has to enter it there.',
      redirected:
        'The provider’s systems sent the portal to another address, which it does not follow. Your provider has to put BACKOFFICE_URL right.',
      'too-large': 'A page of the provider’s systems was larger than 4 MB. They have to send smaller pages.',
      garbage: 'What the provider’s systems answered can’t be understood. Your provider has to look at them.',
      busy: 'The provider’s systems are busy. Try again in a while.',
      failed: 'The provider’s systems have a fault of their own. Try again later.',
      portal: 'A fault of the portal stopped it. Try again; if it stays, tell your provider.',
    } satisfies Record<Trouble, string>,
    fault: {
      missing: () => 'This is missing.',
      'unknown-field': () => 'Nobody knows this field. It has to be left out.',
      'not-a-thing': () => 'This is no thing with fields.',
      'not-a-text': () => 'This has to be a text.',
      'not-a-line': () => 'This has to be one line without invisible characters.',
      'too-long': most => `This is too long: ${most} characters at most.`,
      'not-one-of': names => `This has to be one of: ${names}.`,
      'not-a-phone': () => 'This is no telephone number.',
      'not-yes-or-no': () => 'This has to be true or false.',
      'forwards-to-itself': () => 'A number can’t forward to itself.',
      'has-no-forwarding': () => 'Only numbers forward; this has to be left out.',
      'not-an-amount': () =>
        'An amount is a whole number of the currency’s smallest unit, like 1050 for 10.50, and no text.',
      'not-a-number': () => 'This is no number with three digits behind the point at most.',
      'not-a-day': () => 'This is no day of the calendar. It is written like 2026-11-30.',
      'not-a-moment': () => 'This is no moment with its zone. It is written like 2026-11-30T14:05:00Z.',
      'not-a-list': () => 'This has to be a list.',
      'no-lines': () => 'An invoice has at least one line.',
      'too-many-lines': most => `An invoice has ${most} lines at most.`,
      'unknown-currency': () => 'No currency has this code. It is written like CAD.',
      'due-before-issued': () => 'This day lies before the one on which the invoice was issued.',
      'net-differs': () => 'This is not the sum of the lines.',
      'total-differs': () => 'This is not the net amount and the tax together.',
      'paid-too-much': () => 'More is paid than was billed.',
      'paid-but-open': () => 'The invoice is paid, and yet something of it is open.',
      twice: () => 'This came before in the same pull. A key names one thing.',
      'other-account': () => 'This key is a thing of another account.',
      'kept-unread': () =>
        'Things did not come any more, but rows came whose key can’t be read; so nothing was taken away.',
      'kept-too-many': () =>
        'More than half of what was there did not come any more; that is taken for a fault, and nothing was taken away.',
    } satisfies Record<string, Say>,
    unknownFault: 'This can’t be taken.',
    place: (kind: string, page: string, row: string) => `${kind}, page ${page}, row ${row}`,
  },
  fr: {
    kind: { services: 'Services', invoices: 'Factures', balances: 'Soldes' },
    state: { running: 'En cours', done: 'Terminée', failed: 'Interrompue' },
    withRefusals: 'Terminée, avec des refus',
    trouble: {
      'not-connected': 'Les systèmes du fournisseur ne sont plus reliés.',
      'no-answer': 'Les systèmes du fournisseur n’ont pas répondu à temps. Réessayez plus tard.',
      unreachable: 'Les systèmes du fournisseur sont injoignables. Réessayez plus tard.',
      'wrong-key':
        'Les systèmes du fournisseur n’acceptent pas la clé du portail. Votre fournisseur doit corriger BACKOFFICE_KEY.',
      'not-known':
        'Les systèmes du fournisseur ne connaissent pas ce compte sous son nom court. Votre fournisseur doit l’y inscrire.',
      redirected:
        'Les systèmes du fournisseur ont renvoyé le portail vers une autre adresse, qu’il ne suit pas. Votre fournisseur doit corriger BACKOFFICE_URL.',
      'too-large':
        'Une page des systèmes du fournisseur dépassait 4 Mo. Ils doivent envoyer des pages plus petites.',
      garbage:
        'La réponse des systèmes du fournisseur est incompréhensible. Votre fournisseur doit les vérifier.',
      busy: 'Les systèmes du fournisseur sont occupés. Réessayez dans un moment.',
      failed: 'Les systèmes du fournisseur sont en panne. Réessayez plus tard.',
      portal:
        'Une erreur du portail l’a arrêtée. Réessayez\u202F; si elle persiste, prévenez votre fournisseur.',
    },
    fault: {
      missing: () => 'Cet élément manque.',
      'unknown-field': () => 'Ce champ est inconnu. Il doit être omis.',
      'not-a-thing': () => 'Ce n’est pas un objet avec des champs.',
      'not-a-text': () => 'Il faut ici un texte.',
      'not-a-line': () => 'Il faut ici une seule ligne, sans caractères invisibles.',
      'too-long': most => `Ce texte est trop long\u202F: ${most} caractères au plus.`,
      'not-one-of': names => `Il faut ici l’une de ces valeurs\u202F: ${names}.`,
      'not-a-phone': () => 'Ce n’est pas un numéro de téléphone.',
      'not-yes-or-no': () => 'Il faut ici true ou false.',
      'forwards-to-itself': () => 'Un numéro ne peut pas être renvoyé vers lui-même.',
      'has-no-forwarding': () => 'Seuls les numéros ont un renvoi\u202F; ce champ doit être omis.',
      'not-an-amount': () =>
        'Un montant est un nombre entier de la plus petite unité de la devise, comme 1050 pour 10,50, et non un texte.',
      'not-a-number': () => 'Ce n’est pas un nombre d’au plus trois décimales.',
      'not-a-day': () => 'Ce n’est pas une date du calendrier. Elle s’écrit comme 2026-11-30.',
      'not-a-moment': () => 'Ce n’est pas un moment avec son fuseau. Il s’écrit comme 2026-11-30T14:05:00Z.',
      'not-a-list': () => 'Il faut ici une liste.',
      'no-lines': () => 'Une facture compte au moins une ligne.',
      'too-many-lines': most => `Une facture compte au plus ${most} lignes.`,
      'unknown-currency': () => 'Aucune devise n’a ce code. Il s’écrit comme CAD.',
      'due-before-issued': () => 'Cette date précède celle de la facture.',
      'net-differs': () => 'Ce n’est pas la somme des lignes.',
      'total-differs': () => 'Ce n’est pas la somme du montant net et des taxes.',
      'paid-too-much': () => 'Le montant payé dépasse le montant facturé.',
      'paid-but-open': () => 'La facture est payée, et pourtant il reste un solde.',
      twice: () => 'Cet élément est déjà venu dans la même lecture. Une clé désigne une seule chose.',
      'other-account': () => 'Cette clé désigne une chose d’un autre compte.',
      'kept-unread': () =>
        'Des éléments ne sont plus venus, mais des lignes ont une clé illisible\u202F: rien n’a donc été retiré.',
      'kept-too-many': () =>
        'Plus de la moitié des éléments ne sont plus venus\u202F; cela passe pour une erreur et rien n’a été retiré.',
    },
    unknownFault: 'Cet élément ne peut pas être pris.',
    place: (kind, page, row) => `${kind}, page ${page}, ligne ${row}`,
  },
})

/** The sentence for what is wrong with a thing that came. */
export function faultSentence(code: string, language: Language): string {
  const { fault, unknownFault } = backOfficeWords[language]
  const [name = '', ...facts] = code.split(':')
  const says: Readonly<Record<string, Say>> = fault
  return (Object.hasOwn(says, name) && says[name]?.(facts.join(':'))) || unknownFault
}

/** Why a pull stopped: "failed:503" in words. */
export function troubleSentence(code: string, language: Language): string {
  const { trouble } = backOfficeWords[language]
  const [name = '', status = ''] = code.split(':')
  const says: Readonly<Record<string, string>> = trouble
  const sentence = (Object.hasOwn(says, name) && says[name]) || trouble.garbage
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
