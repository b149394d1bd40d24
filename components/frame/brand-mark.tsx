import { initials } from '#components/ui/avatar.tsx'
import type { FrameBrand } from './types.ts'

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
      <picture>
        {brand.logoDarkUrl && (
          <source media="screen and (prefers-color-scheme: dark)" srcSet={brand.logoDarkUrl} />
        )}
        {/* A small picture of the right size already: it never goes through an optimiser. */}
        <img src={brand.logoUrl} alt={brand.name} className="brand-mark-logo" height={28} />
      </picture>
    </span>
  )
}
