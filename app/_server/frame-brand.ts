import type { FrameBrand, FrameOwn } from '#components/frame/types.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { shownLogos, type WornBrand } from '#lib/branding/own.ts'

/** A brand as the frame of a page shows it: with its pictures on this very host. */
export function frameBrand(brand: Brand): FrameBrand {
  return {
    ...brand,
    logoUrl: brand.hasLogo ? `/brand/logo?v=${brand.logoVersion}` : null,
    logoDarkUrl: brand.hasLogo ? `/brand/logo-dark?v=${brand.logoVersion}` : null,
  }
}

/** What an account shows of its own, as the frame of its pages shows it. */
export function frameOwn(worn: WornBrand | null, slug: string): FrameOwn | null {
  if (!worn) return null
  const logos = shownLogos(worn)
  return {
    account: worn.account,
    shopLink: worn.shopLink,
    supportLink: worn.supportLink,
    logo: logos && { light: logoAddress(slug, logos.light), dark: logoAddress(slug, logos.dark) },
  }
}

/** Where a logo is shown that the account wears. */
export function logoAddress(slug: string, id: string): string {
  return `/accounts/${slug}/logo/${id}`
}
