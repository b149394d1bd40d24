import type { Tx } from '../client.ts'

/** How much of each an account has; 1,000 means "more than 999". */
export interface ServiceCounts {
  readonly numbers: number
  readonly trunks: number
  readonly devices: number
  readonly users: number
  /** What it bought, so that a product without any service is not passed over in silence. */
  readonly products: readonly string[]
}

const most = 1000
const capped = (from: string) => `(select count(*)::int from (select 1 from ${from} limit ${most}) c)`

export async function serviceCounts(tx: Tx, accountId: string): Promise<ServiceCounts> {
  const answer = await tx.$client.query<ServiceCounts>({
    name: 'service-counts',
    text: `select ${capped(`service where account_id = $1 and kind = 'number'`)} as numbers,
        ${capped(`service where account_id = $1 and kind = 'trunk'`)} as trunks,
        ${capped(`service where account_id = $1 and kind = 'device'`)} as devices,
        ${capped(`membership where account_id = $1 and kind = 'end-user' and state <> 'removed'`)} as users,
        coalesce((select json_agg(product order by product) from account_product where account_id = $1), '[]') as products`,
    values: [accountId],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the counts were not read')
  return row
}
