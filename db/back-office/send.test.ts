import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mostAttempts } from '#lib/back-office/change.ts'
import { serviceOf, serviceValues, updateService } from '../account/services.ts'
import { newWorld } from '../proof/world.ts'
import { demoBackOffice } from './demo.ts'
import { sendChanges } from './send.ts'
import { fakeOffice } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const owner = 'owner@maple.example'
let office = fakeOffice()
const [service] = await world.rows<{ id: string; key: string }>(
  `select id, key from service where account_id = $1 and kind = 'number' order by identifier limit 1`,
  [maple],
)
const { id = '', key = '' } = service ?? {}

beforeEach(async () => {
  office = fakeOffice()
  await world.rows('delete from back_office_change')
  await world.rows(`update service set label = 'Dispatch', forward_to = '', enabled = true where id = $1`, [
    id,
  ])
})

const edit = (values: Partial<Record<'label' | 'forwardTo' | 'enabled', string>>, connected = true) =>
  world.onAccount(owner, maple, 'services.update', async change => {
    const found = await serviceOf(change.tx, maple, id)
    if (!found) throw new Error('no such service')
    const shown = serviceValues(found)
    return updateService(change, id, { ...shown, ...values }, shown, connected)
  })
const send = (backOffice = office as Parameters<typeof sendChanges>[0]['backOffice']) =>
  sendChanges({ backOffice, random: () => 0.5, from: world.pool }, 10_000)
const seen = () => world.onAccount(owner, maple, 'services.read', ({ tx }) => serviceOf(tx, maple, id))
const changes = () =>
  world.rows<{ id: string; state: string; attempts: number; changes: unknown; last_error: string }>(
    'select * from back_office_change order by turn',
  )
const due = () => world.rows(`update back_office_change set next_attempt_at = clock_timestamp()`)
const lastEvent = async () =>
  (
    await world.rows<{ action: string; actor_name: string; reason: string; data: unknown }>(
      'select action, actor_name, reason, data from event where account_id = $1 order by id desc limit 1',
      [maple],
    )
  )[0]

describe('a change of a service', () => {
  test('goes out with the change itself, and is marked until it is confirmed', async () => {
    await edit({ label: 'Night', enabled: 'off' })
    expect(await seen()).toMatchObject({ label: 'Night', waiting: true, outcome: { state: 'waiting' } })
    expect(await send()).toMatchObject({ changesConfirmed: 1 })
    expect(office.sent).toEqual([
      { id: (await changes())[0]?.id, key, set: { label: 'Night', enabled: false } },
    ])
    expect(await seen()).toMatchObject({ label: 'Night', waiting: false, outcome: null })
    expect(await send()).toMatchObject({ changesConfirmed: 0 })
  })

  test('applies at once where nothing is connected, or no back office knows the service', async () => {
    await edit({ label: 'Night' }, false)
    await world.rows('update service set key = null where id = $1', [id])
    await edit({ label: 'Day' })
    expect(await changes()).toEqual([])
    expect(await seen()).toMatchObject({ label: 'Day', waiting: false })
    await world.rows('update service set key = $2 where id = $1', [id, key])
  })

  test('that fails leaves nothing on its way', async () => {
    await edit({ forwardTo: '+1 514 555 0177' })
    expect(await changes()).toEqual([])
  })

  test('that is refused is undone, told on the page and in the history', async () => {
    await edit({ label: 'Night', forwardTo: '+1 900 555 0100' })
    office.answer = () => ({ kind: 'refused', reason: 'Not to 1-900' })
    expect(await send()).toMatchObject({ changesRefused: 1 })
    expect(await seen()).toMatchObject({
      label: 'Dispatch',
      forwardTo: '',
      waiting: false,
      outcome: { state: 'refused', reason: 'Not to 1-900' },
    })
    expect(await lastEvent()).toMatchObject({
      action: 'back-office.refused',
      actor_name: 'Northwind Telecom',
      reason: 'Not to 1-900',
      data: { what: '+1 514 555 0177', changes: { label: ['Night', 'Dispatch'] } },
    })
  })

  test('that is refused takes nothing of a later one with it', async () => {
    await edit({ label: 'First', enabled: 'off' })
    await edit({ label: 'Second' })
    let first = true
    office.answer = () => {
      const answer = first ? ({ kind: 'refused', reason: 'no' } as const) : ({ kind: 'confirmed' } as const)
      first = false
      return answer
    }
    await send()
    expect(await seen()).toMatchObject({ label: 'Second', enabled: true, waiting: false })
    expect((await changes())[1]?.changes).toEqual({ label: ['Dispatch', 'Second'] })
  })

  test('of one thing goes out in order: the second waits for the first', async () => {
    await edit({ label: 'First' })
    await edit({ label: 'Second' })
    office.answer = () => ({ kind: 'trouble', trouble: 'failed', status: 503 })
    await send()
    expect(office.sent.map(one => one.set)).toEqual([{ label: 'First' }])
    office.answer = () => ({ kind: 'confirmed' })
    await due()
    await send()
    expect(office.sent.slice(1).map(one => one.set)).toEqual([{ label: 'First' }, { label: 'Second' }])
  })

  test('that was only taken is asked for again under the same id', async () => {
    await edit({ label: 'Night' })
    office.answer = () => ({ kind: 'taken' })
    expect(await send()).toMatchObject({ changesWaiting: 1 })
    expect(await seen()).toMatchObject({ waiting: true, outcome: { state: 'taken' } })
    office.answer = () => ({ kind: 'confirmed' })
    await due()
    await send()
    expect(new Set(office.sent.map(one => one.id)).size).toBe(1)
    expect(await seen()).toMatchObject({ waiting: false })
  })

  test('goes out once at a time, however many send', async () => {
    await edit({ label: 'Night' })
    await Promise.all([send(), send(), send()])
    expect(office.sent).toHaveLength(1)
  })

  test('whose sender died goes out again once its lease is over, and the dead one writes nothing', async () => {
    await edit({ label: 'Night' })
    const stuck = Promise.withResolvers<{ kind: 'refused'; reason: string }>()
    office.answer = () => stuck.promise
    const dead = send()
    await expect.poll(() => office.sent.length).toBe(1)
    await world.rows(`update back_office_change set lease_until = clock_timestamp() - interval '1 second'`)
    office.answer = () => ({ kind: 'confirmed' })
    await send()
    stuck.resolve({ kind: 'refused', reason: 'too late' })
    await dead
    expect(await changes()).toMatchObject([{ state: 'confirmed', attempts: 2 }])
    expect(await seen()).toMatchObject({ label: 'Night' })
  })

  test('whose outcome can’t be written down waits for its lease, is told, and keeps the others’ counts', async () => {
    await edit({ label: 'Night' })
    await world.rows(
      `insert into back_office_change (provider_id, account_id, kind, key, changes)
        select provider_id, id, 'services', 'another', '{"label": ["x", "y"]}' from account where id = $1`,
      [maple],
    )
    const [poison] = await changes()
    // No text of PostgreSQL can hold that.
    office.answer = one =>
      one === poison?.id ? { kind: 'refused', reason: '\u0000' } : { kind: 'confirmed' }
    const faults: string[] = []
    const onFault = (_: unknown, one: string) => void faults.push(one)
    expect(
      await sendChanges({ backOffice: office, random: () => 0.5, from: world.pool, onFault }, 10_000),
    ).toEqual({ changesConfirmed: 1, changesRefused: 0, changesWaiting: 1, changesSetAside: 0 })
    expect(faults).toEqual([poison?.id])
    expect((await changes()).map(one => one.state)).toEqual(['waiting', 'confirmed'])
  })

  test('that nobody can take is set aside, told, and holds up no other', async () => {
    await edit({ label: 'Poison' })
    await world.rows('update back_office_change set attempts = $1', [mostAttempts - 1])
    await edit({ label: 'Well' })
    let first = true
    office.answer = () => {
      const answer = first
        ? ({ kind: 'trouble', trouble: 'garbage' } as const)
        : ({ kind: 'confirmed' } as const)
      first = false
      return answer
    }
    expect(await send()).toMatchObject({ changesSetAside: 1, changesConfirmed: 1 })
    expect((await changes()).map(one => one.state)).toEqual(['set-aside', 'confirmed'])
    expect(await lastEvent()).toMatchObject({ action: 'back-office.set-aside' })
  })
})

test('the demo’s own back office takes changes, keeps them, refuses premium numbers and takes its time over trunks', async () => {
  const demo = demoBackOffice({ from: world.pool })
  await edit({ label: 'Night' })
  expect(await send(demo)).toMatchObject({ changesConfirmed: 1 })
  const whose = { provider: 'northwind', account: 'maple-logistics' }
  expect(await demo.read(whose, 'services', null)).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ key, label: 'Night' })]),
  })
  await edit({ forwardTo: '+1 900 555 0100' })
  expect(await send(demo)).toMatchObject({ changesRefused: 1 })
  expect(await seen()).toMatchObject({ forwardTo: '' })
  const trunk = {
    id: crypto.randomUUID(),
    kind: 'services' as const,
    key: 'trunk:trunkhd01',
    set: { label: 'x' },
  }
  const harbour = { provider: 'northwind', account: 'harbour-dental' }
  expect(await demo.send(harbour, trunk)).toEqual({ kind: 'taken' })
  expect(await demo.send(harbour, { ...trunk, key: 'nothing' })).toMatchObject({ kind: 'refused' })
})
