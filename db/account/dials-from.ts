import { type Country, countryOf } from '#lib/dialling.ts'
import type { Tx } from '../client.ts'

/** What tells where an account `a` dials from, beside its country: its first numbers, and its telephone. */
export const tellingNumbers = `(array(select s.identifier from service s where s.account_id = a.id and s.kind = 'number'
  order by s.identifier limit 5) || a.phone)`

/** Where an account dials from: numbers without a country code are meant from there. */
export async function dialsFrom(tx: Tx, accountId: string): Promise<Country | null> {
  const answer = await tx.$client.query<{ country: string; numbers: readonly string[] }>({
    name: 'account-dials-from',
    text: `select a.country, ${tellingNumbers} as numbers from account a where a.id = $1`,
    values: [accountId],
  })
  const [row] = answer.rows
  return row ? countryOf(row.country, row.numbers) : null
}
