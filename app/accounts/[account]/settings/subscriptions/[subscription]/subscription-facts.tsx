import { When } from '#components/time/when.tsx'
import type { Fact } from '#components/ui/facts.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { LatestEvent } from '#db/history/latest.ts'
import type { Outcome, WholeSubscription } from '#db/subscription/reads.ts'
import { productName } from '#lib/account/words.ts'
import { calendarDay, plainList, wholeNumber } from '#lib/format.ts'
import { eventSentence } from '#lib/history/tell.ts'
import { historyWords } from '#lib/history/words.ts'
import type { Language } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { licensedProducts, totalOf } from '#lib/subscription/subscription.ts'
import { priceText, subscriptionWords } from '#lib/subscription/words.ts'
import { changeWords } from '../change-words.ts'
import { words as catalogue } from '../words.ts'

interface Reader {
  /** Whether they are told what things cost. */
  readonly prices: boolean
  readonly latest: LatestEvent | null
  readonly today: string
  readonly zone: string
  readonly language: Language
}

/** What stands at the head of a subscription’s page. */
export function factsOf(one: WholeSubscription, reader: Reader): readonly Fact[] {
  const { prices, today, language } = reader
  const words = changeWords[language]
  const said = subscriptionWords[language]
  const list = catalogue[language]
  const day = (text: string) => calendarDay(text, language)
  const inUse = list.inUse(wholeNumber(one.used, language), wholeNumber(one.quantity, language))
  const many = licensedProducts.includes(one.product)
    ? { term: words.licences, value: inUse }
    : { term: said.field.quantity, value: wholeNumber(one.quantity, language) }
  const all = said.price(moneyText(totalOf(one, one.quantity), language), said.period[one.period])
  const facts: readonly (Fact | null)[] = [
    { term: words.product, value: productName(one.product, language) },
    one.state === 'refused' ? null : many,
    prices ? { term: words.price, value: priceText(one, language) } : null,
    prices && one.state !== 'refused' ? { term: words.all, value: <strong>{all}</strong> } : null,
    one.state === 'refused'
      ? null
      : { term: one.startsOn > today ? words.begins : words.starts, value: day(one.startsOn) },
    one.renewsOn === null ? null : { term: words.renews, value: day(one.renewsOn) },
    one.endsOn === null ? null : { term: words.ends, value: day(one.endsOn) },
    {
      term: words.term,
      value:
        one.termMonths > 0
          ? list.months(wholeNumber(one.termMonths, language), one.termMonths)
          : words.noTerm,
    },
    lastChange(reader),
  ]
  return facts.filter(fact => fact !== null)
}

/** The line of the history that is about it. */
function lastChange({ latest, zone, language }: Reader): Fact | null {
  if (!latest) return null
  const { mark } = historyWords[language]
  const by = latest.side === 'portal' ? mark.portal : latest.by
  const who = latest.firm && latest.firm !== by ? `${by} (${latest.firm})` : by
  return {
    term: changeWords[language].last,
    value: (
      <TwoLines
        first={eventSentence(latest, zone, language)}
        second={
          <>
            {who}, <When at={latest.at} zone={zone} language={language} />
          </>
        }
      />
    ),
  }
}

/** What a change is about: "quantity 8", "end on 1 Jan 2027", "licence for lena@maple.example". */
export function outcomeText(outcome: Outcome | null, language: Language): string {
  const words = changeWords[language]
  if (!outcome) return ''
  const { state, quantity, endsOn, email } = outcome.changes
  const many = Number(quantity?.[1] ?? 0)
  if (state) return words.ordered(wholeNumber(many, language), many)
  const [had, gets] = (email ?? []).map(String)
  const parts = [
    gets ? words.licenceFor(gets) : had ? words.takenFrom(had) : '',
    quantity ? words.quantityTo(wholeNumber(many, language)) : '',
    endsOn ? (endsOn[1] ? words.toEnd(calendarDay(String(endsOn[1]), language)) : words.toGoOn) : '',
  ]
  return plainList(parts.filter(Boolean), language)
}
