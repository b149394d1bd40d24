import { type Language, localeOf } from '#lib/language.ts'

/** A sum as it is kept: whole numbers of the currency's smallest unit, so that nothing is ever rounded. */
export interface Money {
  readonly amount: number
  /** ISO 4217: "CAD". */
  readonly currency: string
}

const known = new Set(Intl.supportedValuesOf('currency'))

/** Whether this is a currency's code, as ISO 4217 writes it. */
export function isCurrency(text: string): boolean {
  return known.has(text)
}

/** The largest sum that is taken: a thousand thousand million of the smallest unit. Sums of many stay exact below it. */
export const mostMoney = 1_000_000_000_000

/** A whole number of the smallest unit, no larger than any bill. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= mostMoney
}

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, language: Language): Intl.NumberFormat {
  const key = `${language} ${currency}`
  const kept = formats.get(key)
  if (kept) return kept
  // The code and never the sign alone: three of our currencies are written with a dollar's.
  const made = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  })
  formats.set(key, made)
  return made
}

/** How many digits of a currency stand behind the point: 2 for CAD, none for JPY. */
export function digitsOfCurrency(currency: string): number {
  return formatOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
}

/** A sum as people read it: "CAD 1,234.50", "1 234,50 CAD". It never breaks over two lines. */
export function moneyText({ amount, currency }: Money, language: Language): string {
  const shown = formatOf(currency, language).format(amount / 10 ** digitsOfCurrency(currency))
  return shown.replaceAll(' ', '\u00A0')
}

/** A sum as files hold it: "1234.50", in any language, without its currency. */
export function moneyPlain({ amount, currency }: Money): string {
  const digits = digitsOfCurrency(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = digits > 0 ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text
  return amount < 0 ? `-${whole}` : whole
}

const plain = /^-?\d{1,13}(?:\.\d{1,4})?$/

/** Reads a file's sum; null where it is none, or has more digits behind the point than the currency. */
export function readMoney(text: string, currency: string): number | null {
  if (!plain.test(text) || !isCurrency(currency)) return null
  const digits = digitsOfCurrency(currency)
  const [whole = '', rest = ''] = text.replace('-', '').split('.')
  if (rest.length > digits) return null
  const amount = Number(whole + rest.padEnd(digits, '0'))
  if (!isAmount(amount)) return null
  return text.startsWith('-') && amount > 0 ? -amount : amount
}
