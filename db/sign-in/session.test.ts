import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { changePassword } from '../person/profile.ts'
import { settingsOn } from '../testing.ts'
import { isStillTheirs } from './person.ts'
import {
  beginSession,
  endAllSessions,
  endSession,
  endSessions,
  renewSession,
  type SessionPlace,
  sessionOf,
  sessionsOf,
} from './session.ts'
import { signInGround } from './testing-people.ts'

const ground = await signInGround()
const { database, behind, personId } = ground
// The look-up that every request makes takes this process's own pool.
Object.assign(process.env, settingsOn(database.url))
const { closePool } = await import('../driver/pool.ts')
afterAll(async () => {
  await closePool()
  await database.close()
})

const northwind = ground.place('northwind')
const from = { address: '203.0.113.7', userAgent: 'Firefox' }
const begin = (email: string, place: SessionPlace = northwind) =>
  behind(place, tx => beginSession(tx, place, personId(email), from))
const who = (token: string, place: SessionPlace = northwind) => sessionOf(place, token, from.address)

async function signedIn(email: string) {
  const { token } = await begin(email)
  const found = await who(token)
  if (!found) throw new Error('not signed in')
  return { token, actor: found }
}

async function age(token: string, column: 'last_seen_at' | 'expires_at', interval: string) {
  const found = await who(token)
  await database.pool.query(`update session set ${column} = ${column} - $2::interval where id = $1`, [
    found?.sessionId,
    interval,
  ])
}

test('a session is its person’s, on its branding domain and nowhere else', async () => {
  const { token, actor } = await signedIn('owner@maple.example')
  expect(actor).toMatchObject({ name: 'Owen Maplewood', email: 'owner@maple.example', language: 'en' })
  expect(JSON.stringify(actor)).not.toContain(token)
  for (const brand of ['boreal', 'southern'] as const)
    expect(await who(token, ground.place(brand))).toBeNull()
  expect(await who(`${token.slice(0, -1)}x`)).toBeNull()
})

test('the token itself is stored nowhere', async () => {
  const { token } = await begin('owner@maple.example')
  const rows = await database.pool.query<{ all: string }>('select s::text as all from session s')
  expect(rows.rows.some(row => row.all.includes(token))).toBe(false)
})

test.each([
  ['owner@maple.example', '7 hours 59 minutes', '8 hours 1 minute', 7 * 24],
  ['tech@brightline.example', '59 minutes', '61 minutes', 24],
  ['platform@northwind.example', '59 minutes', '61 minutes', 24],
])('%s may be idle for %s, not for %s, and %i hours in all', async (email, idle, tooIdle, hours) => {
  const { token, expires } = await begin(email)
  expect(Math.abs(expires.getTime() - Date.now() - hours * 3_600_000)).toBeLessThan(60_000)
  await age(token, 'last_seen_at', idle)
  expect(await who(token)).not.toBeNull()
  await age(token, 'last_seen_at', tooIdle)
  expect(await who(token)).toBeNull()
})

test('use keeps a session from lying idle, and never moves its absolute end', async () => {
  const { token, expires } = await begin('owner@maple.example')
  await age(token, 'last_seen_at', '5 hours')
  const first = await who(token)
  await age(token, 'last_seen_at', '5 hours')
  const second = await who(token)
  expect(first?.expiresAt).toEqual(expires)
  expect(second?.expiresAt).toEqual(expires)
  await age(token, 'expires_at', '7 days')
  expect(await who(token)).toBeNull()
})

test('what an open page asks for by itself does not keep a session from lying idle', async () => {
  const { token, actor } = await signedIn('owner@maple.example')
  const pass = (hours: number) =>
    database.pool.query(
      `update session set last_seen_at = last_seen_at - make_interval(hours => $2) where id = $1`,
      [actor.sessionId, hours],
    )
  const itself = () => sessionOf(northwind, token, from.address, undefined, 'itself')
  await pass(5)
  expect(await itself()).not.toBeNull()
  await pass(4)
  expect(await itself()).toBeNull()
})

test('somebody who is disabled is out with their next request, and stays out', async () => {
  const { token } = await begin('jun@harbour-dental.example')
  await database.pool.query(
    `update person set disabled_at = now() where email = 'jun@harbour-dental.example'`,
  )
  expect(await who(token)).toBeNull()
  await behind(northwind, tx => endAllSessions(tx, [personId('jun@harbour-dental.example')]))
  await database.pool.query(`update person set disabled_at = null where email = 'jun@harbour-dental.example'`)
  expect(await who(token)).toBeNull()
})

test('proving oneself again renews the token and the moment, and kills the old token', async () => {
  const { token, actor } = await signedIn('owner@maple.example')
  await database.pool.query(`update session set authenticated_at = authenticated_at - interval '1 hour'`)
  const renewed = await behind(northwind, tx => renewSession(tx, actor))
  expect(await who(token)).toBeNull()
  const after = await who(renewed?.token ?? '')
  expect(after?.sessionId).toBe(actor.sessionId)
  expect(after?.expiresAt).toEqual(actor.expiresAt)
  expect(Date.now() - (after?.authenticatedAt.getTime() ?? 0)).toBeLessThan(60_000)
})

test.each([
  ['just now, where nobody says otherwise', undefined, 'now'],
  ['when they proved it elsewhere', new Date('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z'],
  [
    'long ago, where the moment is still to come',
    new Date('2199-01-01T00:00:00Z'),
    '1970-01-01T00:00:00.000Z',
  ],
])('a session is a proof of who somebody is from %s', async (_, provedAt, at) => {
  const made = await behind(northwind, tx =>
    beginSession(tx, northwind, personId('owner@maple.example'), { ...from, ...(provedAt && { provedAt }) }),
  )
  const actor = await who(made.token)
  const moment = actor?.authenticatedAt ?? new Date(0)
  if (at === 'now') expect(Date.now() - moment.getTime()).toBeLessThan(60_000)
  else expect(moment.toISOString()).toBe(at)
})

test('a session that has ended is not renewed', async () => {
  const { token, actor } = await signedIn('owner@maple.example')
  await behind(northwind, tx => endSession(tx, token))
  expect(await behind(northwind, tx => renewSession(tx, actor))).toBeNull()
})

const hashOf = async (email: string) => {
  const rows = await database.pool.query<{ hash: string | null }>(
    'select password_hash as hash from person where email = $1',
    [email],
  )
  return rows.rows[0]?.hash ?? null
}
const provenAs = async (email: string) => ({ personId: personId(email), passwordHash: await hashOf(email) })
const setHash = (email: string, hash: string) =>
  database.pool.query('update person set password_hash = $2 where email = $1', [email, hash])

describe('a new password, proved by the one that there is', () => {
  const email = 'contributor@maple.example'

  test('ends all other sessions and renews this one', async () => {
    const mine = await signedIn(email)
    const others = [await begin(email), await begin(email)]
    const somebody = await begin('owner@maple.example')
    const proven = await provenAs(email)
    const changed = await behind(northwind, tx =>
      changePassword(tx, mine.actor, proven, { hash: 'scrypt$new', once: randomUUID() }),
    )
    if (!changed.ok) throw new Error(changed.refusal)
    expect(await who(changed.value.token)).toMatchObject({ sessionId: mine.actor.sessionId })
    expect(await hashOf(email)).toBe('scrypt$new')
    const told = await database.pool.query(
      `select 1 from letter where kind = 'password-changed' and person_id = $1`,
      [personId(email)],
    )
    expect(told.rowCount).toBe(1)
    for (const { token } of [mine, ...others]) expect(await who(token)).toBeNull()
    expect(await who(somebody.token)).not.toBeNull()
  })

  test('writes nothing where a reset came between the proof and the change', async () => {
    const { token, actor } = await signedIn(email)
    const proven = await provenAs(email)
    await setHash(email, 'scrypt$reset')
    const late = await behind(northwind, tx =>
      changePassword(tx, actor, proven, { hash: 'scrypt$thief', once: randomUUID() }),
    )
    expect(late).toMatchObject({ ok: false, refusal: 'not-theirs' })
    expect(await hashOf(email)).toBe('scrypt$reset')
    expect(await who(token)).not.toBeNull()
  })

  test('writes nothing where the session has ended meanwhile', async () => {
    const { token, actor } = await signedIn(email)
    const proven = await provenAs(email)
    await behind(northwind, tx => endSession(tx, token))
    const late = await behind(northwind, tx =>
      changePassword(tx, actor, proven, { hash: 'scrypt$thief', once: randomUUID() }),
    )
    expect(late).toMatchObject({ ok: false, refusal: 'session-ended' })
    expect(await hashOf(email)).toBe(proven.passwordHash)
  })

  test('lets no reset in between, once it has been looked at again', async () => {
    const proven = await provenAs(email)
    await behind(northwind, async tx => {
      expect(await isStillTheirs(tx, proven)).toBe(true)
      const reset = database.pool.connect().then(async client => {
        await client.query(`set lock_timeout = '100ms'`)
        return client
          .query(`update person set password_hash = 'scrypt$reset' where email = $1`, [email])
          .finally(() => client.release(true))
      })
      await expect(reset).rejects.toMatchObject({ code: '55P03' })
    })
    await setHash(email, 'scrypt$another')
    expect(await behind(northwind, tx => isStillTheirs(tx, proven))).toBe(false)
  })
})

test('people see and end their own sessions, and nobody else’s', async () => {
  const mine = await signedIn('billing@maple.example')
  const other = await signedIn('billing@maple.example')
  const stranger = await signedIn('owner@depot.example')
  const listed = await behind(northwind, tx => sessionsOf(tx, mine.actor))
  expect(listed.map(one => [one.id, one.current])).toEqual(
    expect.arrayContaining([
      [mine.actor.sessionId, true],
      [other.actor.sessionId, false],
    ]),
  )
  expect(listed).toHaveLength(2)
  const end = (id: string) => behind(northwind, tx => endSessions(tx, mine.actor, { id }))
  expect(await end(stranger.actor.sessionId)).toBe(0)
  expect(await end(other.actor.sessionId)).toBe(1)
  expect(await who(stranger.token)).not.toBeNull()
  expect(await who(other.token)).toBeNull()
  await begin('billing@maple.example')
  expect(await behind(northwind, tx => endSessions(tx, mine.actor, 'others'))).toBe(1)
  expect(await who(mine.token)).not.toBeNull()
})
