import type { LetterBrand } from './letter.ts'

// The demo's brands as letters see them.

export const sampleBrands = {
  northwind: brand('northwind', 'Northwind Telecom', '#0b5cab', 'Northwind Care', 'care', '+1 604 555 0100'),
  boreal: brand(
    'boreal',
    'Boréal Voix',
    '#0f6b5f',
    'Service à la clientèle Boréal',
    'aide',
    '+1 514 555 0140',
  ),
  southern: brand(
    'southern',
    'Southern Cross Voice',
    '#9a3412',
    'Southern Cross Support',
    'support',
    '+61 2 5550 0188',
  ),
} as const

function brand(
  key: string,
  name: string,
  accent: string,
  supportName: string,
  mailbox: string,
  supportPhone: string,
): LetterBrand {
  const host = `${key}.localhost`
  return {
    host,
    origin: `http://${host}:3000`,
    name,
    accent,
    supportName,
    supportEmail: `${mailbox}@${key}.example`,
    supportPhone,
    accentDark: null,
    logoVersion: 1,
    hasLogo: true,
  }
}
