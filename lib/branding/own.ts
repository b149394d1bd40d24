import type { Values } from '#lib/edit.ts'
import type { PictureKind } from './domain.ts'

// What an account with the Branding product shows of its own beside its provider's brand.

/** Its links: where its people buy, and where they get help. */
export const linkFields = ['shopLink', 'supportLink'] as const
export type LinkField = (typeof linkFields)[number]
export type OwnLinks = Values<LinkField>

/** Its logos: on light grounds, and on dark ones. */
export const logoKinds = ['logo', 'logo-dark'] as const satisfies readonly PictureKind[]
export type LogoKind = (typeof logoKinds)[number]

/** What the pages of an account wear: its own, or, on a client account that has not bought Branding, its parent's. */
export interface WornBrand extends OwnLinks {
  /** Whose it is. */
  readonly account: string
  /** The ids of its logos. */
  readonly logo: string | null
  readonly logoDark: string | null
}

/** A logo stands 28 pixels high and at most 160 wide, on small screens 72: beyond this it would be a line there. */
export const mostTimesWide = 6
export const mostTimesHigh = 2

export type ProportionRefusal = 'too-wide' | 'too-high'

/** Why a logo of this size can't be read at the top of a page; null where it can. */
export function proportionRefused({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): ProportionRefusal | null {
  if (width > height * mostTimesWide) return 'too-wide'
  return height > width * mostTimesHigh ? 'too-high' : null
}

interface Aged {
  readonly kind: LogoKind
  readonly createdAt: Date
  /** When it was taken off or replaced; null = it is worn. */
  readonly endedAt: Date | null
}

/**
 * Whether the logo on dark grounds is older than a change of the one on light grounds, beside which it stood before: then it
 * may be the old one. Told while the earlier light one is kept.
 */
export function isDarkOlder(logos: readonly Aged[]): boolean {
  const worn = (kind: LogoKind) => logos.find(one => one.kind === kind && one.endedAt === null)
  const [light, dark] = [worn('logo'), worn('logo-dark')]
  if (!light || !dark || light.createdAt <= dark.createdAt) return false
  return logos.some(one => one.kind === 'logo' && one.endedAt !== null && one.endedAt > dark.createdAt)
}

/** The logos that pages show. One for dark grounds alone would not be seen on light ones, so it waits for the other. */
export function shownLogos({
  logo,
  logoDark,
}: Pick<WornBrand, 'logo' | 'logoDark'>): { readonly light: string; readonly dark: string } | null {
  return logo === null ? null : { light: logo, dark: logoDark ?? logo }
}

/** A link's host in the letters that people read, where that is not how browsers ask for it; else null. */
export function otherSpelling(link: string, shown: (host: string) => string): string | null {
  if (!URL.canParse(link)) return null
  const { host } = new URL(link)
  return shown(host) === host ? null : shown(host)
}
