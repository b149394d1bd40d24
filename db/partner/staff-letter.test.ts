import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { conditionOf } from '#lib/delivery/condition.ts'
import { unseal } from '#lib/mail/seal.ts'
import { reading, writing } from '../client.ts'
import { givenStranger } from '../delivery/testing.ts'
import { setPassword } from '../person/set-password.ts'
import { newWorld } from '../proof/world.ts'
import { partnerAtDesk } from '../provider/partners.ts'
import { closePartner } from './close.ts'
import { resendToStaff } from './staff-letter.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const secret = 'a secret of the tests, which guards nothing'
const northwind = world.provider('northwind')
const cedar = world.partner('cedar-consulting')
let made = 0

/** Somebody of Cedar Consulting who has never come in. */
async function newcomer(partnerId = cedar) {
  const email = `staff${++made}@cedar.example`
  const personId = await givenStranger(world, email)
  // The firm is all they are.
  await world.rows('delete from membership where person_id = $1', [personId])
  const [row] = await world.rows<{ id: string }>(
    `insert into partner_staff (provider_id, partner_id, person_id, role) values ($1, $2, $3, 'technician') returning id`,
    [northwind, partnerId, personId],
  )
  return { email, personId, staffId: row?.id ?? '' }
}

const resend = (staffId: string, { by = platform, partnerId = cedar } = {}) =>
  world.asProvider(by, change => resendToStaff(change, { partnerId, staffId }, secret))

const listed = async (staffId: string) =>
  (
    await reading(
      { role: 'app', providerId: northwind },
      tx => partnerAtDesk(tx, northwind, 'cedar-consulting'),
      world.pool,
    )
  )?.staff.find(one => one.id === staffId)

async function tokenTo(email: string): Promise<string> {
  const [letter] = await world.rows<{ secret: string }>(
    `select secret from letter where to_address = $1 order by created_at desc limit 1`,
    [email],
  )
  return (JSON.parse(unseal(letter?.secret ?? '', secret)) as { token: string }).token
}

const spend = async (token: string) => {
  const [home] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'northwind.localhost'`,
  )
  const place = { providerId: northwind, brandingDomainId: home?.id ?? '' }
  const using = {
    purpose: 'activation',
    key: { token },
    once: randomUUID(),
    address: '',
    hash: 'set',
  } as const
  return writing({ role: 'app', providerId: northwind }, tx => setPassword(tx, place, using), world.pool)
}

test('the desk tells who has not come in, and sends a letter in the place of the one before', async () => {
  const { email, personId, staffId } = await newcomer()
  expect(await listed(staffId)).toMatchObject({ state: 'invited', lastSignInAt: null, letter: null })
  expect(await resend(staffId)).toEqual({ ok: true, value: { slug: 'cedar-consulting' } })
  const first = await tokenTo(email)
  expect(await resend(staffId)).toMatchObject({ ok: true })
  expect(await spend(first)).toBeNull()
  const { letter } = (await listed(staffId)) ?? {}
  expect(letter && conditionOf(letter, new Date())).toBe('waiting')
  const told = await world.rows(
    `select action, partner_id as "partnerId", actor_firm as firm, data->>'whom' as whom from event where subject_id = $1`,
    [staffId],
  )
  const line = { action: 'staff.resent', partnerId: cedar, firm: 'Northwind Telecom', whom: 'Newcomer' }
  expect(told).toEqual([line, line])
  expect(await spend(await tokenTo(email))).toBe(personId)
  expect(await listed(staffId)).toMatchObject({ state: 'active' })
  expect(await resend(staffId)).toEqual({ ok: false, refusal: 'not-invited', name: 'Newcomer' })
})

test('five an hour reach one person', async () => {
  const { staffId } = await newcomer()
  for (let turn = 0; turn < 5; turn++) expect(await resend(staffId)).toMatchObject({ ok: true })
  expect(await resend(staffId)).toMatchObject({ refusal: 'too-many-letters', name: 'Newcomer' })
})

test('another provider’s, another firm’s and a removed person are not there; nor is anybody of a closed firm', async () => {
  const { staffId } = await newcomer()
  for (const answer of [
    await resend(staffId, { by: 'platform@southern.example' }),
    await resend(staffId, { partnerId: world.partner('brightline-it') }),
    await resend(randomUUID()),
  ])
    expect(answer).toMatchObject({ refusal: 'not-found' })
  await world.rows('update partner_staff set removed_at = now() where id = $1', [staffId])
  expect(await resend(staffId)).toMatchObject({ refusal: 'not-found' })
  const other = await newcomer()
  const [sent, closed] = await Promise.all([
    resend(other.staffId),
    world.asProvider(platform, change => closePartner(change, cedar, 'Over.')),
  ])
  expect(closed).toMatchObject({ ok: true })
  // Whichever came first, nothing lets them in.
  if (sent !== 'not-found' && sent.ok) expect(await spend(await tokenTo(other.email))).toBeNull()
  expect(await resend(other.staffId)).toMatchObject({ refusal: 'not-found' })
})
