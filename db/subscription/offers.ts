import type { Product } from '#lib/access/products.ts'
import { fitsCurrency, type Price } from '#lib/subscription/subscription.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { hasTried } from '../trial/reads.ts'
import { isLiveAt } from './clock.ts'

/** What an account can buy, at its own price. */
export interface SeenOffer extends Price {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly product: Product
  /** 0 = it can't be tried out. */
  readonly trialDays: number
  /** It is priced in another currency than the account is billed in. */
  readonly foreign: boolean
  /** The account has tried it out, or tries it out now. */
  readonly tried: boolean
}

const columns = `o.id, o.key, o.name, o.product, o.unit_price::float8 as "unitPrice", o.currency, o.period,
  o.term_months as "termMonths", o.price_version as "priceVersion", o.trial_days as "trialDays",
  ${hasTried('o.account_id', 'o.key')} as tried,
  array(select distinct s.currency from subscription s where s.account_id = o.account_id and ${isLiveAt('s', '$2')}) as running`

type StoredOffer = Omit<SeenOffer, 'foreign'> & { readonly running: readonly string[] }

const seen = ({ running, ...offer }: StoredOffer): SeenOffer => ({
  ...offer,
  foreign: !fitsCurrency(offer.currency, running),
})

/** How many a page lists to choose from; the others are looked for. */
export const offersAtOnce = 200

/** Which offers are asked for. */
export interface OfferQuestion {
  readonly accountId: string
  /** The day where the account is. */
  readonly today: string
  /** What can be ordered in the portal, or what can be tried out still. */
  readonly to: 'order' | 'try'
  readonly search: string
  /** One that is listed whatever is looked for: what was chosen before. */
  readonly chosen?: string | undefined
}

/** The first is the twin of `fitsCurrency`. */
const askedFor: Readonly<Record<OfferQuestion['to'], string>> = {
  order: `(o.currency = any(o.running) or o.running = '{}')`,
  try: `(o."trialDays" > 0 and not o.tried)`,
}

/** What is offered to an account, by product and name; one more than asked for where there are more. */
export async function offersOf(
  tx: Tx,
  { accountId, today, to, search, chosen }: OfferQuestion,
  limit: number,
): Promise<readonly SeenOffer[]> {
  const values: (string | null)[] = [accountId, today, chosen ?? null]
  const pattern = containing(search)
  const found = pattern ? `(o.id = $3::uuid or ${folded('o.name')} like $${values.push(pattern)})` : 'true'
  const answer = await tx.$client.query<StoredOffer>(
    `select * from (select ${columns} from offer o where o.account_id = $1) o where ${askedFor[to]} and ${found}
      order by coalesce(o.id = $3::uuid, false) desc, o.product, o.name, o.id ${atMost(limit + 1)}`,
    values,
  )
  return answer.rows.map(seen)
}

/** One offer to the account, or null. */
export async function offerOf(
  tx: Tx,
  accountId: string,
  today: string,
  id: string,
): Promise<SeenOffer | null> {
  const answer = await tx.$client.query<StoredOffer>(
    `select ${columns} from offer o where o.account_id = $1 and o.id = $3`,
    [accountId, today, id],
  )
  const [found] = answer.rows
  return found ? seen(found) : null
}
