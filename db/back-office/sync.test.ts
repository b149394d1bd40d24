import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isNight } from '#lib/back-office/run.ts'
import { newWorld } from '../proof/world.ts'
import { beginNightly, beginRun } from './run.ts'
import { runSyncs } from './sync.ts'
import { bill, fakeOffice, number } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const presser = 'platform@northwind.example'
let office = fakeOffice()

beforeEach(async () => {
  office = fakeOffice()
  await world.rows('delete from sync_run')
  await world.rows('delete from back_office_change')
  for (const table of ['service', 'invoice', 'balance'])
    await world.rows(`delete from ${table} where account_id = $1`, [maple])
})

async function press(account = maple) {
  const pressed = await world.onAccount(presser, account, 'sync.run', beginRun)
  if (pressed === 'not-found') throw new Error('not theirs to press')
  return pressed
}
const work = (budget = 20_000) => runSyncs({ backOffice: office, from: world.pool }, budget)
interface Run {
  state: string
  attempt: number
  problem: string
  counts: Record<string, Record<string, number>>
  faults: Record<string, unknown>[]
  told: Record<string, unknown>[]
  seen: string[]
}
const run = async () => (await world.rows<Run>('select * from sync_run order by created_at desc limit 1'))[0]
const events = () =>
  world.rows<{ action: string; actor_name: string; data: { counts?: Record<string, number> } }>(
    `select action, actor_name, data from event where account_id = $1 and action like 'sync.%' order by id`,
    [maple],
  )
const services = () =>
  world.rows<{ key: string; label: string }>(
    'select key, label from service where account_id = $1 order by key',
    [maple],
  )

describe('a pull', () => {
  test('adds, changes and takes away, page by page, and tells it', async () => {
    office.held = {
      services: [
        number('a', '+1 514 555 0101'),
        number('b', '+1 514 555 0102'),
        number('c', '+1 514 555 0103'),
      ],
      invoices: [bill('i-1')],
      balances: [{ currency: 'CAD', amount: 1050, as_of: '2026-11-29T00:00:00Z' }],
    }
    office.size = 2
    expect(await press()).toMatchObject({ outcome: 'begun' })
    expect(await work()).toEqual({ synced: 1 })
    expect(await run()).toMatchObject({
      state: 'done',
      counts: { services: { read: 3, added: 3 }, invoices: { added: 1 }, balances: { added: 1 } },
      seen: [],
    })
    office.held = {
      services: [number('a', '+1 514 555 0101', { label: 'Front' }), number('b', '+1 514 555 0102')],
    }
    await press()
    await work()
    expect(await run()).toMatchObject({
      counts: { services: { changed: 1, gone: 1 }, balances: { gone: 1 } },
      told: [
        { kind: 'services', name: '+1 514 555 0101', did: 'changed' },
        { kind: 'services', name: '+1 514 555 0103', did: 'gone' },
        { kind: 'balances', name: 'CAD', did: 'gone' },
      ],
    })
    expect(await services()).toEqual([
      { key: 'a', label: 'Front' },
      { key: 'b', label: 'b' },
    ])
    expect(await world.rows('select 1 from invoice where account_id = $1', [maple])).toHaveLength(1)
    expect((await events()).slice(-2)).toMatchObject([
      { action: 'sync.started', actor_name: 'Nora Whitfield' },
      { action: 'sync.finished', data: { counts: { 'services-changed': 1, 'services-gone': 1 } } },
    ])
  })

  test('knows again by what it is what no back office had known, and doubles nothing', async () => {
    await world.rows(
      `insert into service (provider_id, account_id, product, kind, identifier, label)
        select provider_id, id, 'cloud-pbx', 'number', '+1 514 555 0101', 'Ours' from account where id = $1`,
      [maple],
    )
    office.held = { services: [number('a', '+1 514 555 0101', { label: 'Theirs' })] }
    await press()
    await work()
    expect(await services()).toEqual([{ key: 'a', label: 'Theirs' }])
  })

  test('refuses bad rows with their place, a key of another account’s among them, and takes the others', async () => {
    const [theirs] = await world.rows<{ key: string }>(
      `select key from service where account_id = $1 limit 1`,
      [world.account('harbour-dental')],
    )
    const before = await world.rows('select * from service where key = $1', [theirs?.key])
    office.size = 2
    office.held = {
      services: [
        number('a', '+1 514 555 0101'),
        number(theirs?.key ?? '', '+1 999 555 0000'),
        number('a', '+1 2345678'),
      ],
      invoices: [bill('i-1', { currency: 'XXQ' }), bill('i-2', { total: '10.50' })],
    }
    await press()
    await work()
    expect(await run()).toMatchObject({
      state: 'done',
      faults: [
        { kind: 'services', page: 1, row: 2, code: 'other-account' },
        { kind: 'services', page: 2, row: 1, code: 'twice' },
        { kind: 'invoices', page: 1, row: 1, field: 'currency', code: 'unknown-currency' },
        { kind: 'invoices', page: 1, row: 2, field: 'total', code: 'not-an-amount' },
      ],
    })
    expect(await services()).toHaveLength(1)
    expect(await world.rows('select * from service where key = $1', [theirs?.key])).toEqual(before)
  })

  test('takes nothing away where too much would go at once, and says so', async () => {
    office.held = {
      services: Array.from({ length: 12 }, (_, n) => number(`k${n}`, `+1 514 555 01${n + 10}`)),
    }
    await press()
    await work()
    office.held = {}
    await press()
    await work()
    expect(await services()).toHaveLength(12)
    expect(await run()).toMatchObject({ faults: [{ code: 'kept-too-many' }] })
  })

  test('keeps what a change of the portal says that is on its way, or was confirmed while the page came', async () => {
    office.held = { services: [number('a', '+1 514 555 0101'), number('b', '+1 514 555 0102')] }
    await press()
    await work()
    await world.rows(`update service set label = 'Ours' where account_id = $1`, [maple])
    const change = (key: string, state: string) =>
      world.rows(
        `insert into back_office_change (provider_id, account_id, kind, key, changes, state, settled_at)
          select provider_id, id, 'services', $2, '{"label": ["x", "Ours"]}', $3,
            case when $3 = 'confirmed' then clock_timestamp() end from account where id = $1`,
        [maple, key, state],
      )
    await change('a', 'waiting')
    office.onRead = async kind => {
      if (kind === 'services') await change('b', 'confirmed')
      return undefined
    }
    await press()
    await work()
    expect((await services()).map(one => one.label)).toEqual(['Ours', 'Ours'])
    expect(await run()).toMatchObject({ counts: { services: { held: 2, changed: 0 } } })
  })

  test('leaves there what was confirmed between two of its pages, and so is on none', async () => {
    office.held = { services: [number('a', '+1 514 555 0101'), number('b', '+1 514 555 0102')] }
    office.size = 1
    office.onRead = async (kind, cursor) => {
      if (kind !== 'services' || cursor === null) return undefined
      await world.rows(
        `with made as (insert into service (provider_id, account_id, product, kind, identifier, label, key)
            select provider_id, id, 'cloud-pbx', 'number', '+1 514 555 0103', 'Ours', 'portal-c' from account where id = $1
            returning provider_id, account_id, key)
          insert into back_office_change (provider_id, account_id, kind, key, changes, state, settled_at)
            select provider_id, account_id, 'services', key, '{"label": ["x", "Ours"]}', 'confirmed', clock_timestamp() from made`,
        [maple],
      )
      return undefined
    }
    await press()
    await work()
    expect((await services()).map(one => one.key)).toEqual(['a', 'b', 'portal-c'])
    office.onRead = () => undefined
    await press()
    await work()
    expect(
      (await services()).map(one => one.key),
      'and the next believes its pages',
    ).toEqual(['a', 'b'])
  })
})

describe('a run', () => {
  test('of an account is one: two presses at once begin it once, and the second is shown the first', async () => {
    const pressed = await Promise.all([press(), press(), press()])
    expect(pressed.map(one => one.outcome).sort()).toEqual(['begun', 'running', 'running'])
    expect(new Set(pressed.map(one => one.runId)).size).toBe(1)
    expect(pressed.find(one => one.outcome === 'running')).toMatchObject({ by: 'Nora Whitfield' })
    const done = await Promise.all([work(), work(), work()])
    expect(done.map(one => one.synced).sort()).toEqual([0, 0, 1])
  })

  test('whose server died goes on behind the last page once its lease is over, and counts nothing twice', async () => {
    office.held = { services: Array.from({ length: 6 }, (_, n) => number(`k${n}`, `+1 514 555 010${n}`)) }
    office.size = 2
    const asked: (string | null)[] = []
    const stuck = Promise.withResolvers<undefined>()
    office.onRead = (kind, cursor) => {
      if (kind === 'services') asked.push(cursor)
      return asked.length === 2 ? stuck.promise : undefined
    }
    await press()
    const dead = work()
    await expect.poll(() => asked.length).toBe(2)
    expect(await work(), 'somebody holds it').toEqual({ synced: 0 })
    await world.rows(`update sync_run set lease_until = clock_timestamp() - interval '1 second'`)
    expect(await work()).toEqual({ synced: 1 })
    expect(asked).toEqual([null, '2', '2', '4'])
    expect(await run()).toMatchObject({
      state: 'done',
      attempt: 2,
      counts: { services: { read: 6, added: 6 } },
    })
    stuck.resolve(undefined)
    expect(await dead, 'whoever comes back from the dead writes nothing').toEqual({ synced: 0 })
    expect(await services()).toHaveLength(6)
    expect(await run()).toMatchObject({ counts: { services: { read: 6, added: 6 } } })
  })

  test('whose server comes back late with an older last page puts nothing back and takes nothing away', async () => {
    office.held = { services: [number('a', '+1 514 555 0101', { label: 'Old' })] }
    const late = Promise.withResolvers<undefined>()
    let asked = 0
    office.onRead = async kind => {
      if (kind !== 'services' || ++asked > 1) return undefined
      const items = office.held.services ?? []
      await late.promise
      return { kind: 'page', items, next: null }
    }
    await press()
    const dead = work()
    await expect.poll(() => asked).toBe(1)
    await world.rows(`update sync_run set lease_until = clock_timestamp() - interval '1 second'`)
    office.held = {
      services: [
        number('a', '+1 514 555 0101', { label: 'New' }),
        number('b', '+1 514 555 0102', { label: 'Second' }),
      ],
    }
    expect(await work()).toEqual({ synced: 1 })
    late.resolve(undefined)
    expect(await dead).toEqual({ synced: 0 })
    expect(await services()).toEqual([
      { key: 'a', label: 'New' },
      { key: 'b', label: 'Second' },
    ])
  })

  test('that finds no time is let go of between two pages, and gone on with', async () => {
    office.held = { services: Array.from({ length: 4 }, (_, n) => number(`k${n}`, `+1 514 555 010${n}`)) }
    office.size = 2
    office.onRead = async () => {
      await new Promise(resolve => setTimeout(resolve, 60))
      return undefined
    }
    await press()
    let rounds = 0
    while ((await run())?.state === 'running' && rounds < 20) {
      await work(50)
      rounds += 1
    }
    expect(rounds).toBeGreaterThan(2)
    expect(Math.max(...office.within.map(Number)), 'one answer’s time beside what is left').toBeLessThan(
      10_051,
    )
    expect(await run()).toMatchObject({ state: 'done', counts: { services: { read: 4, added: 4 } } })
  })

  test('that meets a fault of theirs stops and says why; what had come is kept', async () => {
    office.held = { services: [number('a', '+1 514 555 0101')] }
    office.onRead = async kind =>
      kind === 'invoices' ? { kind: 'trouble', trouble: 'failed', status: 503 } : undefined
    const [pressed, troubles] = [await press(), [] as unknown[]]
    const onTrouble = (...told: unknown[]) => void troubles.push(told)
    await runSyncs({ backOffice: office, onTrouble, from: world.pool }, 20_000)
    expect(troubles).toEqual([[{ kind: 'trouble', trouble: 'failed', status: 503 }, pressed.runId]])
    expect(await run()).toMatchObject({ state: 'failed', problem: 'failed:503' })
    expect(await services()).toHaveLength(1)
    expect((await events()).at(-1)).toMatchObject({ action: 'sync.failed' })
    office.onRead = () => undefined
    expect(await press(), 'the next press begins anew').toMatchObject({ outcome: 'begun' })
  })

  test('does not follow pages that lead in a circle', async () => {
    office.onRead = async () => ({ kind: 'page', items: [], next: 'again' })
    await press()
    await work()
    expect(await run()).toMatchObject({ state: 'failed', problem: 'garbage' })
  })
})

describe('the night', () => {
  afterEach(() => void vi.useRealTimers())
  // Zones whose offset is a whole number of hours: one of them is in the middle of its night, the other of its day.
  const zoneAt = (hour: number) => {
    const west = (new Date().getUTCHours() - hour + 24) % 24
    return west <= 12 ? `Etc/GMT+${west}` : `Etc/GMT-${24 - west}`
  }
  const nightly = () => beginNightly(world.pool)
  const zones = (zone: string) => world.rows('update account set time_zone = $1', [zone])

  test('pulls open accounts where it is dark, once, and tells nothing where nothing changed', async () => {
    await zones(zoneAt(15))
    expect(await nightly()).toBe(0)
    await zones(zoneAt(3))
    await world.rows(`update account set closed_at = now() where slug = 'southern-bakery'`)
    const before = (await events()).length
    expect((await Promise.all([nightly(), nightly()])).sort()).toEqual([0, 4])
    expect(await work()).toEqual({ synced: 4 })
    expect(await nightly(), 'not twice in one night').toBe(0)
    expect(await events()).toHaveLength(before)
    await world.rows(`update account set closed_at = null where slug = 'southern-bakery'`)
  })

  test('is where the database’s clock says so, not the server’s', async () => {
    const zone = zoneAt(3)
    await zones(zone)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 12 * 3_600_000 })
    expect(isNight(new Date(), zone)).toBe(false)
    expect(await nightly()).toBeGreaterThan(0)
  })
})
