import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { isThere } from '#lib/access/capabilities.ts'
import { capabilitiesOfPlatform } from '#lib/access/platform.ts'
import { parseEmail } from '#lib/email.ts'
import { writing } from '../client.ts'
import { givenPlatformUser } from '../delivery/testing.ts'
import { addMember } from '../membership/add.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { accountAtDesk } from '../provider/account-page.ts'
import { actOnPlatformUser } from '../provider/people-change.ts'
import { closeAccount } from './close.ts'
import { endVisit, noteVisit, openVisit } from './visit.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const support = 'platform@southern.example'
const southern = world.provider('southern')
const bakery = world.account('southern-bakery')
const secret = 'a secret of the tests, which guards nothing'
const reason = 'Ticket 4711: the owner cannot sign in.'

/** Southern's only platform user is its support here, and nobody has looked in yet. */
beforeEach(async () => {
  await world.rows(
    `update platform_user set role = 'support', removed_at = null, created_at = now() - interval '2 hours' where provider_id = $1`,
    [southern],
  )
  await world.rows('delete from account_visit')
})

const open = (why = reason, { by = support, id = bakery } = {}) =>
  world.asProvider(by, change => openVisit(change, id, why))
const end = ({ by = support, id = bakery } = {}) => world.asProvider(by, change => endVisit(change, id))
const sight = () => world.sight(support, bakery)
const visits = () =>
  world.rows<{ reason: string; minutes: number }>(
    `select reason, extract(epoch from ends_at - started_at)::int / 60 as minutes from account_visit where account_id = $1`,
    [bakery],
  )
const told = async (after = '0') =>
  world.rows<{ id: string; action: string; reason: string; firm: string; kind: string; until: string }>(
    `select id, action, reason, actor_firm as firm, actor_kind as kind, data->>'endsAt' as until from event
      where account_id = $1 and id > $2 order by id`,
    [bakery, after],
  )
const latest = async () =>
  (await world.rows<{ id: string }>('select coalesce(max(id), 0)::text as id from event'))[0]?.id ?? '0'
const past = (column = 'ends_at') =>
  world.rows(`update account_visit set ${column} = clock_timestamp() - interval '1 second'`)

describe('support', () => {
  test('is inside for an hour by the database’s clock, with its own rights and no more', async () => {
    const before = await latest()
    expect(await sight()).toBeNull()
    expect(await open()).toEqual({ ok: true, value: { slug: 'southern-bakery', how: 'begun' } })
    const seen = await sight()
    expect([...(seen?.authority.capabilities ?? [])].sort()).toEqual(
      capabilitiesOfPlatform('support')
        .filter(one => isThere(one, ['cloud-pbx']))
        .sort(),
    )
    expect(seen?.authority.way).toBe('provider')
    expect(await visits()).toEqual([{ reason, minutes: 60 }])
    const [line, ...rest] = await told(before)
    expect(rest).toEqual([])
    expect(line).toMatchObject({
      action: 'account.visit-opened',
      reason,
      firm: 'Southern Cross Voice',
      kind: 'provider',
      until: seen?.authority.visitUntil?.toISOString(),
    })
    await past()
    expect(await sight()).toBeNull()
  })

  test('ends it at once, and comes in again only with another reason', async () => {
    await open()
    const before = await latest()
    expect(await end()).toMatchObject({ ok: true })
    expect(await sight()).toBeNull()
    expect((await told(before)).map(one => one.action)).toEqual(['account.visit-ended'])
    // Over already: nothing more is told.
    expect(await end()).toMatchObject({ ok: true })
    expect(await told(before)).toHaveLength(1)
    expect(await open('Once more, for the phones.')).toMatchObject({ value: { how: 'begun' } })
    expect(await sight()).not.toBeNull()
  })

  test('five visits at once are one, with one line; a second while it runs lengthens nothing', async () => {
    const before = await latest()
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => open(`Reason number ${i}`)))
    const begun = answers.filter(one => one !== 'not-found' && one.ok && one.value.how === 'begun')
    expect(begun).toHaveLength(1)
    const [only, ...more] = await visits()
    expect(more).toEqual([])
    const until = (await sight())?.authority.visitUntil
    expect(await open()).toMatchObject({ value: { how: 'ran-already' } })
    expect((await sight())?.authority.visitUntil).toEqual(until)
    expect((await told(before)).map(one => one.reason)).toEqual([only?.reason])
  })

  test('sees on its desk that it is inside, and nobody else does', async () => {
    await open()
    const atDesk = (email: string) =>
      writing(
        { role: 'app', providerId: southern },
        tx => accountAtDesk(tx, world.actor(email), 'southern-bakery'),
        world.pool,
      )
    expect((await atDesk(support))?.visit?.reason).toBe(reason)
    const other = { ...world.actor(support), personId: world.actor('owner@bakery.example').personId }
    const seen = await writing(
      { role: 'app', providerId: southern },
      tx => accountAtDesk(tx, other, 'southern-bakery'),
      world.pool,
    )
    expect(seen?.visit).toBeNull()
  })
})

describe('nobody comes in', () => {
  test('to an account of another provider, or a closed one', async () => {
    const account = await world.newAccount()
    expect(await open(reason, { id: account.id })).toMatchObject({ refusal: 'not-found' })
    expect(await end({ id: account.id })).toMatchObject({ refusal: 'not-found' })
    await world.rows(`update platform_user set role = 'support' where person_id = $1`, [
      world.actor(platform).personId,
    ])
    expect(await open(reason, { by: platform, id: account.id })).toMatchObject({ ok: true })
    expect(await world.sight(platform, account.id)).not.toBeNull()
    await world.rows('update account set closed_at = now() where id = $1', [account.id])
    expect(await world.sight(platform, account.id)).toBeNull()
    for (const answer of [
      await open(reason, { by: platform, id: account.id }),
      await end({ by: platform, id: account.id }),
    ])
      expect(answer).toMatchObject({ refusal: 'not-found' })
    await world.rows(`update platform_user set role = 'administrator' where person_id = $1`, [
      world.actor(platform).personId,
    ])
  })

  test('by this door as an administrator, who needs no reason', async () => {
    const harbour = world.account('harbour-dental')
    expect(await open(reason, { by: platform, id: harbour })).toMatchObject({ refusal: 'not-found' })
    expect(await end({ by: platform, id: harbour })).toMatchObject({ refusal: 'not-found' })
  })

  test('by what was noted of them as administrator, once they are support', async () => {
    await world.rows(`update platform_user set role = 'administrator' where provider_id = $1`, [southern])
    const account = { id: bakery, providerName: 'Southern Cross Voice' }
    await noteVisit(world.actor(support), account, world.pool)
    expect((await sight())?.authority.visitUntil).toBeInstanceOf(Date)
    await world.rows(`update platform_user set role = 'support' where provider_id = $1`, [southern])
    expect(await sight()).toBeNull()
    expect(await open()).toMatchObject({ value: { how: 'begun' } })
  })

  test('by the visit of a place that ended, when they have come back', async () => {
    await open()
    await world.rows(`update platform_user set removed_at = now() where provider_id = $1`, [southern])
    expect(await sight()).toBeNull()
    await world.rows(
      `update platform_user set removed_at = null, created_at = clock_timestamp() where provider_id = $1`,
      [southern],
    )
    expect(await sight()).toBeNull()
  })

  test('when they were removed in the middle of it', async () => {
    const email = 'nils@northwind.example'
    const id = await givenPlatformUser({ rows: (text, values) => world.rows(text, values) }, email)
    const account = await world.newAccount()
    const [person] = await world.rows<{ id: string }>('select id from person where email = $1', [email])
    const actor = { ...world.actor(platform), personId: person?.id ?? '' }
    await world.asProvider(platform, change => openVisit({ ...change, actor }, account.id, reason))
    const running = () =>
      world.onAccountAs(actor, account.id, 'general.read', async ({ authority }) => authority.way)
    expect(await running()).toBe('provider')
    await world.asProvider(platform, change => actOnPlatformUser(change, id, 'remove', secret))
    expect(await running()).toBe('not-found')
  })
})

describe('what is done within it', () => {
  let n = 0
  const help = () =>
    world.onAccount(support, bakery, 'managers.manage', async change => {
      const email = parseEmail(`helped${++n}@bakery.example`)
      if (!email.ok) throw new Error('address')
      const [home] = await world.rows<{ id: string }>(
        'select home_brand_id as id from account where id = $1',
        [bakery],
      )
      const newcomer = { email: email.value, name: 'Hel Ped', language: 'en', timeZone: 'UTC' } as const
      const kind = { kind: 'account-manager' } as const
      return addMember(change, { ...newcomer, homeBrandId: home?.id ?? '' }, kind, secret)
    })

  test('against its end: comes before it, or does not happen, 20 rounds', async () => {
    const seen = { done: 0, refused: 0 }
    for (let round = 0; round < 20; round++) {
      await open()
      const before = await latest()
      const moves = round % 2 ? [help, end] : [end, help]
      const answers = await Promise.all(moves.map(move => move()))
      const done = !answers.includes('not-found')
      seen[done ? 'done' : 'refused'] += 1
      expect((await told(before)).map(one => one.action)).toEqual([
        ...(done ? ['membership.added'] : []),
        'account.visit-ended',
      ])
    }
    console.log(`a visit’s end against its use: ${seen.done} before it, ${seen.refused} refused, of 20`)
  })

  test('against the account’s closing: whichever comes first, nobody is inside', async () => {
    for (let round = 0; round < 5; round++) {
      const account: NewAccount = await world.newAccount()
      await world.rows(`update platform_user set role = 'support' where person_id = $1`, [
        world.actor(platform).personId,
      ])
      const moves = [
        () => open(reason, { by: platform, id: account.id }),
        () => world.asProvider(platform, change => closeAccount(change, account.id, 'Over.')),
      ]
      if (round % 2) moves.reverse()
      await Promise.all(moves.map(move => move()))
      expect(await world.sight(platform, account.id)).toBeNull()
    }
  })
})
