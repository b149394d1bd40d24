import { createHash } from 'node:crypto'
import pg from 'pg'
import { reading, writing } from '#db/client.ts'
import { beginSession, sessionOf } from '#db/sign-in/session.ts'
import type { Wall } from '#db/step-behind.ts'
import { betterAuth } from './better-auth.ts'
import { casbin } from './casbin.ts'
import { check, estateOf, northwindOf, onOneConnection, pairsIn } from './checking.ts'
import { type Finding, micro, ratio } from './figure.ts'
import { ensurePeers } from './install-peers.ts'
import { inRounds, median } from './numbers.ts'
import { seedEstate } from './seed.ts'
import type { World } from './world.ts'

/** Measure 4: the access check beside those that others would take from a shelf. */
export async function peers(world: World): Promise<Finding> {
  await ensurePeers(world.life)
  world.databaseIsMeasured()
  const { quick, rows } = world.options
  const { pool, url } = await world.database('bench_peers')
  const estate = estateOf(rows ?? (quick ? 20_000 : 100_000))
  await seedEstate(pool, estate)
  const organisation = await betterAuth(url, pool, estate)
  const policy = await casbin(estate)
  const providerId = await northwindOf(pool)
  const [rounds, times, few] = quick ? [3, 200, 2] : [7, 1_000, 10]
  const pairs = await pairsIn(pool, estate, times)
  const own = new pg.Pool({ connectionString: url, max: 1 })
  const alone = async () =>
    median(await onOneConnection(own, providerId, pairs, (tx, pair) => check(tx, providerId, pair)))
  const whole = await wholeRequest(own, providerId, times)
  const theirs = async () => median(await organisation.checks(times))
  const enforce = async () => median(await policy.checks(few))
  for (const warm of [alone, whole, theirs, enforce]) await warm()
  const against = [
    {
      what: 'check, against better-auth',
      rounds: await inRounds(rounds, alone, theirs),
      target: { least: 10 },
    },
    {
      what: 'session, transaction and check, against better-auth',
      rounds: await inRounds(rounds, whole, theirs),
      target: null,
    },
  ]
  const casbinRounds = await inRounds(rounds, alone, enforce)
  await organisation.close()
  await own.end()
  await world.drop('bench_peers')
  const of = { ours: (one: number) => one, theirs: (one: number) => one }
  const tries = `${rounds} × ${times} checks each`
  return {
    figures: [
      ...against.map(one => ratio({ ...one, tries, of, show: micro, faster: true })),
      ratio({
        what: 'check, against casbin',
        target: { least: 50 },
        tries: `${rounds} × ${times} checks, ${few} of casbin’s`,
        rounds: casbinRounds,
        of,
        show: micro,
        faster: true,
      }),
    ],
    notes: [
      `How many times as fast: medians of each side. ${estate.grants} grants on ${estate.accounts} accounts; better-auth with ${estate.accounts} organisations and ${estate.grants} memberships in the same PostgreSQL, through a pool of the same driver.`,
      'better-auth: auth.api.hasPermission with a real session cookie, as its documentation has it on a server; that includes its look-up of the session. The first line is our check on the connection of the page’s transaction, as pages run it; the second adds what it stands on: session look-up, begin, wall and commit.',
      `casbin: enforce() of a node-casbin enforcer that holds a policy of ${estate.grants} lines and the firms’ staff as roles in memory, with the cheapest comparison first in its matcher; it has no times and no database, so nobody’s access would end by itself.`,
    ],
  }
}

/** What a request does from cookie to decision. */
async function wholeRequest(
  pool: pg.Pool,
  providerId: string,
  times: number,
): Promise<() => Promise<number>> {
  const wall: Wall = { role: 'app', providerId }
  const brand = await pool.query<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const place = { providerId, brandingDomainId: brand.rows[0]?.id ?? '' }
  const personId = idFrom('owner 1')
  const session = await writing(
    wall,
    tx => beginSession(tx, place, personId, { address: '127.0.0.1', userAgent: 'bench' }),
    pool,
  )
  const pair = { personId, accountId: idFrom('account 1'), partnerId: '', allowed: true }
  return async () => {
    const each: number[] = []
    for (let i = 0; i < times; i++) {
      const start = performance.now()
      const actor = await sessionOf(place, session.token, '127.0.0.1', pool)
      if (actor?.personId !== personId) throw new Error('the session was not found')
      await reading(wall, tx => check(tx, providerId, pair), pool)
      each.push(performance.now() - start)
    }
    return median(each)
  }
}

/** The id that the seed gave. */
function idFrom(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
