import pg from 'pg'
import type { Tx } from '#db/client.ts'
import { check, estateOf, northwindOf, onOneConnection, type Pair, pairsIn } from './checking.ts'
import { count, type Finding, micro, ratio } from './figure.ts'
import { inRounds, percentile } from './numbers.ts'
import { seedEstate } from './seed.ts'
import { Wire } from './wire.ts'
import type { World } from './world.ts'

/** What an access check would be if a partner's grant were all there is to it. */
async function bareSelect(tx: Tx, { accountId, partnerId, allowed }: Pair): Promise<void> {
  const answer = await tx.$client.query({
    name: 'bare-select',
    text: `select id, scope, scope_pages, starts_at, ends_at from access_grant
      where account_id = $1 and partner_id = $2 and state in ('scheduled', 'active', 'suspended')`,
    values: [accountId, partnerId],
  })
  if (answer.rows.length !== 1) throw new Error(`the grant was not found (${allowed})`)
}

/** Measure 3: may this person do this on this account? */
export async function accessCheck(world: World): Promise<Finding> {
  world.databaseIsMeasured()
  const { pool, url } = await world.database('bench_check')
  const estate = estateOf(world.options.rows ?? (world.options.quick ? 20_000 : 100_000))
  await seedEstate(pool, estate)
  const providerId = await northwindOf(pool)
  const [rounds, times] = world.options.quick ? [3, 400] : [9, 4_000]
  const pairs = await pairsIn(pool, estate, times)
  const one = new pg.Pool({ connectionString: url, max: 1 })
  const ours = () => onOneConnection(one, providerId, pairs, (tx, pair) => check(tx, providerId, pair))
  const theirs = () => onOneConnection(one, providerId, pairs, bareSelect)
  for (const warm of [ours, theirs, ours, theirs]) await warm()
  const measured = await inRounds(rounds, ours, theirs)
  await one.end()
  const queries = await queriesOfOne(world, url, providerId, pairs)
  await world.drop('bench_check')
  const tries = `${rounds} × ${times} checks each`
  const at = (what: string, share: number, most: number) =>
    ratio({
      what,
      target: { most },
      tries,
      rounds: measured,
      of: { ours: each => percentile(each, share), theirs: each => percentile(each, share) },
      show: micro,
    })
  return {
    figures: [
      at('p50', 0.5, 1.3),
      at('p99', 0.99, 1.5),
      count('queries of a check', queries, 'queries', 1, '4'),
    ],
    notes: [
      `${estate.grants} live grants of ${estate.partners} firms on ${estate.accounts} accounts. Checked in turn: the firm’s administrator, its assigned technician, the account’s owner, a stranger; every answer compared with what it must be.`,
      'Against a prepared SELECT of five columns of one grant by account and firm, through its index, on the same connection behind the same wall.',
    ],
  }
}

async function queriesOfOne(
  world: World,
  url: string,
  providerId: string,
  pairs: readonly Pair[],
): Promise<number> {
  const wire = await Wire.before(url, world.life)
  const pool = new pg.Pool({ connectionString: wire.url, max: 1 })
  const four = pairs.slice(0, 4)
  await onOneConnection(pool, providerId, four, (tx, pair) => check(tx, providerId, pair))
  await pool.end()
  // Opening and commit are the transaction's, not the checks'.
  return (wire.taken().sent.length - 2) / four.length
}
