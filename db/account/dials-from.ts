import { type Country, countryOf } from '#lib/dialling.ts'
import type { Tx } from '../client.ts'

/** Where an account dials from: numbers without a country code are meant from there. */
export async function dialsFrom(tx: Tx, accountId: string): Promise<Country | null> {
  const answer = await tx.$client.query<{ country: string; numbers: readonly string[] }>({
    name: 'account-dials-from',
    text: `select a.country, array(select s.identifier from service s where s.account_id = a.id and s.kind = 'number'
        order by s.identifier limit 5) || a.phone as numbers from account a where a.id = $1`,
    values: [accountId],
  })
  const [row] = answer.rows
  return row ? countryOf(row.country, row.numbers) : null
}
