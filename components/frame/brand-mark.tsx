import { initials } from '#components/ui/avatar.tsx'
import type { FrameBrand, FrameOwn } from './types.ts'

/** The brand's logo, or a mark drawn from its name. Either way the name is there to be heard. */
export function BrandMark({ brand, withName = true }: { brand: FrameBrand; withName?: boolean }) {
  if (!brand.logoUrl)
    return (
      <span className="brand-mark">
        <span className="brand-mark-letters" data-letters={initials(brand.name)} aria-hidden="true" />
        <span className={withName ? 'brand-mark-name' : 'sr-only'}>{brand.name}</span>
      </span>
    )
  return (
    <span className="brand-mark">
      <Logo light={brand.logoUrl} dark={brand.logoDarkUrl} name={brand.name} />
    </span>
  )
}

/** The logo of an account beside its provider's. */
export function OwnMark({ own }: { own: FrameOwn }) {
  if (!own.logo) return null
  return (
    <span className="own-mark">
      <Logo light={own.logo.light} dark={own.logo.dark} name={own.account} />
    </span>
  )
}

function Logo({ light, dark, name }: { light: string; dark: string | null | undefined; name: string }) {
  return (
    <picture>
      {dark && <source media="screen and (prefers-color-scheme: dark)" srcSet={dark} />}
      {/* A small picture of the right size already: it never goes through an optimiser. */}
      <img src={light} alt={name} className="brand-mark-logo" height={28} />
    </picture>
  )
}
