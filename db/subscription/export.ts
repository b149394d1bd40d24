import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import type { SubscriptionFilter } from '#lib/subscription/filter.ts'
import { seesPrices } from '#lib/subscription/prices.ts'
import { subscriptionWords } from '#lib/subscription/words.ts'
import { sightOf } from '../authority.ts'
import { copyOut } from '../copy-out.ts'
import { harmless } from '../csv/cell.ts'
import { csvInBatches, headingOf } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { oddCurrencies, plainSum } from '../csv/sum.ts'
import { type InlineValue, inlined } from '../sql-text.ts'
import { renewalAt, stateAt, usedOf } from './clock.ts'
import { narrowedTo, orderOf } from './reads.ts'

interface Export {
  readonly actor: Actor
  readonly accountId: string
  /** The day where the account is. */
  readonly today: string
  readonly language: Language
  readonly filter: SubscriptionFilter
  /** What products are called, and the file's columns that only the page has words for. */
  readonly words: {
    readonly product: Readonly<Record<string, string>>
    readonly heading: Readonly<Record<'name' | 'product' | 'used' | 'currency' | 'renews', string>>
    readonly ended: string
  }
  readonly pool?: pg.Pool
  readonly size?: number
}

/** The subscriptions that a filter leaves as a file, one row each; prices for whoever may read them. */
export function subscriptionsCsv(asked: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, today, language, filter, words, pool, size = 5_000 } = asked
  const said = subscriptionWords[language]
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended: words.ended,
    pool,
    batch: async (tx, behind) => {
      const sight = await sightOf(tx, actor, { id: accountId })
      if (!sight || !may(sight.authority, 'subscriptions.read')) return null
      const prices = seesPrices(sight.authority)
      const narrowing: string[] = [accountId, today]
      const { condition } = narrowedTo(filter, narrowing)
      const values: InlineValue[] = [...narrowing]
      const given = (value: InlineValue) => `$${values.push(value)}`
      const word = (map: Readonly<Record<string, string>>, key: string) =>
        `coalesce(${given(map)}->>(${key}), ${key})`
      const columns: readonly (readonly [string, string])[] = [
        [words.heading.name, harmless('s.name')],
        [words.heading.product, word(words.product, 's.product')],
        [said.field.state, word(said.state, stateAt('s', '$2'))],
        [said.field.quantity, 's.quantity'],
        [words.heading.used, usedOf('s')],
        ...(prices
          ? ([
              [said.field.unitPrice, plainSum('s.unit_price', 's.currency', given(oddCurrencies))],
              [words.heading.currency, 's.currency'],
              [said.field.period, word(said.period, 's.period')],
            ] as const)
          : []),
        [said.field.startsOn, 's.starts_on'],
        [words.heading.renews, renewalAt('s', '$2')],
        [said.field.endsOn, 's.ends_on'],
      ]
      const beyond = behind
        ? `and (${orderOf('s')}) > (select ${orderOf('a')} from subscription a where a.account_id = $1 and a.id = ${given(behind)}::uuid)`
        : ''
      const text = `copy (select s.id, ${columns.map(([, cell]) => cell).join(', ')} from subscription s
          where s.account_id = $1 and ${condition} ${beyond} order by ${orderOf('s')} limit ${size}) to stdout (format csv)`
      const file = new Lines()
      await copyOut(tx, inlined(text, values), line => file.add(line))
      const heading = headingOf(columns.map(([name]) => name))
      return { heading, lines: file.bytes(), last: file.count === size ? file.last : null }
    },
  })
}
