import { type EmailAddress, parseEmail } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'

/** Where the invited will be at home, and in which language they are written to, unless they are here already. */
export interface Home {
  readonly homeBrandId: string
  readonly language: Language
  readonly timeZone: string
}

/** Somebody can't come in: the address belongs to a person who is shut out of the whole portal. */
export interface ShutOut {
  readonly shutOut: string
}

/** What a form let through as an address. */
export function addressOf(email: string): EmailAddress {
  const parsed = parseEmail(email)
  if (!parsed.ok) throw new Error('an address that the form let through')
  return parsed.value
}
