import { digitsOfCurrency } from '#lib/money.ts'

/** Currencies whose smallest unit is not a hundredth, with how many digits stand behind their point. */
export const oddCurrencies: Readonly<Record<string, string>> = Object.fromEntries(
  Intl.supportedValuesOf('currency').flatMap(currency => {
    const digits = digitsOfCurrency(currency)
    return digits === 2 ? [] : [[currency, String(digits)]]
  }),
)

/** The SQL of a sum as files hold it: "1234.50", a point and no blank, whatever the language. `odd` is `oddCurrencies`. */
export function plainSum(amount: string, currency: string, odd: string): string {
  const digits = `coalesce((${odd}->>${currency})::int, 2)`
  return `round((${amount})::numeric / power(10::numeric, ${digits}), ${digits})`
}
