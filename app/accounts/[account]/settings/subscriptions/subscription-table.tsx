import { type LongCell, LongTable } from '#components/ui/long-table.tsx'
import type { SeenSubscription } from '#db/subscription/reads.ts'
import { productName } from '#lib/account/words.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { licensedProducts } from '#lib/subscription/subscription.ts'
import { priceText } from '#lib/subscription/words.ts'
import { outgoingWords } from '../outgoing-words.ts'
import { stateBadge } from './subscription-state.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly subscriptions: readonly SeenSubscription[]
  /** Whether the reader is told what things cost. */
  readonly prices: boolean
  readonly list: string
  readonly language: Language
}

/** A row a subscription: its licences, its price, when it is renewed or over. */
export function SubscriptionTable({ subscriptions, prices, list, language }: Props) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.list}
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'licences', label: column.licences },
        ...(prices ? [{ id: 'price' as const, label: column.price, align: 'end' as const }] : []),
        { id: 'renews', label: column.renews },
        { id: 'state', label: column.state },
      ]}
      rows={subscriptions.map(one => ({
        faded: one.state === 'ended' || one.state === 'refused',
        cells: {
          name: [{ href: `${list}/${one.id}`, text: one.name }, productName(one.product, language)],
          licences: licencesOf(one, language),
          price: priceText(one, language),
          renews: whenText(one, language),
          state: stateOf(one, language),
        },
      }))}
    />
  )
}

function licencesOf(one: SeenSubscription, language: Language): LongCell {
  const { used, quantity, free, state, product } = one
  if (state === 'refused') return '–'
  if (!licensedProducts.includes(product)) return wholeNumber(quantity, language)
  const words = catalogue[language]
  const inUse = words.inUse(wholeNumber(used, language), wholeNumber(quantity, language))
  return free > 0 ? [inUse, words.freeToo(wholeNumber(free, language), free)] : inUse
}

function whenText({ state, startsOn, renewsOn, endsOn }: SeenSubscription, language: Language): string {
  const words = catalogue[language]
  if (state === 'refused') return '–'
  if (endsOn !== null) return words.endsOn(calendarDay(endsOn, language))
  if (state === 'scheduled') return words.startsOn(calendarDay(startsOn, language))
  return renewsOn === null ? '–' : words.renewsOn(calendarDay(renewsOn, language))
}

function stateOf({ state, waiting }: SeenSubscription, language: Language): LongCell {
  const badge = stateBadge(state, language)
  return waiting ? [badge, { tone: 'info', icon: 'waiting', text: outgoingWords[language].waits }] : badge
}
