import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { fontClasses } from '#components/frame/fonts.ts'
import { brandStyle } from '#lib/branding/brand.ts'
import { localeOf } from '#lib/language.ts'
import { currentBrand } from './_server/brand.ts'
import { currentLanguage } from './_server/session.ts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const brand = await currentBrand()
  return {
    title: { default: brand.name, template: `%s · ${brand.name}` },
    icons: { icon: `/brand/favicon?v=${brand.logoVersion}` },
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const brand = await currentBrand()
  const language = await currentLanguage()
  return (
    <html lang={localeOf(language)} className={fontClasses}>
      <head>
        {/* A sheet of its own, not inline: a page that is made anew after a change of the colours brings another nonce. */}
        <link rel="stylesheet" href={`/brand/colours?v=${brandStyle(brand).version}`} precedence="brand" />
      </head>
      {/* What the error page, which is made in the browser, says of the brand. */}
      <body
        data-brand={brand.name}
        data-support-name={brand.supportName}
        data-support-email={brand.supportEmail}
        data-support-phone={brand.supportPhone}
      >
        {children}
      </body>
    </html>
  )
}
