import { darkAccents, lightAccents } from '#lib/branding/accent.ts'
import { plainAccent } from '#lib/branding/brand.ts'
import { parseColour } from '#lib/branding/colour.ts'

// Mail programs read little more than inline styles, so that is where the light look stands. The dark one stands in a
// style sheet over classes, for the programs that know dark mode.

const font = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const light = {
  page: '#f3f4f6',
  sheet: '#ffffff',
  line: '#d9dce1',
  text: '#1b1e23',
  quiet: '#555b65',
  sunken: '#f3f4f6',
}
const dark = {
  page: '#0d0e11',
  sheet: '#15171b',
  line: '#3a3f47',
  text: '#eceef1',
  quiet: '#b3b9c3',
  sunken: '#1d2025',
}

/** The inline styles of a letter in a brand's colour; one that can't be read is replaced by plain blue. */
export function lookOf(accent: string) {
  const { fill, onFill } = lightAccents(parseColour(accent) ?? plainAccent)
  const text = { margin: 0, fontFamily: font, fontSize: 16, lineHeight: '24px', color: light.text }
  const small = { ...text, fontSize: 14, lineHeight: '21px', color: light.quiet }
  return {
    fill,
    page: { margin: 0, padding: 0, backgroundColor: light.page },
    sheet: {
      maxWidth: 600,
      width: '100%',
      backgroundColor: light.sheet,
      border: `1px solid ${light.line}`,
      borderRadius: 12,
    },
    logo: { display: 'block', height: 40, width: 'auto', borderRadius: 8, backgroundColor: '#ffffff' },
    brand: { ...text, fontWeight: 600 },
    lead: { ...text, fontSize: 20, lineHeight: '28px', fontWeight: 600 },
    text,
    label: { ...small, fontWeight: 600 },
    small,
    factLabel: {
      ...small,
      width: '36%',
      textAlign: 'left',
      fontWeight: 400,
      verticalAlign: 'top',
      padding: '8px 12px 8px 0',
    },
    fact: { ...text, verticalAlign: 'top', padding: '7px 0' },
    factLine: { borderTop: `1px solid ${light.line}` },
    quote: {
      ...text,
      padding: '12px 16px',
      borderLeft: `4px solid ${light.line}`,
      backgroundColor: light.sunken,
      overflowWrap: 'anywhere',
    },
    button: {
      display: 'inline-block',
      padding: '13px 24px',
      fontFamily: font,
      fontSize: 16,
      lineHeight: '22px',
      fontWeight: 600,
      color: onFill,
      textDecoration: 'none',
    },
    address: { ...small, wordBreak: 'break-all' },
    code: {
      ...text,
      fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      fontSize: 30,
      lineHeight: '40px',
      fontWeight: 600,
      letterSpacing: 6,
    },
    /** For what is longer than six digits: a user name, a temporary password. A small screen breaks it, and cuts nothing. */
    longCode: {
      ...text,
      fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      fontSize: 18,
      lineHeight: '28px',
      fontWeight: 600,
      letterSpacing: 1,
      wordBreak: 'break-all',
      overflowWrap: 'anywhere',
    },
    link: { color: light.text },
    hidden: {
      display: 'none',
      maxHeight: 0,
      maxWidth: 0,
      overflow: 'hidden',
      opacity: 0,
      fontSize: 1,
      lineHeight: '1px',
    },
  } as const
}

/** The style sheet for dark mode and small screens: made of our own words and checked colours alone. */
export function letterStyles(accent: string, accentDark?: string | null): string {
  const { fill, onFill } = darkAccents(parseColour(accent) ?? plainAccent, parseColour(accentDark))
  const rules = [
    ['.page', `background-color:${dark.page}`],
    ['.sheet', `background-color:${dark.sheet};border-color:${dark.line}`],
    ['.text', `color:${dark.text}`],
    ['.quiet', `color:${dark.quiet}`],
    ['.line', `border-color:${dark.line}`],
    ['.quote', `color:${dark.text};background-color:${dark.sunken};border-color:${dark.line}`],
    ['.fill', `background-color:${fill}`],
    ['.on-fill', `color:${onFill}`],
  ].map(([selector, style]) => `${selector}{${(style ?? '').replaceAll(';', ' !important;')} !important}`)
  const narrow = '@media (max-width:480px){.cell{padding-left:20px !important;padding-right:20px !important}}'
  return `${narrow}:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}`
}
