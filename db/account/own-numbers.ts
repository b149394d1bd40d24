import { type Country, countryOf, type WorldNumber, worldNumber } from '#lib/dialling.ts'
import type { Tx } from '../client.ts'
import { tellingNumbers } from './dials-from.ts'

/** One of an account's own numbers from which something can be sent. */
export interface SendingNumber extends WorldNumber {
  /** Of its service. */
  readonly id: string
  readonly label: string
}

export interface OwnNumbers {
  /** Where the account is: numbers without a country code are meant from there. */
  readonly country: Country | null
  /** Whole numbers of the world: an extension or a short number sends nothing. */
  readonly numbers: readonly SendingNumber[]
}

/** The account's own numbers that can send. */
export async function ownNumbers(tx: Tx, accountId: string): Promise<OwnNumbers> {
  const answer = await tx.$client.query<{
    country: string
    telling: readonly string[]
    numbers: readonly { readonly id: string; readonly identifier: string; readonly label: string }[]
  }>({
    name: 'account-own-numbers',
    text: `select a.country, ${tellingNumbers} as telling, (select coalesce(json_agg(json_build_object('id', s.id, 'identifier', s.identifier,
          'label', s.label) order by s.identifier), '[]')
        from service s where s.account_id = a.id and s.kind = 'number') as numbers
      from account a where a.id = $1`,
    values: [accountId],
  })
  const [row] = answer.rows
  if (!row) return { country: null, numbers: [] }
  const country = countryOf(row.country, row.telling)
  const numbers = row.numbers.flatMap(({ id, identifier, label }) => {
    const number = worldNumber(identifier, country)
    return number ? [{ ...number, id, label }] : []
  })
  return { country, numbers }
}
