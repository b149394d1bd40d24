import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sqlText } from '#db/sql-text.ts'
import { filled, formsIn, multipart } from '#e2e/fixtures/forms.ts'
import { count, type Finding, ms, ratio } from './figure.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds, median, timed } from './numbers.ts'
import { owner } from './page-cost.ts'
import { seedRequests } from './seed-requests.ts'
import { Wire } from './wire.ts'
import { type BenchPortal, headersOf, type World } from './world.ts'

const list = '/accounts/harbour-dental/settings/authorisation'

/** Measure 6: giving access, as a browser without JavaScript does. */
export async function approve(world: World): Promise<Finding> {
  const [rounds, times] = world.options.quick ? [3, 8] : [7, 40]
  const many = (rounds + 1) * times
  const { pool, url } = await world.database('bench_approve')
  // The first half is approved on the page, the second by hand.
  const requests = await seedRequests(pool, many * 2 + 1)
  world.portalIsMeasured()
  const portal = await world.portal(url)
  const caller = new Caller(portal.port, 1)
  const headers = await headersOf(pool, portal.port, owner)
  const raw = new pg.Client({ connectionString: url })
  await raw.connect()
  const empty: Asked = { path: '/demo/empty', headers, status: 200, holds: ['<p>Empty</p>'] }
  const asked = requests.slice(0, many)
  const byHand = requests.slice(many, many * 2)
  const ours = async () => {
    const each: number[] = []
    for (const request of asked.splice(0, times)) {
      const post = await approval(caller, headers, request)
      await untilQuiet(pool)
      each.push((await caller.once(post)).ms)
    }
    return median(each)
  }
  const theirs = async () => {
    const each: number[] = []
    for (const request of byHand.splice(0, times)) {
      const text = await rawApproval(pool, request)
      const transaction = await timed(() => raw.query(text))
      each.push(transaction + (await caller.once(empty)).ms)
    }
    return median(each)
  }
  await ours()
  await theirs()
  const measured = await inRounds(rounds, ours, theirs)
  await raw.end()
  caller.close()
  const different = await differences(pool, requests.slice(0, many), requests.slice(many, many * 2))
  await portal.stop()
  const trips = await tripsOfOne(world, pool, url, requests.at(-1) ?? '')
  await world.drop('bench_approve')
  return {
    figures: [
      ratio({
        what: 'p50',
        target: { most: 1.2 },
        tries: `${rounds} × ${times} approvals each`,
        rounds: measured,
        of: { ours: one => one, theirs: one => one },
        show: ms,
      }),
      count('round trips beside brand and session', trips, 'round trips', 4, '1'),
      count('tables with other rows than by hand', different, 'tables', 0, '6 tables'),
    ],
    notes: [
      'The rendered form, posted as multipart without JavaScript, until the 303. Against one transaction of the same rows (request, grant, assignment, two events, three letters, the form’s answer), sent as one text over a connection that bypasses wall, locks and checks, plus one empty page.',
      'No letter is being sent while either side is timed.',
    ],
  }
}

/** The approve form of a request as it was rendered, for 24 hours. */
async function approval(
  caller: Caller,
  headers: Readonly<Record<string, string>>,
  request: string,
): Promise<Asked> {
  const path = `${list}/requests/${request}`
  const page = await caller.once({ path, headers, status: 200, holds: ['name="duration"'] })
  const form = formsIn(page.body).find(({ fields }) => fields.some(([name]) => name === 'duration'))
  if (!form) throw new Error(`no form to approve with on ${path}`)
  const { body, headers: type } = multipart(filled(form, { duration: '24h' }))
  return { path, method: 'POST', body, headers: { ...headers, ...type }, status: 303, holds: [] }
}

/** Settles when no letter is on its way: the sender's work is not the approval's. */
async function untilQuiet(pool: pg.Pool): Promise<void> {
  for (;;) {
    const left = await pool.query(`select 1 from letter where state = 'queued' limit 1`)
    if (left.rowCount === 0) return
  }
}

/** The rows of an approval as one text. */
async function rawApproval(pool: pg.Pool, request: string): Promise<string> {
  await untilQuiet(pool)
  const grant = randomUUID()
  const common = sqlText`from access_request r join partner p on p.id = r.partner_id, person o where r.id = ${request}::uuid and o.email = ${owner}`
  const event = (action: string, subject: string, from: string | null, to: string) =>
    sqlText`insert into event (provider_id, account_id, partner_id, at, actor_id, actor_name, actor_firm, actor_kind, action, subject_id, from_state, to_state, address, data)
      select r.provider_id, r.account_id, r.partner_id, clock_timestamp(), o.id, o.name, 'Harbour Dental', 'account', ${action}, ${subject}::uuid, ${from}, ${to}, '127.0.0.1',
        jsonb_build_object('partner', p.name, 'scope', r.scope, 'pages', r.scope_pages, 'duration', r.duration, 'ticket', '') ` +
    common
  const letters = sqlText`insert into letter (provider_id, branding_domain_id, account_id, person_id, to_address, to_name, language, kind, subject_id, facts, dedupe_key, state)
      select r.provider_id, w.home_brand_id, r.account_id, w.id, w.email, w.name, w.language, 'access-approved', r.id,
        jsonb_build_object('by', o.name, 'firm', 'Harbour Dental', 'grantId', ${grant}::text), 'access-approved:' || r.id || ':' || w.id, 'sent' ${''}`
  return [
    'begin',
    sqlText`update access_request set state = 'approved', version = version + 1, decided_at = clock_timestamp(), decided_by = (select id from person where email = ${owner}) where id = ${request}::uuid`,
    sqlText`insert into access_grant (id, provider_id, account_id, partner_id, request_id, scope, duration, starts_at, ends_at, state, approved_by, due_at)
      select ${grant}::uuid, r.provider_id, r.account_id, r.partner_id, r.id, r.scope, r.duration, clock_timestamp(), clock_timestamp() + interval '24 hours', 'active', o.id, clock_timestamp() + interval '22 hours' ` +
      common,
    sqlText`insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by)
      select r.provider_id, r.account_id, ${grant}::uuid, r.partner_id, s.id, o.id from access_request r join partner_staff s on s.partner_id = r.partner_id and s.person_id = r.requested_by, person o where r.id = ${request}::uuid and o.email = ${owner}`,
    event('access-request.approved', request, 'pending', 'approved'),
    event('grant.created', grant, null, 'active'),
    `${letters.slice(0, -2)}${sqlText`from access_request r, person o, person w where r.id = ${request}::uuid and o.email = ${owner}
        and w.id in (select s.person_id from partner_staff s where s.partner_id = r.partner_id union select m.person_id from membership m where m.account_id = r.account_id and m.kind = 'account-manager')`}`,
    sqlText`insert into form_answer (provider_id, key, input_hash, answer) select provider_id, ${randomUUID()}::uuid, ${'0'.repeat(64)}, '{"to": "/"}'::jsonb from access_request where id = ${request}::uuid`,
    'commit',
  ].join(';')
}

/** In how many tables both ways left different numbers of rows behind. */
async function differences(
  pool: pg.Pool,
  ours: readonly string[],
  theirs: readonly string[],
): Promise<number> {
  const counts = async (requests: readonly string[]) => {
    const found = await pool.query<Record<string, string>>(
      `select (select count(*) from access_request where id = any($1) and state = 'approved') as a,
          (select count(*) from access_grant where request_id = any($1)) as b,
          (select count(*) from assignment x join access_grant g on g.id = x.grant_id where g.request_id = any($1)) as c,
          (select count(*) from event where subject_id = any($1) and action = 'access-request.approved') as d,
          (select count(*) from event e join access_grant g on g.id = e.subject_id where g.request_id = any($1)) as e,
          (select count(*) from letter where subject_id = any($1)) as f`,
      [requests],
    )
    return Object.values(found.rows[0] ?? {}).map(Number)
  }
  const [left, right] = [await counts(ours), await counts(theirs)]
  if (left[0] !== ours.length) throw new Error(`${left[0]} of ${ours.length} requests were approved`)
  return left.filter((value, i) => value !== right[i]).length
}

/** How often one approval waits for the database, without the look-ups of brand and session. */
async function tripsOfOne(world: World, pool: pg.Pool, url: string, request: string): Promise<number> {
  const wire = await Wire.before(url, world.life)
  const portal: BenchPortal = await world.portal(wire.url)
  const caller = new Caller(portal.port, 1)
  const headers = await headersOf(pool, portal.port, owner)
  const post = await approval(caller, headers, request)
  await untilQuiet(pool)
  wire.taken()
  await caller.once(post)
  // What follows the commit is the sender's.
  const { sent } = wire.taken()
  const until = sent.findIndex(({ text }) => text.includes('insert into form_answer'))
  caller.close()
  await portal.stop()
  const lookUps = sent
    .slice(0, until + 1)
    .filter(({ text }) => text.includes('commit') && text.includes('begin'))
  return (sent[until]?.trip ?? 0) - lookUps.length
}
