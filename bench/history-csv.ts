import pg from 'pg'
import { count, type Finding, ms, ratio } from './figure.ts'
import { Caller } from './load.ts'
import { inRounds } from './numbers.ts'
import { owner } from './page-cost.ts'
import { used } from './process-tree.ts'
import { headersOf, type World } from './world.ts'

const path = '/accounts/harbour-dental/settings/activity/export'

/** Measure 10: a long history as a file. */
export async function historyAsCsv(world: World): Promise<Finding> {
  const { quick, rows } = world.options
  const many = rows ?? (quick ? 10_000 : 100_000)
  const { pool, url } = await world.database('bench_csv')
  await seedHistory(pool, many)
  world.portalIsMeasured()
  const portal = await world.portal(url)
  const headers = await headersOf(pool, portal.port, owner)
  const caller = new Caller(portal.port, 1)
  const rounds = quick ? 3 : 7
  let size = 0
  const ours = async () => {
    const start = performance.now()
    const { lines, bytes } = await caller.streamed({ path, headers, status: 200, holds: [] })
    if (lines < many) throw new Error(`the file has ${lines} lines`)
    size = bytes
    return performance.now() - start
  }
  const theirs = async () => {
    const start = performance.now()
    const lines = await copyOut(url)
    if (lines < many) throw new Error(`COPY gave ${lines} lines`)
    return performance.now() - start
  }
  // A page and a file first: what the server holds once it is warm is not the file's.
  await caller.once({ path: path.replace('/export', ''), headers, status: 200, holds: ['</html>'] })
  await ours()
  await theirs()
  const growth = await growthDuring(portal.pid, ours)
  const measured = await inRounds(rounds, ours, theirs)
  caller.close()
  await portal.stop()
  await world.drop('bench_csv')
  return {
    figures: [
      ratio({
        what: 'time',
        target: { most: 2 },
        tries: `${rounds} × ${many.toLocaleString('en')} rows`,
        rounds: measured,
        of: { ours: one => one, theirs: one => one },
        show: ms,
      }),
      count('growth of the server’s memory', growth / 1e6, 'MB', 40, '1'),
      count('size of the file', size / 1e6, 'MB', null, '1'),
    ],
    notes: [
      'The export that a signed-in owner downloads, in words and in their time zone, with session, access and wall checked for every batch; against COPY of the columns of the same rows as CSV, in the same order, over a bare connection as superuser.',
      'Growth: the highest resident memory of the portal’s processes while the file is made, above what they held before, after one file to warm up.',
    ],
  }
}

async function seedHistory(pool: pg.Pool, many: number): Promise<void> {
  await pool.query(
    `insert into event (provider_id, account_id, partner_id, at, actor_id, actor_name, actor_firm, actor_kind, action, subject_id, from_state, to_state, reason, address, data)
      select a.provider_id, a.id, p.id, now() - n * interval '1 minute', o.id, o.name,
        case n % 2 when 0 then 'Harbour Dental' else p.name end, case n % 2 when 0 then 'account' else 'partner' end,
        (array['access-request.sent', 'access-request.approved', 'grant.created', 'grant.entered', 'grant.expired', 'grant.revoked'])[n % 6 + 1],
        gen_random_uuid(), 'pending', 'approved', case when n % 5 = 0 then 'The handsets lose their registration, "again".' else '' end, '192.0.2.7',
        jsonb_build_object('partner', p.name, 'scope', 'services', 'pages', '[]'::jsonb, 'duration', '24h', 'endsAt', now() + interval '1 day', 'ticket', 'HD-' || n)
      from generate_series(1, $1::int) n, account a, partner p, person o
      where a.slug = 'harbour-dental' and p.slug = 'brightline-it' and o.email = $2`,
    [many, owner],
  )
  await pool.query('vacuum analyze event')
}

/** What PostgreSQL itself needs to write the rows as CSV to somebody who reads them. Gives the lines. */
async function copyOut(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await new Promise<number>((resolve, reject) => {
      let lines = 0
      let fault: Error | undefined
      // As much of node-postgres's own interface for queries as COPY needs.
      const query = {
        submit: (connection: { query(text: string): void }) =>
          connection.query(`copy (select e.at, e.actor_name, e.actor_firm, e.actor_kind, e.action, e.data->>'partner', e.data->>'requester',
            e.data->>'scope', e.data->>'duration', e.data->>'endsAt', e.data->>'ticket', e.data->>'changes', e.reason, e.from_state, e.to_state, e.address
            from event e join account a on a.id = e.account_id where a.slug = 'harbour-dental' order by e.id desc) to stdout (format csv)`),
        handleCopyData: () => void lines++,
        handleCommandComplete() {},
        handleError: (error: Error) => {
          fault = error
        },
        handleReadyForQuery: () => (fault ? reject(fault) : resolve(lines)),
      }
      client.query(query as unknown as pg.Submittable)
    })
  } finally {
    await client.end()
  }
}

async function growthDuring(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = used(pid).memory
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, used(pid).memory)
  }, 20)
  await work()
  clearInterval(watch)
  return Math.max(most, used(pid).memory) - before
}
