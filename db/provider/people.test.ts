import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parseEmail } from '#lib/email.ts'
import { reading, writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { platformUserOf, platformUsersOf } from './people.ts'
import { actOnPlatformUser, addPlatformUser } from './people-change.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const stranger = 'platform@southern.example'
const secret = 'a secret of the tests, which guards nothing'
const northwind = world.provider('northwind')
const brandOf = async (host: string) =>
  (await world.rows<{ id: string }>('select id from branding_domain where host = $1', [host]))[0]?.id ?? ''
const [home, boreal, southern] = [
  await brandOf('northwind.localhost'),
  await brandOf('boreal.localhost'),
  await brandOf('southern.localhost'),
]

/** The demo's administrator alone. */
beforeEach(() =>
  world.rows(
    `update platform_user u set removed_at = case when p.email = any($1) then null else now() end, role = 'administrator'
      from person p where p.id = u.person_id`,
    [[platform, stranger]],
  ),
)

let n = 0
interface Adding {
  readonly email?: string
  readonly brandId?: string | null
  readonly role?: 'administrator' | 'support'
  readonly by?: string
}
async function add({
  email = `n${++n}@northwind.example`,
  brandId = home,
  role = 'support',
  by = platform,
}: Adding = {}) {
  const read = parseEmail(email)
  if (!read.ok) throw new Error(email)
  const who = { name: `Nils ${n}`, email: read.value, brandId, language: 'fr' as const, role }
  return world.asProvider(by, change => addPlatformUser(change, who, secret))
}
async function added(more: Adding = {}, active = true): Promise<string> {
  const answer = await add(more)
  if (answer === 'not-found' || !answer.ok) throw new Error(JSON.stringify(answer))
  const { id } = answer.value
  if (active)
    await world.rows(
      `with u as (update platform_user set activated_at = now() where id = $1 returning person_id)
        update person set password_hash = 'set' where id = (select person_id from u)`,
      [id],
    )
  return id
}
const act = (id: string, what: Parameters<typeof actOnPlatformUser>[2], by = platform) =>
  world.asProvider(by, change => actOnPlatformUser(change, id, what, secret))
const row = async (id: string) =>
  (
    await world.rows<{ role: string; removed: boolean; personId: string }>(
      `select role, removed_at is not null as removed, person_id as "personId" from platform_user where id = $1`,
      [id],
    )
  )[0]
const own = async (email = platform) =>
  (
    await world.rows<{ id: string }>(
      'select u.id from platform_user u join person p on p.id = u.person_id where p.email = $1',
      [email],
    )
  )[0]?.id ?? ''
const events = async (id: string) =>
  (
    await world.rows<{ action: string }>('select action from event where subject_id = $1 order by id', [id])
  ).map(one => one.action)

/** Somebody who acts with a session that began before anything else happened. */
async function actingAs(id: string) {
  const found = await row(id)
  const admin = world.actor(platform)
  return { ...admin, personId: found?.personId ?? '' }
}

describe('adding', () => {
  test('makes person, place, history and the activation letter, on the chosen branding domain', async () => {
    const id = await added(
      { email: 'Nora.2@Northwind.example', brandId: boreal, role: 'administrator' },
      false,
    )
    const seen = await reading(
      { role: 'app', providerId: northwind },
      tx => platformUserOf(tx, world.actor(platform), id),
      world.pool,
    )
    expect(seen).toMatchObject({
      email: 'Nora.2@northwind.example',
      role: 'administrator',
      state: 'invited',
      brandName: 'Boréal Voix',
      language: 'fr',
      letter: { kind: 'activation', state: 'queued' },
      isSelf: false,
    })
    expect(await events(id)).toEqual(['platform-user.added'])
    const [letter] = await world.rows<{ facts: object; sealed: boolean }>(
      'select facts, secret is not null as sealed from letter where person_id = (select person_id from platform_user where id = $1)',
      [id],
    )
    expect(letter).toEqual({
      sealed: true,
      facts: {
        kind: 'platform-administrator',
        place: 'Northwind Telecom',
        by: 'Nora Whitfield',
        firm: 'Northwind Telecom',
      },
    })
  })

  test.each([
    'owner@harbour-dental.example',
    'OWNER@Harbour-Dental.example',
    'tech@brightline.example',
    platform,
  ])('refuses %s, who is something here already, and leaves them as they are', async email => {
    const before = await world.rows('select * from person order by id')
    expect(await add({ email })).toMatchObject({ refusal: 'address-taken' })
    expect(await world.rows('select * from person order by id')).toEqual(before)
  })

  test('takes the same address at another provider, which is another person', async () => {
    const id = await added({ email: 'owner@bakery.example' }, false)
    expect((await row(id))?.removed).toBe(false)
  })

  test('refuses a branding domain of another provider, and none where there are several', async () => {
    expect(await add({ brandId: southern })).toMatchObject({ refusal: 'not-found' })
    expect(await add({ brandId: null })).toMatchObject({ refusal: 'no-brand' })
    expect(await add({ brandId: null, by: stranger, email: 'sue@southern.example' })).toMatchObject({
      ok: true,
    })
  })

  test('somebody who was removed comes in anew, and their old password opens nothing', async () => {
    const id = await added({ email: 'again@northwind.example' })
    await act(id, 'remove')
    const again = await added({ email: 'again@northwind.example' }, false)
    expect(again).not.toBe(id)
    const [person] = await world.rows<{ hash: string | null }>(
      `select password_hash as hash from person where email = 'again@northwind.example'`,
    )
    expect(person?.hash).toBeNull()
  })

  test('the same address at once is added once', async () => {
    const tries = 8
    for (let turn = 0; turn < tries; turn++) {
      const email = `twice${turn}@northwind.example`
      const answers = await Promise.all([add({ email }), add({ email }), add({ email: email.toUpperCase() })])
      expect(answers.filter(one => one !== 'not-found' && one.ok).length).toBe(1)
      for (const one of answers) if (one !== 'not-found' && !one.ok) expect(one.refusal).toBe('address-taken')
    }
    console.log(`one address added by three at once: ${tries} tries, 0 failures`)
  })
})

describe('acts', () => {
  test('a role is changed with one event, old and new', async () => {
    const id = await added()
    expect(await act(id, 'make-administrator')).toMatchObject({ ok: true })
    expect((await row(id))?.role).toBe('administrator')
    const [told] = await world.rows<{ data: object }>(
      `select data from event where subject_id = $1 and action = 'platform-user.role-changed'`,
      [id],
    )
    expect(told?.data).toMatchObject({ changes: { role: ['support', 'administrator'] } })
    expect(await act(id, 'make-administrator')).toMatchObject({ refusal: 'already-so' })
  })

  test('removing ends every session and every letter in the same moment', async () => {
    const id = await added()
    const { personId = '' } = (await row(id)) ?? {}
    const place = { providerId: northwind, brandingDomainId: home }
    const from = { address: '192.0.2.7', userAgent: 'test' }
    await writing(
      { role: 'app', providerId: northwind },
      tx => beginSession(tx, place, personId, from),
      world.pool,
    )
    const sessions = () => world.rows('select 1 from session where person_id = $1', [personId])
    expect(await sessions()).toHaveLength(1)
    expect(await act(id, 'reset')).toMatchObject({ ok: true })
    expect(await act(id, 'remove')).toMatchObject({ ok: true })
    const left = await world.rows(
      `select 1 from session where person_id = $1 union all
        select 1 from one_time_token where person_id = $1 and expires_at > clock_timestamp()`,
      [personId],
    )
    expect(left).toEqual([])
    expect(await act(id, 'remove')).toMatchObject({ refusal: 'not-found' })
    expect(await events(id)).toEqual(['platform-user.added', 'platform-user.reset', 'platform-user.removed'])
  })

  test('who is invited gets the activation again, who is active a reset, and not the other', async () => {
    const [invited, active] = [await added({}, false), await added()]
    expect(await act(invited, 'resend')).toMatchObject({ ok: true })
    expect(await act(invited, 'reset')).toMatchObject({ refusal: 'still-invited' })
    expect(await act(active, 'reset')).toMatchObject({ ok: true })
    expect(await act(active, 'resend')).toMatchObject({ refusal: 'not-invited' })
    for (let turn = 0; turn < 3; turn++) expect(await act(invited, 'resend')).toMatchObject({ ok: true })
    expect(await act(invited, 'resend')).toMatchObject({ refusal: 'too-many-letters' })
  })

  test('nobody changes themselves, and another provider’s people are not there', async () => {
    const id = await own()
    await added({ role: 'administrator' })
    expect(await act(id, 'remove')).toMatchObject({ refusal: 'yourself' })
    expect(await act(id, 'make-support')).toMatchObject({ refusal: 'yourself' })
    expect(await act(id, 'remove', stranger)).toMatchObject({ refusal: 'not-found' })
  })

  test('support changes nobody, whatever the door would let through', async () => {
    const id = await added()
    await world.rows(`update platform_user set role = 'support' where id = $1`, [await own()])
    for (const what of ['make-administrator', 'remove', 'reset'] as const)
      expect(await act(id, what)).toMatchObject({ refusal: 'not-found' })
    expect(await act(await own(), 'make-administrator')).toMatchObject({ refusal: 'not-found' })
    expect(await add()).toMatchObject({ refusal: 'not-found' })
  })

  test('the last who can get in stays: one who is shut out does not count, one who is only invited acts on nobody', async () => {
    const other = await added({ role: 'administrator' })
    const actor = await actingAs(other)
    const asOther = (id: string, what: 'remove' | 'make-support') =>
      world.asProvider(platform, change => actOnPlatformUser({ ...change, actor }, id, what, secret))
    await world.rows('update person set disabled_at = now() where id = $1', [actor.personId])
    expect(await asOther(await own(), 'remove')).toMatchObject({ refusal: 'last-administrator' })
    expect(await asOther(await own(), 'make-support')).toMatchObject({ refusal: 'last-administrator' })
    await world.rows('update platform_user set activated_at = null where id = $1', [other])
    expect(await asOther(await own(), 'remove')).toMatchObject({ refusal: 'not-found' })
  })

  test.each(['remove', 'make-support'] as const)(
    'two who %s each other at once: one does, and somebody administers the platform',
    async what => {
      const tries = 12
      const won = [0, 0]
      for (let turn = 0; turn < tries; turn++) {
        await world.rows(
          `update platform_user u set role = 'administrator', removed_at = case when p.email = $1 then null else now() end
            from person p where p.id = u.person_id and u.provider_id = $2`,
          [platform, northwind],
        )
        const other = await added({ role: 'administrator' })
        const actor = await actingAs(other)
        const mine = await own()
        const answers = await Promise.all([
          act(other, what),
          world.asProvider(platform, change => actOnPlatformUser({ ...change, actor }, mine, what, secret)),
        ])
        const done = answers.map(one => one !== 'not-found' && one.ok)
        expect(done.filter(Boolean).length).toBe(1)
        won[done[0] ? 0 : 1] = (won[done[0] ? 0 : 1] ?? 0) + 1
        const left = await world.rows(
          `select 1 from platform_user u join person p on p.id = u.person_id where u.provider_id = $1 and u.role = 'administrator'
            and u.removed_at is null and p.password_hash is not null`,
          [northwind],
        )
        expect(left.length).toBe(1)
      }
      console.log(`two administrators ${what} each other: ${tries} tries, ${won.join(' and ')} first`)
    },
  )
})

test('the list pages by name, finds by name and address, and is one provider’s own', async () => {
  for (let i = 0; i < 60; i++) await added({}, false)
  const list = (search: string, after?: string, by = platform) => {
    const actor = world.actor(by)
    return reading(
      { role: 'app', providerId: actor.providerId },
      tx => platformUsersOf(tx, actor, { search, after }),
      world.pool,
    )
  }
  const first = await list('')
  const second = await list('', first.next ?? undefined)
  const ids = [...first.users, ...second.users].map(user => user.id)
  expect([first.users.length, new Set(ids).size, second.next]).toEqual([50, 61, null])
  expect((await list('NORA')).users.map(user => [user.email, user.isSelf])).toEqual([[platform, true]])
  expect((await list(`n${n}@north`)).users).toHaveLength(1)
  expect((await list('', undefined, stranger)).users.map(user => user.email)).not.toContain(platform)
})
