import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { conditionOf, isTrouble } from '#lib/delivery/condition.ts'
import { reading } from '../client.ts'
import { waitingOf } from '../mail/waiting.ts'
import { newWorld } from '../proof/world.ts'
import { letterOf } from './letter.ts'
import {
  type DeliveryFilter,
  deliveryCounts,
  deliveryFilters,
  lettersInTrouble,
  mostSearched,
} from './list.ts'
import { givenLetter, type LetterGiven } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
beforeEach(() => world.rows('delete from letter'))

const northwind = world.provider('northwind')
const southern = world.provider('southern')

const wall = (providerId: string) => ({ role: 'app', providerId }) as const
const listed = (filter: DeliveryFilter, search = '', after?: string, provider = northwind) =>
  reading(wall(provider), tx => lettersInTrouble(tx, provider, { filter, search, after }), world.pool)
const counts = (provider = northwind) =>
  reading(wall(provider), tx => deliveryCounts(tx, provider), world.pool)
const one = (id: string, provider = northwind) =>
  reading(wall(provider), tx => letterOf(tx, provider, id), world.pool)

/** Every way in which a letter can stand. */
const standings: readonly LetterGiven[] = ['queued', 'sent', 'dropped', 'failed'].flatMap(state =>
  [null, 'delivered', 'bounced', 'complained', 'delayed'].flatMap(delivery =>
    [null, 'request-decided', 'not-an-address'].flatMap(dropReason =>
      [null, 'answered 500'].flatMap(lastError =>
        [0, 1].map(hoursAgo => ({ state, delivery, dropReason, lastError, hoursAgo })),
      ),
    ),
  ),
)

test('the list and the rule agree about every way in which a letter can stand', async () => {
  const ids = new Map<string, LetterGiven>()
  for (const standing of standings) ids.set(await givenLetter(world, standing), standing)
  const found = new Map<string, string>()
  for (const filter of ['bounced', 'complained', 'failed', 'stuck'] as const)
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await listed(filter, '', after)
      for (const letter of page.letters) {
        expect(found.has(letter.id), 'one place for each letter').toBe(false)
        found.set(letter.id, filter)
      }
      after = page.next ?? undefined
    }
  const now = new Date()
  for (const id of ids.keys()) {
    const letter = await one(id)
    if (!letter) throw new Error('not there')
    const condition = conditionOf(letter, now)
    const place = condition === 'delayed' ? 'stuck' : condition
    expect([ids.get(id), found.get(id) ?? null]).toEqual([ids.get(id), isTrouble(condition) ? place : null])
  }
  const numbers = await counts()
  expect(numbers.open).toBe(found.size)
  for (const filter of ['bounced', 'complained', 'failed', 'stuck'] as const)
    expect(numbers[filter]).toBe([...found.values()].filter(place => place === filter).length)
  console.log(`letters in every standing: ${standings.length} tries, 0 failures`)
})

describe('the list', () => {
  test('pages through all of several sorts in one order, each once', async () => {
    const made: string[] = []
    for (let n = 0; n < 60; n++) {
      const delivery = n % 3 === 0 ? 'bounced' : null
      const state = n % 3 === 1 ? 'queued' : n % 3 === 2 ? 'failed' : 'sent'
      made.push(await givenLetter(world, { state, delivery, hoursAgo: 60 - n }))
    }
    const seen: string[] = []
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await listed('open', '', after)
      expect(page.letters.length).toBeLessThanOrEqual(25)
      seen.push(...page.letters.map(letter => letter.id))
      after = page.next ?? undefined
    }
    expect(seen).toEqual(made.toReversed())
  })

  test('finds by any part of an address or a name, whatever its case and accents', async () => {
    await givenLetter(world, { delivery: 'bounced' })
    await givenLetter(world, { to: 'proprio@erable.example', delivery: 'bounced' })
    for (const [search, names] of [
      ['', ['Élise Tremblay', 'Harriet Osei']],
      ['ELISE', ['Élise Tremblay']],
      ['érable.ex', ['Élise Tremblay']],
      ['@harbour', ['Harriet Osei']],
      ['%', []],
      ['_', []],
    ] as const)
      expect((await listed('open', search)).letters.map(letter => letter.toName).toSorted()).toEqual(
        [...names].toSorted(),
      )
  })

  test('a search looks at so many, and says where it goes on', async () => {
    await world.rows(
      `insert into letter (provider_id, branding_domain_id, person_id, to_address, to_name, language, kind, subject_id, dedupe_key, state, created_at)
        select p.provider_id, p.home_brand_id, p.id, case when n <= 2 then 'wanted@x.example' else 'other@x.example' end, '', 'en',
          'grant-ended', gen_random_uuid(), 'search:' || n, 'failed', timestamptz '2026-01-01' + n * interval '1 minute'
        from person p, generate_series(1, $1::int) n where p.email = 'owner@harbour-dental.example'`,
      [mostSearched + 2],
    )
    const first = await listed('failed', 'wanted')
    expect(first.letters).toEqual([])
    const second = await listed('failed', 'wanted', first.next ?? '')
    expect([second.letters.length, second.next]).toEqual([2, null])
    expect((await listed('failed', 'other')).letters).toHaveLength(25)
  })

  test('is one provider’s own: neither rows nor numbers nor a letter by its id cross over', async () => {
    const ours = await givenLetter(world, { delivery: 'bounced' })
    const theirs = await givenLetter(world, { to: 'owner@bakery.example', delivery: 'bounced' })
    await givenLetter(world, { to: 'owner@bakery.example', state: 'queued', hoursAgo: 2 })
    expect((await listed('open')).letters.map(letter => letter.id)).toEqual([ours])
    expect(await counts()).toMatchObject({ open: 1, bounced: 1, stuck: 0 })
    expect(await counts(southern)).toMatchObject({ open: 2, bounced: 1, stuck: 1 })
    expect([await one(theirs), await one(ours, southern)]).toEqual([null, null])
    const waiting = (provider: string) => reading(wall(provider), tx => waitingOf(tx, provider), world.pool)
    expect(await waiting(northwind)).toEqual({ waiting: 0, oldestSeconds: 0 })
    expect((await waiting(southern)).oldestSeconds).toBeGreaterThanOrEqual(7200)
  })

  test('reads a part of the outbox by an index and never the whole', async () => {
    await world.rows(
      `insert into letter (provider_id, branding_domain_id, person_id, to_address, to_name, language, kind, subject_id, dedupe_key, state, delivery)
        select p.provider_id, p.home_brand_id, p.id, p.email, p.name, 'en', 'grant-ended', gen_random_uuid(), 'many:' || n, 'sent',
          case when n % 100 = 0 then 'bounced' else 'delivered' end
        from person p, generate_series(1, 30000) n where p.email = 'owner@harbour-dental.example'`,
    )
    await world.rows('analyze letter')
    for (const filter of deliveryFilters) {
      const deep = '2026-01-01T00:00:00.000000_00000000-0000-0000-0000-000000000000'
      // Often enough that the database keeps one plan for all.
      for (let turn = 0; turn < 6; turn++) await listed(filter, '', deep)
      expect(await planOf(() => listed(filter, '', deep)), filter).not.toMatch(
        /Seq Scan on letter|Filter: .*ROW/,
      )
      const plan = await planOf(() => listed(filter))
      expect(plan, filter).not.toMatch(/Seq Scan on letter/)
      expect(plan, filter).toMatch(/letter_(in_trouble|by_trouble|waiting|replaced)/)
    }
    const plan = await planOf(() => counts())
    expect(plan).not.toMatch(/Seq Scan on letter/)
  }, 120_000)
})

/** The plans of what is asked behind the wall, as the database notes them for its own log. */
async function planOf(ask: () => Promise<unknown>): Promise<string> {
  const plans: string[] = []
  const heard = (notice: { message?: string | undefined }) => plans.push(notice.message ?? '')
  const client = await world.pool.connect()
  client.on('notice', heard)
  await client.query(
    `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_level = notice; set client_min_messages = notice`,
  )
  client.release()
  try {
    await ask()
  } finally {
    client.off('notice', heard)
  }
  return plans.join('\n')
}
