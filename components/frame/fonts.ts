import localFont from 'next/font/local'

// The package's own entry would preload the second face on every page; codes are few, so it loads when one is shown.
const sans = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
})

const mono = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
})

/** For `<html className={fontClasses}>`: gives the style sheet its two faces, served from this host. */
export const fontClasses = `${sans.variable} ${mono.variable}`
