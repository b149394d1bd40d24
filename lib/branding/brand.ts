import { createHash } from 'node:crypto'
import type { Language } from '#lib/language.ts'
import { type AccentSet, darkAccents, lightAccents } from './accent.ts'
import { colour, parseColour } from './colour.ts'

/** A branding domain as screens and letters need it. A text that the provider left out is empty. */
export interface Brand {
  readonly id: string
  readonly providerId: string
  readonly host: string
  readonly name: string
  /** `#rrggbb`, at least 4.5:1 on white: see `checkAccent`. */
  readonly accent: string
  /** The provider's own accent for dark screens; derived where there is none. */
  readonly accentDark?: string | null
  readonly supportName: string
  readonly supportEmail: string
  readonly supportPhone: string
  readonly supportUrl: string
  readonly senderName: string
  readonly senderAddress: string
  readonly defaultLanguage: Language
  readonly termsUrl: string
  readonly privacyUrl: string
  /** Stands in the addresses of the brand's pictures, so that a new logo is seen at once and an old one kept. */
  readonly logoVersion: number
  /** Without one the name stands in its place, on pages and in letters. */
  readonly hasLogo: boolean
}

/** What a brand wears whose stored colour can't be read: a page in plain blue is better than none. */
export const plainAccent = colour('#1d4ed8')

export interface BrandStyle {
  readonly text: string
  /** Another one for another text: it stands in the sheet's address, so that browsers may keep the sheet for good. */
  readonly version: string
}

/**
 * The style sheet that dresses a page in the brand: custom properties for light and for dark, made of checked colours
 * alone, so nothing that a provider typed can leave it.
 */
export function brandStyle(brand: Pick<Brand, 'accent' | 'accentDark'>): BrandStyle {
  const accent = parseColour(brand.accent) ?? plainAccent
  const accentDark = parseColour(brand.accentDark)
  const key = `${accent} ${accentDark}`
  const kept = made.get(key)
  if (kept) return kept
  const light = declarations(lightAccents(accent))
  const dark = declarations(darkAccents(accent, accentDark))
  // The doubled selector wins over the defaults of the portal's own sheet, whichever of the two comes first.
  const text = `:root:root{${light}}@media screen and (prefers-color-scheme:dark){:root:root{${dark}}}`
  const style = { text, version: createHash('sha256').update(text).digest('base64url').slice(0, 16) }
  if (made.size >= mostKept) made.clear()
  made.set(key, style)
  return style
}

// Every page asks, and a millisecond of colour arithmetic is a fair part of a page. Brands are few.
const made = new Map<string, BrandStyle>()
const mostKept = 200

function declarations(set: AccentSet): string {
  return [
    `--brand:${set.fill}`,
    `--brand-hover:${set.fillHover}`,
    `--on-brand:${set.onFill}`,
    `--brand-text:${set.text}`,
    `--brand-tint:${set.tint}`,
  ].join(';')
}
