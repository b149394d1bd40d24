import type { Product } from '#lib/access/products.ts'
import { fitsCurrency, type Price } from '#lib/subscription/subscription.ts'
import type { Tx } from '../client.ts'
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
}

const columns = `o.id, o.key, o.name, o.product, o.unit_price::float8 as "unitPrice", o.currency, o.period,
  o.term_months as "termMonths", o.price_version as "priceVersion", o.trial_days as "trialDays",
  array(select distinct s.currency from subscription s where s.account_id = o.account_id and ${isLiveAt('s', '$2')}) as running`

type StoredOffer = Omit<SeenOffer, 'foreign'> & { readonly running: readonly string[] }

const seen = ({ running, ...offer }: StoredOffer): SeenOffer => ({
  ...offer,
  foreign: !fitsCurrency(offer.currency, running),
})

/** What is offered to an account, by product and name. */
export async function offersOf(tx: Tx, accountId: string, today: string): Promise<readonly SeenOffer[]> {
  const answer = await tx.$client.query<StoredOffer>(
    `select ${columns} from offer o where o.account_id = $1 order by o.product, o.name, o.id`,
    [accountId, today],
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
