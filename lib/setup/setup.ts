import { z } from 'zod'
import { checkAccent } from '#lib/branding/accent.ts'
import { plainAccent } from '#lib/branding/brand.ts'
import { newDomainForm } from '#lib/branding/forms.ts'
import { words as colourWords } from '#lib/branding/words.ts'
import { email } from '#lib/contact-fields.ts'
import { fieldSentence, line } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { personName } from '#lib/person/name.ts'
import { isTimeZone } from '#lib/person/time-zones.ts'
import { isSlug, slugOf } from '#lib/slug.ts'

// What a first provider is made of. Every answer is held to the rule of the screen on which it can be changed later.

const { host, brandName, supportEmail, senderAddress, defaultLanguage } = newDomainForm.shape

const accent = z.string().transform((text, context) => {
  const checked = checkAccent(text.trim())
  if (checked.ok) return checked.value
  const message =
    'ratio' in checked ? colourWords.en['contrast-too-low'](checked.ratio) : colourWords.en['not-a-colour']()
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const slug = line(60).refine(isSlug, 'Use small letters a to z, digits and single hyphens, like northwind.')

const shape = {
  name: brandName,
  slug,
  host,
  language: defaultLanguage,
  'admin-name': personName,
  'admin-email': email,
  'support-email': supportEmail,
  'sender-address': senderAddress,
  accent,
  'time-zone': z.string('required').refine(isTimeZone, 'not-a-zone'),
} as const

export type SetupField = keyof typeof shape
export const setupFields = Object.keys(shape) as readonly SetupField[]

export interface Setup {
  readonly name: string
  readonly slug: string
  readonly host: string
  readonly language: Language
  readonly 'admin-name': string
  readonly 'admin-email': string
  readonly 'support-email': string
  readonly 'sender-address': string
  readonly accent: string
  readonly 'time-zone': string
}

/** What each answer is for, as it is asked and as it is told in the help. */
export const setupQuestions: Readonly<Record<SetupField, string>> = {
  name: 'Name of the provider, as customers know it',
  slug: 'Its short name, for commands',
  host: 'Host of its first branding domain, like portal.example.com',
  language: 'Language of that domain, en or fr',
  'admin-name': 'Name of the first platform administrator',
  'admin-email': 'Their e-mail address',
  'support-email': 'Address at which customers reach support',
  'sender-address': 'Address from which letters are sent',
  accent: 'Colour of the brand, # and six digits',
  'time-zone': 'Time zone of the administrator',
}

/** What an answer is where nothing is typed; empty = it must be given. */
export function setupDefault(
  field: SetupField,
  given: Partial<Readonly<Record<SetupField, string>>>,
): string {
  if (field === 'slug') return slugOf(given.name ?? '', '')
  if (field === 'language') return 'en'
  if (field === 'accent') return plainAccent
  if (field === 'time-zone') return Intl.DateTimeFormat().resolvedOptions().timeZone
  return ''
}

/** What is wrong with an answer, as a sentence; null where nothing is. */
export function setupFault(field: SetupField, text: string): string | null {
  const parsed = shape[field].safeParse(text)
  if (parsed.success) return null
  const message = parsed.error.issues[0]?.message ?? ''
  // Sentences of our own begin with a capital letter; codes do not.
  if (/^\p{Lu}/u.test(message)) return message
  return field === 'language' ? 'Write en or fr.' : fieldSentence(message, 'en')
}

export type CheckedSetup =
  | { readonly ok: true; readonly setup: Setup }
  | {
      readonly ok: false
      readonly faults: readonly { readonly field: SetupField; readonly sentence: string }[]
    }

/** All answers together; those that were left out take their default. */
export function checkSetup(given: Partial<Readonly<Record<SetupField, string>>>): CheckedSetup {
  const whole = Object.fromEntries(
    setupFields.map(field => [field, given[field]?.trim() || setupDefault(field, given)]),
  ) as Record<SetupField, string>
  const faults = setupFields.flatMap(field => {
    const sentence = setupFault(field, whole[field])
    return sentence === null ? [] : [{ field, sentence }]
  })
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, setup: z.object(shape).parse(whole) }
}
