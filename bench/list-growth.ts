import type pg from 'pg'
import { momentCursor } from '#db/lists/moment-cursor.ts'
import { count, type Finding, ms, ratio } from './figure.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds, median } from './numbers.ts'
import { owner } from './page-cost.ts'
import { seedLists } from './seed.ts'
import { type Sent, Wire } from './wire.ts'
import { headersOf, type World } from './world.ts'

const small = 25

/** Measure 2: the list stays as fast as it was, whatever stands behind it. */
export async function listGrowth(world: World): Promise<Finding> {
  const { quick, rows } = world.options
  const large = rows ?? (quick ? 5_000 : 100_000)
  const sizes = [small, 1_000, large]
  const { pool, url } = await world.database('bench_list')
  await seedLists(pool, sizes)
  world.portalIsMeasured()
  const portal = await world.portal(url)
  const headers = await headersOf(pool, portal.port, owner)
  const caller = new Caller(portal.port, 1)
  const base = pageOf(small, '', headers)
  const pages = [
    { what: '1,000 grants, first page', asked: pageOf(1_000, '', headers) },
    { what: '1,000 grants, deep page', asked: pageOf(1_000, await deepIn(pool, 1_000), headers) },
    { what: `${large.toLocaleString('en')} grants, first page`, asked: pageOf(large, '', headers) },
    {
      what: `${large.toLocaleString('en')} grants, deep page`,
      asked: pageOf(large, await deepIn(pool, large), headers),
    },
  ]
  const [rounds, times] = quick ? [3, 20] : [7, 60]
  const block = async (asked: Asked) => median((await caller.many(asked, times, 1)).each)
  for (const asked of [base, ...pages.map(page => page.asked), base]) await caller.many(asked, times * 2, 1)
  const figures = []
  for (const { what, asked } of pages) {
    const measured = await inRounds(
      rounds,
      () => block(asked),
      () => block(base),
    )
    const of = { ours: (one: number) => one, theirs: (one: number) => one }
    figures.push(
      ratio({
        what,
        target: { most: 1.15 },
        tries: `${rounds} × ${times} pages each`,
        rounds: measured,
        of,
        show: ms,
      }),
    )
  }
  await portal.stop()
  const sent = await statementsOf(
    world,
    pool,
    url,
    pages.map(page => page.asked.path),
  )
  const scans = await scansIn(pool, sent.flat())
  caller.close()
  await world.drop('bench_list')
  const queries = Math.max(...sent.map(list => list.length))
  return {
    figures: [
      ...figures,
      count('queries of the page', queries, 'queries', 3, `${sent.length} pages`),
      count('sequential scans of grants', scans, 'scans', 0, `${sent.flat().length} plans`),
    ],
    notes: [
      'The same page, one request at a time, against itself on an account with 25 grants. Deep is nine tenths down the list, by its own cursor.',
      'Queries as they pass between portal and database, without the look-ups of brand and session and the access check, which brings what the frame names; plans by EXPLAIN with the values that were sent, behind the wall.',
    ],
  }
}

function pageOf(size: number, after: string, headers: Readonly<Record<string, string>>): Asked {
  const query = after ? `?show=live&after=${encodeURIComponent(after)}` : ''
  const path = `/accounts/bench-list-${size}/settings/authorisation${query}`
  return { path, headers, status: 200, holds: ['Harriet Osei', '>Firm ', '</html>'] }
}

/** The cursor after which the page begins that stands nine tenths down the list. */
async function deepIn(pool: pg.Pool, size: number): Promise<string> {
  const found = await pool.query<{ cursor: string }>(
    `select ${momentCursor('g.created_at', 'g.id')} as cursor
      from access_grant g join account a on a.id = g.account_id and a.slug = $1
      order by g.created_at desc, g.id desc offset $2 limit 1`,
    [`bench-list-${size}`, Math.floor(size * 0.9)],
  )
  return found.rows[0]?.cursor ?? ''
}

/** What a portal asks the database for each of these pages, beside who asks, on which brand, and whether they may. */
async function statementsOf(
  world: World,
  pool: pg.Pool,
  url: string,
  paths: readonly string[],
): Promise<Sent[][]> {
  const wire = await Wire.before(url, world.life)
  const portal = await world.portal(wire.url)
  const headers = await headersOf(pool, portal.port, owner)
  const caller = new Caller(portal.port, 1)
  const sent: Sent[][] = []
  for (const path of paths) {
    wire.taken()
    await caller.once({ path, headers, status: 200, holds: ['</html>'] })
    sent.push(wire.taken().sent.filter(({ text }) => text.startsWith('select') || text.startsWith('with')))
  }
  caller.close()
  await portal.stop()
  const isCheck = ({ text }: Sent) => text.includes('"timeZone", a.parent_id')
  return sent.map(list => list.map(one => ({ ...one, text: one.text.trim() })).filter(one => !isCheck(one)))
}

/** How many of the statements read the grants from end to end. */
async function scansIn(pool: pg.Pool, statements: readonly Sent[]): Promise<number> {
  const client = await pool.connect()
  let scans = 0
  try {
    const provider = await client.query<{ id: string }>(`select id from provider where slug = 'northwind'`)
    await client.query(
      `begin; set local role latchkey_app; set local app.provider = '${provider.rows[0]?.id}'`,
    )
    for (const { text, values } of statements) {
      const plan = await client.query<{ 'QUERY PLAN': string }>({
        text: `explain ${text}`,
        values: [...values],
      })
      if (plan.rows.some(row => /Seq Scan on access_grant/.test(row['QUERY PLAN']))) scans++
    }
    await client.query('rollback')
  } finally {
    client.release()
  }
  return scans
}
