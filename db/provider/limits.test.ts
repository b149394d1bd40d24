import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Limits, limitValues, usualLimits } from '#lib/limits/limits.ts'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { newWorld } from '../proof/world.ts'
import { changeLimits, limitsOf } from './limits.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const owner = 'owner@harbour-dental.example'
const services = { name: 'services', pages: [] } as const
const northwind = world.provider('northwind')
const southern = world.provider('southern')

beforeEach(() =>
  world.rows(
    'update provider set longest_grant_hours = null, request_life_hours = 168, review_months = 6, end_unanswered = false',
  ),
)

const change = (to: Partial<Limits>, shown: Limits = usualLimits, by = platform) =>
  world.asProvider(by, one => changeLimits(one, limitValues(shown), limitValues({ ...shown, ...to })))
const stored = async (id = northwind) =>
  (
    await world.rows<Limits>(
      `select longest_grant_hours as "longestGrantHours", request_life_hours as "requestLifeHours", review_months as "reviewMonths",
          end_unanswered as "endUnanswered"
        from provider where id = $1`,
      [id],
    )
  )[0]
const events = () =>
  world.rows<{ data: object; account: string | null }>(
    `select data, account_id as account from event where action = 'limits.changed' order by id desc`,
  )

async function asked(slug: string, duration: { kind: 'ongoing' } | { kind: 'hours'; hours: number }) {
  const sent = await world.asPartner('tech@brightline.example', 'brightline-it', one =>
    sendRequest(one, {
      account: { slug },
      reason: 'Support.',
      ticket: '',
      scope: services,
      duration,
      startsAt: null,
    }),
  )
  if (sent === 'not-found') throw new Error('not there')
  return sent
}

describe('a change', () => {
  test('is one row and one event that tells old and new of what differs, and of nothing else', async () => {
    expect(await change({ longestGrantHours: 48, reviewMonths: 3 })).toEqual({ outcome: 'changed' })
    expect(await stored()).toEqual({ ...usualLimits, longestGrantHours: 48, reviewMonths: 3 })
    expect(await stored(southern), 'another provider keeps its own').toEqual(usualLimits)
    expect((await events())[0]).toEqual({
      data: { changes: { longestGrantHours: ['', '48'], reviewMonths: ['6', '3'] } },
      account: null,
    })
    const { changed } = (await world.asProvider(platform, ({ tx }) => limitsOf(tx, northwind))) as Awaited<
      ReturnType<typeof limitsOf>
    >
    expect(changed?.by).toBe('Nora Whitfield')
  })

  test('that changes nothing leaves no trace', async () => {
    const before = await events()
    expect(await change({})).toEqual({ outcome: 'nothing' })
    expect(await events()).toEqual(before)
  })

  test('of two at once: the second is told, keeps what it typed, and nothing of the first is lost', async () => {
    for (let turn = 0; turn < 8; turn++) {
      await world.rows(
        'update provider set longest_grant_hours = null, request_life_hours = 168, review_months = 6, end_unanswered = false',
      )
      const before = (await events()).length
      const answers = await Promise.all([change({ longestGrantHours: 24 }), change({ requestLifeHours: 72 })])
      const late = answers.find(one => one !== 'not-found' && one.outcome === 'meanwhile')
      if (late?.outcome !== 'meanwhile') throw new Error('nobody was told')
      expect(late).toMatchObject({
        merged: { longestGrantHours: '24', requestLifeHours: '72' },
        by: [{ by: 'Nora Whitfield' }],
      })
      expect((await events()).length).toBe(before + 1)
      // Whoever saves again does so over what they were shown.
      const again = await world.asProvider(platform, one => changeLimits(one, late.stored, late.merged))
      expect(again).toEqual({ outcome: 'changed' })
      expect(await stored()).toEqual({ ...usualLimits, longestGrantHours: 24, requestLifeHours: 72 })
    }
    console.log('limits changed by two at once: 8 tries, 0 failures')
  })
})

describe('holds from the very next request on', () => {
  test('the longest access: for asking and for approving; what runs and what was asked stays', async () => {
    const made = await world.newAccount()
    const running = await asked(made.slug, { kind: 'ongoing' })
    if (!running.ok) throw new Error(running.refusal)
    const approve = (id: string, duration: { kind: 'ongoing' } | { kind: 'hours'; hours: number }) =>
      world.onAccount(owner, made.id, 'partners.decide', one =>
        approveRequest(one, id, { scope: services, duration }),
      )
    expect(await approve(running.value.requestId, { kind: 'ongoing' })).toMatchObject({ ok: true })
    const waiting = await asked(made.slug, { kind: 'ongoing' })
    if (!waiting.ok) throw new Error(waiting.refusal)
    await change({ longestGrantHours: 48 })
    const id = waiting.value.requestId
    expect(await approve(id, { kind: 'ongoing' })).toMatchObject({ refusal: 'longer-than-limit' })
    expect(await approve(id, { kind: 'hours', hours: 49 })).toMatchObject({ refusal: 'longer-than-limit' })
    expect(await approve(id, { kind: 'hours', hours: 48 })).toMatchObject({ ok: true })
    const other = await world.newAccount()
    expect(await asked(other.slug, { kind: 'ongoing' })).toMatchObject({ refusal: 'longer-than-limit' })
    expect(await asked(other.slug, { kind: 'hours', hours: 48 })).toMatchObject({ ok: true })
    const grants = await world.rows<{ state: string; ends: Date | null }>(
      'select state, ends_at as ends from access_grant where account_id = $1 order by created_at',
      [made.id],
    )
    expect(grants[0], 'what was given for good stays').toEqual({ state: 'active', ends: null })
    await change({ longestGrantHours: null }, { ...usualLimits, longestGrantHours: 48 })
    const free = await world.newAccount()
    expect(await asked(free.slug, { kind: 'ongoing' })).toMatchObject({ ok: true })
  })

  test('the life of a request: those that wait keep theirs', async () => {
    const lifeOf = async (slug: string) => {
      const sent = await asked(slug, { kind: 'hours', hours: 24 })
      if (!sent.ok) throw new Error(sent.refusal)
      return sent.value.requestId
    }
    const hours = async (id: string) =>
      (
        await world.rows<{ hours: number }>(
          `select (extract(epoch from lapses_at - created_at) / 3600)::float8 as hours from access_request where id = $1`,
          [id],
        )
      )[0]?.hours
    const before = await lifeOf((await world.newAccount()).slug)
    await change({ requestLifeHours: 36 })
    const after = await lifeOf((await world.newAccount()).slug)
    expect([await hours(before), await hours(after)]).toEqual([168, 36])
  })

  test('the review of ongoing access', async () => {
    await change({ reviewMonths: 2 })
    const made = await world.newAccount()
    const sent = await asked(made.slug, { kind: 'ongoing' })
    if (!sent.ok) throw new Error(sent.refusal)
    await world.onAccount(owner, made.id, 'partners.decide', one =>
      approveRequest(one, sent.value.requestId, { scope: services, duration: { kind: 'ongoing' } }),
    )
    const [grant] = await world.rows<{ right: boolean }>(
      `select review_at = starts_at + interval '2 months' as right from access_grant where account_id = $1`,
      [made.id],
    )
    expect(grant?.right).toBe(true)
  })
})
