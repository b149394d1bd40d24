import { z } from 'zod'
import { wholeNumber, withColon } from './format.ts'
import { unseen } from './hidden-fields.ts'
import { bilingual, type Language } from './language.ts'
import { reachWords } from './reach-words.ts'
import { scriptName } from './scripts.ts'
import { unseenAt } from './unseen.ts'

/** Why a field can't be taken, whatever the form. */
export const fieldRefusals = [
  'required',
  'too-long',
  'too-short',
  'not-an-email',
  'odd-letter',
  'not-a-date',
  'not-a-time',
  'too-far',
  'not-a-choice',
  'not-a-line',
  'no-letter',
  'not-plain',
  'not-a-phone',
  'not-dialable',
  'no-number',
  'no-contact',
  'no-extension',
  'not-caller-name',
  'no-semicolon',
  'no-bar',
  'not-a-zone',
  'not-a-code',
  'no-account',
  'two-accounts',
  'no-page',
  'no-customer',
  'no-role',
  'role-without-product',
  'other-name',
  'not-a-host',
  'not-https',
  'no-file',
] as const
export type FieldRefusal = (typeof fieldRefusals)[number]

const code = (refusal: FieldRefusal) => refusal
/** A refusal carries what its sentence tells: a limit, a place. */
const tooLong = (longest: number) => `${code('too-long')}:${longest}`

declare module 'zod' {
  interface GlobalMeta {
    /** Holds words that somebody writes. */
    written?: boolean
  }
}
const written = { written: true } as const

/** Tells where in a text the first character stands that nobody sees. */
export function refuseUnseen(text: string, refusal: FieldRefusal, context: z.RefinementCtx): void {
  const at = unseenAt(text)
  if (at !== null) context.addIssue({ code: 'custom', message: `${refusal}:${at}` })
}

/** One line that a person typed: trimmed, in NFC, without control, bidirectional and other invisible characters. */
export function line(
  longest: number,
  { required = true, shortest = 0 }: { required?: boolean; shortest?: number } = {},
) {
  return z
    .string(code('required'))
    .transform(text => text.normalize('NFC').trim())
    .refine(text => !required || text.length > 0, code('required'))
    .refine(text => text === '' || text.length >= shortest, `${code('too-short')}:${shortest}`)
    .refine(text => text.length <= longest, tooLong(longest))
    .superRefine((text, context) => refuseUnseen(text, 'not-a-line', context))
    .meta(written)
}

/** Several lines of plain text, under the same rule; line ends become \n. */
export function lines(longest: number, { required = true }: { required?: boolean } = {}) {
  return z
    .string(code('required'))
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine(text => !required || text.length > 0, code('required'))
    .refine(text => text.length <= longest, tooLong(longest))
    .superRefine((text, context) => refuseUnseen(text.replaceAll('\n', ' '), 'not-plain', context))
    .meta(written)
}

/** Whether a field takes words that somebody writes, which must not be lost. */
export function isWritten(field: z.core.$ZodType): boolean {
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field
  return z.globalRegistry.get(inner)?.written === true
}

/** What a form is about, in a hidden field; one that is chosen is a `chosenId`. */
export const id = z.uuid(code('not-a-choice')).meta(unseen)

export const chosenId = z.uuid(code('not-a-choice'))

export const password = z.string(code('required')).min(1, code('required')).max(1000, tooLong(1000))

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, code('not-a-choice'))
}

/** A checkbox: present = on. */
export const checkbox = z
  .literal('on', code('not-a-choice'))
  .optional()
  .transform(value => value === 'on')

/** Tells at one field what is wrong with several together. */
export function refuseField(context: z.RefinementCtx, field: string, refusal: FieldRefusal): void {
  context.addIssue({ code: 'custom', message: refusal, path: [field] })
}

export const fieldWords = bilingual({
  en: {
    required: 'This is needed.',
    'too-long': (longest: string) =>
      longest ? `This is too long: ${longest} characters at most.` : 'This is too long. Please shorten it.',
    'too-short': (shortest: string) => `This is too short: ${shortest} characters at least.`,
    'not-an-email': 'This is not one e-mail address. It should look like name@example.com.',
    'not-a-date': 'This is not a day. Choose one, or write it as year-month-day.',
    'not-a-time': 'This is not a day and time. Choose them, or write them like 2026-11-24T14:00.',
    'too-far': 'This day is too far away. Choose one before the year 9999.',
    'not-a-choice': 'Choose one of the answers offered.',
    'odd-letter': (letter: string, at: string, part: string, script: string, among: string) =>
      `“${letter}” (character ${at} of “${part}”) is of another script than the letters around it: ${scriptName(script, 'en')}, not ${scriptName(among, 'en')}. Such addresses are mistaken for others. Type the address again by hand, with the letters of one script.`,
    'not-a-line': (at: string) =>
      `Character ${at} of this is a line break, a control character or an invisible one. Take it out, or type the text again on one line.`,
    'not-plain': (at: string) =>
      `Character ${at} of this is a control character or an invisible one. Take it out, or type the text again.`,
    'no-letter': 'A name needs at least one letter or digit.',
    ...reachWords.en,
    'not-a-zone': 'This is not a time zone that we know.',
    'not-a-code': 'This is not a code of six digits.',
    'no-account': 'Choose an account, or type a request code.',
    'two-accounts': 'Choose an account or type a request code, not both.',
    'no-page': 'Choose at least one module or page.',
    'no-customer': 'Choose at least one customer.',
    'no-role': 'Choose at least one role.',
    'role-without-product':
      'Brand Contributor is for accounts that have the product Branding. Choose that product, or another role.',
    'other-name':
      'Another name stands with this address further up, and an address is one person’s. Write the same name here, or another address.',
    'not-a-host':
      'This is not a host name. Write it in small letters without https://, port or path, like portal.example.com; letters with accents in their “xn--” form.',
    'not-https':
      'This is not a web address that begins with https://. It should look like https://example.com/page.',
    'no-file': 'Choose a file first.',
    unusable: 'This form can’t be used as it was sent. Reload the page and try again.',
    lost: 'No answer came from the database, so nobody can say whether this was done. What you typed is still here. Send it again: nothing is done twice.',
    signedOut:
      'You are signed out, so nothing was changed. What you typed is still here: sign in in another tab, then send it again.',
    goneOut: 'You were signed out before this was sent, so nothing was changed.',
    written: 'You had written:',
    signIn: 'Sign in',
    busy: 'The portal is busy just now, and nothing was changed. What you typed is still here: please send it again in a moment.',
    check: {
      unchanged: 'Nothing was changed. Please look at what is marked.',
      unsent: 'Nothing was sent yet. Please look at what is marked.',
      plain: 'Please look at what is marked.',
    },
  },
  fr: {
    required: 'Ce champ est nécessaire.',
    'too-long': (longest: string) =>
      longest
        ? `Ce texte est trop long\u202F: ${longest} caractères au plus.`
        : 'Ce texte est trop long. Veuillez le raccourcir.',
    'too-short': (shortest: string) => `Ce texte est trop court\u202F: au moins ${shortest} caractères.`,
    'not-an-email': 'Ce n’est pas une adresse courriel unique. Elle devrait ressembler à nom@exemple.com.',
    'not-a-date': 'Ce n’est pas une date. Choisissez-en une ou écrivez année-mois-jour.',
    'not-a-time': 'Il faut ici une date et une heure. Choisissez-les ou écrivez-les comme 2026-11-24T14:00.',
    'too-far': 'Cette date est trop éloignée. Choisissez-en une avant l’année 9999.',
    'not-a-choice': 'Choisissez l’une des réponses proposées.',
    'odd-letter': (letter, at, part, script, among) =>
      `«\u00A0${letter}\u00A0» (caractère ${at} de «\u00A0${part}\u00A0») n’est pas de la même écriture que les lettres voisines\u202F: ${scriptName(script, 'fr')}, et non ${scriptName(among, 'fr')}. Une telle adresse se confond avec une autre. Saisissez-la de nouveau au clavier, avec les lettres d’une seule écriture.`,
    'not-a-line': at =>
      `Le caractère ${at} de ce texte est un saut de ligne, un caractère de commande ou un caractère invisible. Supprimez-le ou saisissez de nouveau le texte, sur une seule ligne.`,
    'not-plain': at =>
      `Le caractère ${at} de ce texte est un caractère de commande ou un caractère invisible. Supprimez-le ou saisissez de nouveau le texte.`,
    'no-letter': 'Un nom doit compter au moins une lettre ou un chiffre.',
    ...reachWords.fr,
    'not-a-zone': 'Ce fuseau horaire n’est pas connu.',
    'not-a-code': 'Ce n’est pas un code à six chiffres.',
    'no-account': 'Choisissez un compte ou saisissez un code de demande.',
    'two-accounts': 'Choisissez un compte ou saisissez un code de demande, pas les deux.',
    'no-page': 'Choisissez au moins un module ou une page.',
    'no-customer': 'Choisissez au moins un client.',
    'no-role': 'Choisissez au moins un rôle.',
    'role-without-product':
      'Le rôle Contributeur à la marque est réservé aux comptes qui ont le produit Image de marque. Choisissez ce produit ou un autre rôle.',
    'other-name':
      'Un autre nom figure plus haut avec cette adresse, et une adresse appartient à une seule personne. Écrivez le même nom ici, ou une autre adresse.',
    'not-a-host':
      'Ce n’est pas un nom d’hôte. Écrivez-le en minuscules, sans https://, port ni chemin, comme portail.exemple.com\u202F; les lettres accentuées sous leur forme «\u00A0xn--\u00A0».',
    'not-https':
      'Ce n’est pas une adresse Web commençant par https://. Elle devrait ressembler à https://exemple.com/page.',
    'no-file': 'Choisissez d’abord un fichier.',
    unusable:
      'Ce formulaire ne peut pas être utilisé tel qu’il a été envoyé. Rechargez la page et réessayez.',
    lost: 'La base de données n’a pas répondu\u202F: on ne sait donc pas si c’est fait. Votre saisie est conservée. Envoyez-la de nouveau\u202F: rien ne sera fait deux fois.',
    signedOut:
      'Vous êtes déconnecté\u202F: rien n’a été modifié. Votre saisie est conservée. Connectez-vous dans un autre onglet, puis envoyez-la de nouveau.',
    goneOut: 'Vous étiez déconnecté avant l’envoi\u202F: rien n’a été modifié.',
    written: 'Vous aviez écrit\u202F:',
    signIn: 'Se connecter',
    busy: 'Le portail est très occupé en ce moment et rien n’a été modifié. Votre saisie est conservée\u202F: veuillez l’envoyer de nouveau dans un instant.',
    check: {
      unchanged: 'Rien n’a été modifié. Veuillez vérifier ce qui est indiqué.',
      unsent: 'Rien n’a encore été envoyé. Veuillez vérifier ce qui est indiqué.',
      plain: 'Veuillez vérifier ce qui est indiqué.',
    },
  },
})

/** How a refused form is headed: by what did not happen. */
export type CheckWord = keyof (typeof fieldWords)['en']['check']

/** The sentence for what a schema said of a field: its code, and behind colons what the sentence tells. */
export function fieldSentence(message: string, language: Language): string {
  const words = fieldWords[language]
  const [refusal = '', ...facts] = message.split(':')
  if (!isFieldRefusal(refusal)) return words['not-a-choice']
  const sentence = words[refusal]
  const [a = '', b = '', c = '', d = '', e = ''] = facts.map(fact => inDigits(fact, language))
  return typeof sentence === 'string' ? sentence : sentence(a, b, c, d, e)
}

function inDigits(fact: string, language: Language): string {
  return /^\d{1,9}$/.test(fact) ? wholeNumber(Number(fact), language) : fact
}

function isFieldRefusal(text: string): text is FieldRefusal {
  return (fieldRefusals as readonly string[]).includes(text)
}

/** What a form's fields are called, as it stands before their sentences in the summary: "Reason:". */
export function fieldLabels<Names extends Readonly<Record<string, string>>>(
  names: Names,
  language: Language,
): Readonly<Record<keyof Names, string>> {
  return Object.fromEntries(
    Object.entries(names).map(([name, said]) => [name, withColon(said, language)]),
  ) as Record<keyof Names, string>
}
