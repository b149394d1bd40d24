import { bilingual } from './language.ts'

export type Say = (fact: string) => string

/** What is wrong with a thing of the provider’s systems, and the cure; `fact` is what stands behind the code’s colon. */
export const itemFaultWords = bilingual({
  en: {
    missing: () => 'This is missing.',
    'unknown-field': () => 'Nobody knows this field. It has to be left out.',
    'not-a-thing': () => 'This is no thing with fields.',
    'not-a-text': () => 'This has to be a text.',
    unseen: () => 'This has to be one line without invisible characters.',
    'too-long': (most: string) => `This is too long: ${most} characters at most.`,
    'not-one-of': (names: string) => `This has to be one of: ${names}.`,
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
    'too-many-lines': (most: string) => `An invoice has ${most} lines at most.`,
    'unknown-currency': () => 'No currency has this code. It is written like CAD.',
    'due-before-issued': () => 'This day lies before the one on which the invoice was issued.',
    'net-differs': () => 'This is not the sum of the lines.',
    'total-differs': () => 'This is not the net amount and the tax together.',
    'paid-too-much': () => 'More is paid than was billed.',
    'paid-but-open': () => 'The invoice is paid, and yet something of it is open.',
    'below-nought': () => 'A price is never below nought.',
    'not-whole': (span: string) => `This has to be a whole number: ${span}.`,
    'not-an-address': () => 'This is no e-mail address. It is left empty where nobody has the licence.',
    'ends-before-start': () => 'This day lies before the one on which it began.',
    twice: () => 'This came before in the same pull. A key names one thing.',
    'other-account': () => 'This key is a thing of another account.',
    'kept-unread': () =>
      'Things did not come any more, but rows came whose key can’t be read; so nothing was taken away.',
    'kept-too-many': () =>
      'More than half of what was there did not come any more; that is taken for a fault, and nothing was taken away.',
  },
  fr: {
    missing: () => 'Cet élément manque.',
    'unknown-field': () => 'Ce champ est inconnu. Il doit être omis.',
    'not-a-thing': () => 'Ce n’est pas un objet avec des champs.',
    'not-a-text': () => 'Il faut ici un texte.',
    unseen: () => 'Il faut ici une seule ligne, sans caractères invisibles.',
    'too-long': (most: string) => `Ce texte est trop long\u202F: ${most} caractères au plus.`,
    'not-one-of': (names: string) => `Il faut ici l’une de ces valeurs\u202F: ${names}.`,
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
    'too-many-lines': (most: string) => `Une facture compte au plus ${most} lignes.`,
    'unknown-currency': () => 'Aucune devise n’a ce code. Il s’écrit comme CAD.',
    'due-before-issued': () => 'Cette date précède celle de la facture.',
    'net-differs': () => 'Ce n’est pas la somme des lignes.',
    'total-differs': () => 'Ce n’est pas la somme du montant net et des taxes.',
    'paid-too-much': () => 'Le montant payé dépasse le montant facturé.',
    'paid-but-open': () => 'La facture est payée, et pourtant il reste un solde.',
    'below-nought': () => 'Un prix n’est jamais inférieur à zéro.',
    'not-whole': (span: string) => `Il faut ici un nombre entier\u202F: ${span}.`,
    'not-an-address': () =>
      'Ce n’est pas une adresse courriel. Ce champ reste vide si personne n’a la licence.',
    'ends-before-start': () => 'Cette date précède celle du début.',
    twice: () => 'Cet élément est déjà venu dans la même lecture. Une clé désigne une seule chose.',
    'other-account': () => 'Cette clé désigne une chose d’un autre compte.',
    'kept-unread': () =>
      'Des éléments ne sont plus venus, mais des lignes ont une clé illisible\u202F: rien n’a donc été retiré.',
    'kept-too-many': () =>
      'Plus de la moitié des éléments ne sont plus venus\u202F; cela passe pour une erreur et rien n’a été retiré.',
  },
})
