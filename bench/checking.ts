import type pg from 'pg'
import { sightOf } from '#db/authority.ts'
import { reading, type Tx } from '#db/client.ts'
import { may } from '#lib/access/authority.ts'
import type { Estate } from './seed.ts'

/** The estate in which checks are measured: no firm has two grants on one account. */
export const estateOf = (grants: number): Estate => ({
  accounts: 20_000,
  partners: 1_999,
  grants,
  end: 'later',
})

export interface Pair {
  readonly personId: string
  readonly accountId: string
  readonly partnerId: string
  /** Whether the person may update the account's services. */
  readonly allowed: boolean
}

/** Who is checked on what, in turn: the firm's administrator, its assigned technician, the owner, and a stranger. */
export async function pairsIn(
  pool: pg.Pool,
  { accounts, partners, grants }: Estate,
  many: number,
): Promise<Pair[]> {
  const found = await pool.query<Pair>(
    `select case i % 4 when 0 then md5('admin ' || firm) when 1 then md5('technician ' || firm)
          when 2 then md5('owner ' || account) else md5('owner ' || (account % $2::int + 1)) end::uuid as "personId",
        md5('account ' || account)::uuid as "accountId", md5('partner ' || firm)::uuid as "partnerId", i % 4 < 3 as allowed
      from (select i, n % $2::int + 1 as account, n % $3::int + 1 as firm
            from (select i, (i::bigint * 7919) % $4::bigint + 1 as n from generate_series(1, $1::int) i) a) b order by i`,
    [many, accounts, partners, grants],
  )
  return found.rows
}

export async function northwindOf(pool: pg.Pool): Promise<string> {
  const found = await pool.query<{ id: string }>(`select id from provider where slug = 'northwind'`)
  return found.rows[0]?.id ?? ''
}

/** One access check, and whether it said what it must. */
export async function check(tx: Tx, providerId: string, pair: Pair): Promise<void> {
  const sight = await sightOf(tx, { personId: pair.personId, providerId }, { id: pair.accountId })
  const allowed = sight !== null && may(sight.authority, 'services.update')
  if (allowed !== pair.allowed) throw new Error(`the check of ${pair.personId} gave ${allowed}`)
}

/** Runs each of many in turn on one connection, behind the wall; gives each one's milliseconds. */
export function onOneConnection<T>(
  pool: pg.Pool,
  providerId: string,
  many: readonly T[],
  work: (tx: Tx, one: T) => Promise<void>,
): Promise<number[]> {
  return reading(
    { role: 'app', providerId },
    async tx => {
      const each: number[] = []
      for (const one of many) {
        const start = performance.now()
        await work(tx, one)
        each.push(performance.now() - start)
      }
      return each
    },
    pool,
  )
}
