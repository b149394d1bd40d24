import type { FrameBrand } from '#components/frame/types.ts'
import type { Brand } from '#lib/branding/brand.ts'

/** A brand as the frame of a page shows it: with its pictures on this very host. */
export function frameBrand(brand: Brand): FrameBrand {
  return {
    ...brand,
    logoUrl: brand.hasLogo ? `/brand/logo?v=${brand.logoVersion}` : null,
    logoDarkUrl: brand.hasLogo ? `/brand/logo-dark?v=${brand.logoVersion}` : null,
  }
}
