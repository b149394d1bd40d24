import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { conditionOf } from '#lib/delivery/condition.ts'
import { reading } from '../client.ts'
import { peopleOf, platform, secret } from '../person/testing.ts'
import { newWorld } from '../proof/world.ts'
import { partnerAtDesk } from '../provider/partners.ts'
import { closePartner } from './close.ts'
import { createPartner } from './create.ts'
import { inviteStaff } from './staff-add.ts'
import { removeStaff, resendToStaff } from './staff-change.ts'

const world = await newWorld()
afterAll(() => world.close())
const { add, letterTo, activate, accept, personId, providerId } = await peopleOf(world)

const cedar = world.partner('cedar-consulting')
/** They have a password, and are an account's owner. */
const known = 'owner@maple.example'
let made = 0

/** Somebody invited to Cedar Consulting who was never here. */
async function newcomer() {
  const email = `staff${++made}@cedar.example`
  return { email, staffId: await add(email, 'partner-technician') }
}

const resend = (staffId: string, { by = platform, partnerId = cedar } = {}) =>
  world.asProvider(by, change => resendToStaff(change, { partnerId, staffId }, secret))
const remove = (staffId: string, { by = platform, partnerId = cedar } = {}) =>
  world.asProvider(by, change => removeStaff(change, { partnerId, staffId }))
const desk = () =>
  reading({ role: 'app', providerId }, tx => partnerAtDesk(tx, providerId, 'cedar-consulting'), world.pool)
const listed = async (staffId: string) => (await desk())?.staff.find(one => one.id === staffId)
const told = (staffId: string) =>
  world.rows<{ action: string; side: string; from: string | null; to: string | null; data: object }>(
    `select action, actor_kind as side, from_state as "from", to_state as "to", data from event where subject_id = $1 order by id`,
    [staffId],
  )

describe('the desk', () => {
  test('tells who has not come in, and sends a letter in the place of the one before', async () => {
    const { email, staffId } = await newcomer()
    const first = await letterTo(email)
    expect(first.code).not.toBe('')
    expect(first.facts).toMatchObject({ kind: 'partner-technician', place: 'Cedar Consulting' })
    expect(await listed(staffId)).toMatchObject({ state: 'invited', lastSignInAt: null })
    expect(await resend(staffId)).toMatchObject({ ok: true, value: { slug: 'cedar-consulting' } })
    expect(await activate(first.token)).toBeNull()
    const { letter } = (await listed(staffId)) ?? {}
    expect(letter && conditionOf(letter, new Date())).toBe('waiting')
    expect(await activate((await letterTo(email)).token)).toBe(await personId(email))
    expect(await listed(staffId)).toMatchObject({ state: 'active' })
    expect(await resend(staffId)).toEqual({ ok: false, refusal: 'not-invited', name: 'New Comer' })
    const about = { email, kind: 'partner-technician', partner: 'Cedar Consulting' }
    expect(await told(staffId)).toMatchObject([
      { action: 'staff.added', side: 'provider', to: 'invited', data: { what: 'New Comer', ...about } },
      { action: 'staff.resent', side: 'provider', to: null, data: { whom: 'New Comer', ...about } },
      { action: 'staff.activated', side: 'partner', from: 'invited', to: 'active', data: about },
    ])
  })

  test('counts who has come in apart from who is invited', async () => {
    const before = await desk()
    const { email, staffId } = await newcomer()
    const invited = await desk()
    expect([invited?.technicians, invited?.invited]).toEqual([
      before?.technicians,
      (before?.invited ?? 0) + 1,
    ])
    await activate((await letterTo(email)).token)
    const active = await desk()
    expect([active?.technicians, active?.invited]).toEqual([(before?.technicians ?? 0) + 1, before?.invited])
    await remove(staffId)
  })

  test('sends five an hour to one person', async () => {
    const { staffId } = await newcomer()
    for (let turn = 0; turn < 4; turn++) expect(await resend(staffId)).toMatchObject({ ok: true })
    expect(await resend(staffId)).toMatchObject({ refusal: 'too-many-letters', name: 'New Comer' })
  })

  test('has nobody of another provider or firm, and tells who was removed', async () => {
    const { staffId } = await newcomer()
    const strangers = [
      { by: 'platform@southern.example' },
      { partnerId: world.partner('brightline-it') },
      { partnerId: randomUUID() },
    ]
    for (const other of strangers)
      for (const act of [resend, remove])
        expect(await act(staffId, other)).toMatchObject({ refusal: 'not-found' })
    expect(await remove(staffId)).toMatchObject({ ok: true, value: { name: 'New Comer' } })
    expect(await listed(staffId)).toBeUndefined()
    for (const act of [resend, remove])
      expect(await act(staffId)).toMatchObject({ refusal: 'already-removed', name: 'New Comer' })
    expect((await told(staffId)).at(-1)).toMatchObject({
      action: 'staff.removed',
      from: 'invited',
      to: 'removed',
    })
  })
})

test('whoever is shut out of the whole portal gets no letter, and can be removed', async () => {
  const { email, staffId } = await newcomer()
  await world.rows('update person set disabled_at = now() where id = $1', [await personId(email)])
  expect(await resend(staffId)).toMatchObject({ refusal: 'not-found' })
  expect(await remove(staffId)).toMatchObject({ ok: true })
  expect(await listed(staffId)).toBeUndefined()
})

describe('somebody who has a password already', () => {
  test('is sent what they accept with, by whatever name they are invited', async () => {
    const staffId = await add(known, 'partner-administrator', 'a', 'M. from Maple')
    const letter = await letterTo(known)
    expect(letter.code).toBe('')
    expect(letter.toName).toBe('M. from Maple')
    expect(await listed(staffId)).toMatchObject({
      name: 'M. from Maple',
      state: 'invited',
      lastSignInAt: null,
    })
    expect(await resend(staffId)).toMatchObject({ ok: true, value: { name: 'M. from Maple' } })
    // Nobody activates for them, and an older letter accepts nothing.
    const newest = await letterTo(known)
    expect(await activate(newest.token)).toBeNull()
    expect(await accept(known, letter.token)).toBe(false)
    expect(await listed(staffId)).toMatchObject({ state: 'invited' })
    expect(await accept('owner@depot.example', newest.token)).toBe(false)
    expect(await accept(known, newest.token)).toBe(true)
    const { name } = world.actor(known)
    expect(await listed(staffId)).toMatchObject({ name, state: 'active' })
    expect(await accept(known, newest.token)).toBe(false)
    expect((await told(staffId)).map(one => [one.action, one.side])).toEqual([
      ['staff.added', 'provider'],
      ['staff.resent', 'provider'],
      ['staff.activated', 'partner'],
    ])
    await remove(staffId)
  })

  test('who is removed before they accept has accepted nothing, and keeps what they are elsewhere', async () => {
    const staffId = await add(known, 'partner-technician', 'a', 'Somebody')
    const { token } = await letterTo(known)
    expect(await remove(staffId)).toMatchObject({ ok: true, value: { name: 'Somebody' } })
    await accept(known, token)
    expect(await told(staffId)).toHaveLength(2)
    expect(await world.sight(known, world.account('maple-logistics'))).not.toBeNull()
    // The name that was typed stays the one that is told, also of the removed.
    expect(await remove(staffId)).toMatchObject({ name: 'Somebody' })
  })
})

test('once more of the same firm they are not invited, to another they are', async () => {
  const { email } = await newcomer()
  expect(await add(email, 'partner-administrator')).toBe('here-already')
  expect(await add(email, 'partner-administrator', 'b')).toMatch(/-/)
})

describe('a firm that closes', () => {
  async function firm(code: string) {
    const created = await world.asProvider(platform, change =>
      createPartner(change, { name: `Firm ${code}`, partnerCode: code }),
    )
    if (created === 'not-found' || !created.ok) throw new Error('not created')
    return created.value
  }
  const invite = (partnerId: string, email: string) =>
    world.asProvider(platform, async change => {
      const { rows } = await change.tx.$client.query<{ id: string }>(
        `select id from branding_domain where host = 'northwind.localhost'`,
      )
      const homeBrandId = rows[0]?.id ?? ''
      const person = { email: { address: email, canonical: email }, name: 'New Comer' }
      const newcomer = { ...person, language: 'en', timeZone: 'UTC', homeBrandId } as const
      return inviteStaff(change, newcomer, { partnerId, role: 'administrator' }, secret)
    })
  const close = (id: string) => world.asProvider(platform, change => closePartner(change, id, 'Over.'))
  const codes = ['FRM-0005', 'FRM-0012', 'FRM-0037', 'FRM-0044', 'FRM-0069', 'FRM-0076', 'FRM-0083']
  const next = () => firm(codes.shift() ?? '')

  test('takes whoever waits with it, and invites nobody any more', async () => {
    const { id } = await next()
    const email = `closing${++made}@firm.example`
    expect(await invite(id, email)).toMatchObject({ ok: true })
    const { token } = await letterTo(email)
    expect(await close(id)).toMatchObject({ ok: true })
    expect(await activate(token)).toBeNull()
    expect(await invite(id, `late${made}@firm.example`)).toMatchObject({ refusal: 'not-found' })
  })

  test('while somebody takes their place: the one or the other first, and nobody is left inside', async () => {
    const rounds = codes.length
    for (let round = 0; round < rounds; round++) {
      const { id } = await next()
      const email = `race${++made}@firm.example`
      await invite(id, email)
      const { token } = await letterTo(email)
      const [, closed] = await Promise.all([activate(token), close(id)])
      expect(closed).toMatchObject({ ok: true })
      const left = await world.rows(
        'select 1 from partner_staff where partner_id = $1 and removed_at is null',
        [id],
      )
      expect(left).toEqual([])
    }
    console.log(`a place taken while the firm closes: ${rounds} tries, 0 failures`)
  })
})

test('taken and taken away at once: removed in the end, the history as it went, 20 rounds', async () => {
  const won = [0, 0]
  for (let round = 0; round < 20; round++) {
    const { email, staffId } = await newcomer()
    const { token } = await letterTo(email)
    const [came, removed] = await Promise.all([activate(token), remove(staffId)])
    expect(removed).toMatchObject({ ok: true })
    const [row] = await world.rows<{ taken: boolean; removed: boolean }>(
      'select activated_at is not null as taken, removed_at is not null as removed from partner_staff where id = $1',
      [staffId],
    )
    expect(row).toEqual({ taken: came !== null, removed: true })
    expect((await told(staffId)).map(one => one.action)).toEqual([
      'staff.added',
      ...(came ? ['staff.activated'] : []),
      'staff.removed',
    ])
    const sessions = await world.rows('select 1 from session where person_id = $1', [await personId(email)])
    expect(sessions).toEqual([])
    won[came ? 0 : 1] = (won[came ? 0 : 1] ?? 0) + 1
  }
  console.log(`a place taken and taken away at once: 20 tries, ${won.join(' and ')} first, 0 failures`)
})
