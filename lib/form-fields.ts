import { z } from 'zod'
import { isCalendarDay } from './duration.ts'
import { parseEmail } from './email.ts'
import { bilingual } from './language.ts'

/** Why a field can't be taken, whatever the form. */
export const fieldRefusals = [
  'required',
  'too-long',
  'not-an-email',
  'not-a-date',
  'not-a-choice',
  'not-a-name',
  'not-a-phone',
  'not-a-zone',
  'not-a-code',
] as const
export type FieldRefusal = (typeof fieldRefusals)[number]

const invisible = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u
const code = (refusal: FieldRefusal) => refusal

/** One line that a person typed: trimmed, in NFC, without control or bidirectional characters. */
export function line(longest: number, { required = true }: { required?: boolean } = {}) {
  return z
    .string(code('required'))
    .transform(text => text.normalize('NFC').trim())
    .refine(text => !required || text.length > 0, code('required'))
    .refine(text => text.length <= longest, code('too-long'))
    .refine(text => !invisible.test(text), code('not-a-name'))
}

/** Several lines of plain text, under the same rule; line ends become \n. */
export function lines(longest: number, { required = true }: { required?: boolean } = {}) {
  return z
    .string(code('required'))
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .refine(text => !required || text.length > 0, code('required'))
    .refine(text => text.length <= longest, code('too-long'))
    .refine(text => !invisible.test(text.replaceAll('\n', '')), code('not-a-name'))
}

export const id = z.uuid(code('not-a-choice'))

export const email = z
  .string(code('required'))
  .min(1, code('required'))
  .refine(text => parseEmail(text).ok, code('not-an-email'))

export const password = z.string(code('required')).min(1, code('required')).max(1000, code('too-long'))

export const calendarDay = z.string().refine(text => text === '' || isCalendarDay(text), code('not-a-date'))

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, code('not-a-choice'))
}

/** A checkbox: present = on. */
export const checkbox = z
  .literal('on', code('not-a-choice'))
  .optional()
  .transform(value => value === 'on')

export const fieldWords = bilingual({
  en: {
    required: 'This is needed.',
    'too-long': 'This is too long. Please shorten it.',
    'not-an-email': 'This is not one e-mail address. It should look like name@example.com.',
    'not-a-date': 'This is not a day. Choose one, or write it as year-month-day.',
    'not-a-choice': 'Choose one of the answers offered.',
    'not-a-name': 'This holds characters that can’t be shown. Please type it again.',
    'not-a-phone': 'This is not a phone number. Use digits, spaces and a leading +.',
    'not-a-zone': 'This is not a time zone that we know.',
    'not-a-code': 'This is not a code of six digits.',
    unusable: 'This form can’t be used as it was sent. Reload the page and try again.',
    busy: 'The portal is busy just now, and nothing was changed. What you typed is still here: please send it again in a moment.',
    check: 'Nothing was changed. Please look at what is marked.',
  },
  fr: {
    required: 'Ce champ est nécessaire.',
    'too-long': 'Ce texte est trop long. Veuillez le raccourcir.',
    'not-an-email': 'Ce n’est pas une adresse courriel unique. Elle devrait ressembler à nom@exemple.com.',
    'not-a-date': 'Ce n’est pas une date. Choisissez-en une ou écrivez année-mois-jour.',
    'not-a-choice': 'Choisissez l’une des réponses proposées.',
    'not-a-name':
      'Ce texte contient des caractères qui ne peuvent pas être affichés. Veuillez le saisir de nouveau.',
    'not-a-phone':
      'Ce n’est pas un numéro de téléphone. Utilisez des chiffres, des espaces et un + au début.',
    'not-a-zone': 'Ce fuseau horaire n’est pas connu.',
    'not-a-code': 'Ce n’est pas un code à six chiffres.',
    unusable:
      'Ce formulaire ne peut pas être utilisé tel qu’il a été envoyé. Rechargez la page et réessayez.',
    busy: 'Le portail est très occupé en ce moment et rien n’a été modifié. Votre saisie est conservée\u00A0: veuillez l’envoyer de nouveau dans un instant.',
    check: 'Rien n’a été modifié. Veuillez vérifier ce qui est indiqué.',
  },
})

export function isFieldRefusal(text: string): text is FieldRefusal {
  return (fieldRefusals as readonly string[]).includes(text)
}
