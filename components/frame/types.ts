import type { ReactNode } from 'react'
import type { IconName } from '#components/ui/icon.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { Brand } from '#lib/branding/brand.ts'

/** What the frame shows of a brand. */
export type FrameBrand = Pick<
  Brand,
  'name' | 'supportName' | 'supportEmail' | 'supportPhone' | 'supportUrl' | 'termsUrl' | 'privacyUrl'
> & {
  /** An address on this host; none, and the mark is drawn from the name. */
  logoUrl: string | null
  logoDarkUrl?: string | null | undefined
}

/** What an account shows of its own beside the brand. */
export type FrameOwn = {
  /** Whose it is. */
  account: string
  logo: { light: string; dark: string } | null
  shopLink: string
  supportLink: string
}

/** A place in the account switcher: an account, a partner's desk, the provider's desk. */
export type Place = {
  href: string
  label: string
  /** What it is, in the reader's words: places of one kind stand under it. */
  kind: string
  current?: boolean | undefined
}

export type NavItem = {
  href: string
  label: string
  current?: boolean | undefined
  icon?: IconName | undefined
  /** How many wait there. */
  count?: number | undefined
}

export type SideGroup = { title: string; items: readonly NavItem[] }

/** Whoever works in somebody else's account, and for how long. */
export type Acting = ActingFromParent | ActingAwhile

/** Somebody of the parent account on its client account: for as long as their roles there last. */
export type ActingFromParent = { account: string; parent: string; exitHref: string }

export type ActingAwhile = {
  account: string
  firm: string
  /** The parent account through which the firm is here, if it is. */
  via?: string | null | undefined
  /** The end of the right to be here, or none. */
  until: Date | null
} & (
  | { exitHref: string }
  /** One of the provider's support visits: what ends the visit at once. */
  | { endVisit: ReactNode }
)

export type Flash = { tone: Tone; text: ReactNode }
