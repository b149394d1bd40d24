import { calendarDay, wholeNumber } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import type { Period, Price, SubscriptionState } from './subscription.ts'

/** What the parts of a subscription are called, on screen, in files and in the history. */
export const subscriptionWords = bilingual({
  en: {
    state: {
      active: 'Active',
      scheduled: 'Begins later',
      ending: 'Ends at renewal',
      ended: 'Ended',
      refused: 'Refused',
    } satisfies Record<SubscriptionState, string>,
    period: { month: 'a month', year: 'a year' } satisfies Record<Period, string>,
    field: {
      quantity: 'Quantity',
      unitPrice: 'Price for each',
      period: 'Billed',
      startsOn: 'Starts',
      endsOn: 'Ends',
      state: 'State',
    },
    noEnd: 'no end',
    none: 'none',
    price: (sum: string, period: string) => `${sum} ${period}`,
  },
  fr: {
    state: {
      active: 'Actif',
      scheduled: 'Débute plus tard',
      ending: 'Prend fin au renouvellement',
      ended: 'Terminé',
      refused: 'Refusé',
    },
    period: { month: 'par mois', year: 'par an' },
    field: {
      quantity: 'Quantité',
      unitPrice: 'Prix unitaire',
      period: 'Facturation',
      startsOn: 'Début',
      endsOn: 'Fin',
      state: 'État',
    },
    noEnd: 'sans fin',
    none: 'aucun',
    price: (sum, period) => `${sum} ${period}`,
  },
})

/** What one costs: "CAD 19.95 a month". */
export function priceText({ unitPrice, currency, period }: Price, language: Language): string {
  const words = subscriptionWords[language]
  return words.price(moneyText({ amount: unitPrice, currency }, language), words.period[period])
}

type Named = Readonly<Record<string, string>>

/** A stored value of a subscription as people read it; null for a field that is none of its. */
export function subscriptionValueText(field: string, value: string, language: Language): string | null {
  const words = subscriptionWords[language]
  if (!Object.hasOwn(words.field, field)) return null
  if (value === '') return field === 'endsOn' ? words.noEnd : words.none
  if (field === 'quantity') return wholeNumber(Number(value), language)
  if (field === 'startsOn' || field === 'endsOn') return calendarDay(value, language)
  const named: Named = field === 'period' ? words.period : field === 'state' ? words.state : {}
  return Object.hasOwn(named, value) ? (named[value] ?? value) : value
}
