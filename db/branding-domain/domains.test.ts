import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { KeptPicture } from '#lib/branding/codec.ts'
import type { DomainDetails } from '#lib/branding/domain.ts'
import { brandByHost } from '../brand.ts'
import type { Change } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import { addDomain, replacePicture, updateColours, updateDomain } from './edit.ts'
import { domainOf, domainsOf } from './reads.ts'
import { restoreDomain, retireDomain } from './retire.ts'

const world = await newWorld()
afterAll(() => world.close())

const [nora, sam] = ['platform@northwind.example', 'platform@southern.example']

async function as<T>(email: string, work: (change: Change) => Promise<T>): Promise<T> {
  const answer = await world.asProvider(email, work)
  if (answer === 'not-found') throw new Error(`${email} is not of the staff`)
  return answer as T
}

async function idOf(host: string): Promise<string> {
  const rows = await world.rows<{ id: string }>('select id from branding_domain where host = $1', [host])
  return rows[0]?.id ?? ''
}

const details = (host: string): DomainDetails => ({
  host,
  brandName: 'Third Voice',
  supportName: 'Third Care',
  supportEmail: 'care@third.example',
  supportPhone: '',
  supportUrl: '',
  senderName: 'Third Voice',
  senderAddress: 'portal@third.example',
  defaultLanguage: 'en',
  termsUrl: '',
  privacyUrl: '',
})

async function added(host: string, email = nora): Promise<string> {
  const answer = await as(email, change => addDomain(change, details(host), '#0b5cab'))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.id
}

const countAt = async (table: 'person' | 'account', id: string) =>
  (
    await world.rows<{ n: number }>(`select count(*)::int as n from ${table} where home_brand_id = $1`, [id])
  )[0]?.n

const [northwind, boreal] = [await idOf('northwind.localhost'), await idOf('boreal.localhost')]

// Each test begins with both of Northwind's demo domains in use, and no other.
beforeEach(async () => {
  await world.rows('update branding_domain set retired_at = null, successor_id = null where id = any($1)', [
    [northwind, boreal],
  ])
})

describe('a host', () => {
  test('that is taken is refused alike, whoever has it, and changes nothing', async () => {
    const before = await world.rows('select * from branding_domain order by id')
    for (const host of ['boreal.localhost', 'southern.localhost']) {
      expect(await as(nora, change => addDomain(change, details(host), '#0b5cab'))).toEqual({
        ok: false,
        refusal: 'taken',
      })
      const shown = await as(
        nora,
        async ({ tx, actor }) => (await domainOf(tx, actor.providerId, northwind))?.details,
      )
      if (!shown) throw new Error('not there')
      expect(await as(nora, change => updateDomain(change, northwind, { ...shown, host }, shown))).toEqual({
        ok: false,
        refusal: 'taken',
      })
    }
    expect(await world.rows('select * from branding_domain order by id')).toEqual(before)
  })

  test('given to two at once is given to one, also of two providers', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const host = `race-${turn}.localhost`
      const answers = await Promise.all([
        as(nora, change => addDomain(change, details(host), '#0b5cab')),
        as(sam, change => addDomain(change, details(host), '#0b5cab')),
      ])
      expect(answers.filter(one => one.ok)).toHaveLength(1)
    }
    await world.rows(`update branding_domain set retired_at = now() where host like 'race-%'`)
  })

  test('of a domain of another provider can’t be read or changed', async () => {
    const seen = await as(sam, async ({ tx, actor }) => ({
      one: await domainOf(tx, actor.providerId, northwind),
      all: (await domainsOf(tx, actor.providerId)).map(row => row.host),
    }))
    expect(seen.one).toBeNull()
    expect(seen.all).not.toContain('northwind.localhost')
    const colours = { accent: '#123456', accentDark: '' }
    expect(await as(sam, change => updateColours(change, northwind, colours, colours))).toMatchObject({
      refusal: 'not-found',
    })
    expect(await as(sam, change => retireDomain(change, boreal, northwind))).toMatchObject({
      refusal: 'not-found',
    })
  })
})

describe('an edit', () => {
  test('shows on the very next look at the host, and in the history with old and new', async () => {
    const shown = { accent: '#0b5cab', accentDark: '' }
    const typed = { accent: '#7a1f6b', accentDark: '#ff9be8' }
    expect(await as(nora, change => updateColours(change, northwind, typed, shown))).toEqual({
      ok: true,
      value: { outcome: 'changed' },
    })
    expect((await brandByHost('northwind.localhost', world.pool))?.brand).toMatchObject(typed)
    const [event] = await world.rows<{ changes: unknown }>(
      `select data->'changes' as changes from event where subject_id = $1 order by id desc limit 1`,
      [northwind],
    )
    expect(event?.changes).toEqual({ accent: ['#0b5cab', '#7a1f6b'], accentDark: ['', '#ff9be8'] })
    await as(nora, change => updateColours(change, northwind, shown, typed))
  })

  test('by two at once is one change, and the other is told by whom', async () => {
    const shown = await as(
      nora,
      async ({ tx, actor }) => (await domainOf(tx, actor.providerId, boreal))?.details,
    )
    if (!shown) throw new Error('not there')
    const answers = await Promise.all(
      ['One', 'Two'].map(brandName =>
        as(nora, change => updateDomain(change, boreal, { ...shown, brandName }, shown)),
      ),
    )
    const outcomes = answers.map(one => (one.ok ? one.value.outcome : one.refusal)).sort()
    expect(outcomes).toEqual(['changed', 'meanwhile'])
    const lost = answers.find(one => one.ok && one.value.outcome === 'meanwhile')
    expect(lost).toMatchObject({ value: { theirs: ['brandName'], by: [{ by: 'Nora Whitfield' }] } })
    await world.rows('update branding_domain set name = $1 where id = $2', [shown.brandName, boreal])
  })

  test('of a picture gives it a new address', async () => {
    const picture: KeptPicture = { contentType: 'image/png', content: Buffer.from('x'), width: 1, height: 1 }
    const version = async () => (await brandByHost('boreal.localhost', world.pool))?.brand.logoVersion ?? 0
    const before = await version()
    expect(await as(nora, change => replacePicture(change, boreal, 'favicon', picture))).toMatchObject({
      ok: true,
    })
    expect(await version()).toBe(before + 1)
  })
})

describe('retiring', () => {
  test('leads the host to its successor and moves people, accounts, sessions and links in one', async () => {
    const third = await added('third.localhost')
    await world.rows('update branding_domain set retired_at = now(), successor_id = $1 where id = $2', [
      boreal,
      third,
    ])
    const people = await countAt('person', boreal)
    await world.rows(
      `insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent)
        select provider_id, 'x', id, home_brand_id, now() + interval '1 hour', 3600, '', '' from person where home_brand_id = $1 limit 1`,
      [boreal],
    )
    const before = await countAt('person', northwind)
    expect(people).toBeGreaterThan(0)
    expect(await as(nora, change => retireDomain(change, boreal, northwind))).toMatchObject({ ok: true })
    expect(await countAt('person', boreal)).toBe(0)
    expect(await countAt('person', northwind)).toBe((before ?? 0) + (people ?? 0))
    expect(await countAt('account', boreal)).toBe(0)
    expect(await world.rows('select 1 from session where branding_domain_id = $1', [boreal])).toEqual([])
    expect(await brandByHost('boreal.localhost', world.pool)).toMatchObject({
      retired: true,
      successorHost: 'northwind.localhost',
    })
    // What led to it leads further.
    expect(await brandByHost('third.localhost', world.pool)).toMatchObject({
      successorHost: 'northwind.localhost',
    })
    const told = await world.rows<{ slug: string | null }>(
      `select a.slug from event e left join account a on a.id = e.account_id where e.action = 'branding-domain.retired' order by 1`,
    )
    expect(told.map(one => one.slug)).toEqual(['erable-sante', null])
  })

  test('never leaves somebody at home where no portal is, also who is added meanwhile', async () => {
    for (let turn = 0; turn < 10; turn++) {
      await world.rows('update branding_domain set retired_at = null, successor_id = null where id = $1', [
        boreal,
      ])
      const adding = world.rows(
        `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
          values ($1, $2, $2, 'New', 'en', 'UTC', $3)`,
        [world.provider('northwind'), `new-${turn}@x.example`, boreal],
      )
      await Promise.all([adding, as(nora, change => retireDomain(change, boreal, northwind))])
      expect(await countAt('person', boreal), `turn ${turn}`).toBe(0)
    }
  })

  test('is refused for the last one in use, without a live successor of one’s own, and twice', async () => {
    const southern = await idOf('southern.localhost')
    const retire = (id: string, heir: string) => as(nora, change => retireDomain(change, id, heir))
    expect(await retire(northwind, northwind)).toMatchObject({ refusal: 'no-successor' })
    expect(await retire(northwind, southern)).toMatchObject({ refusal: 'no-successor' })
    expect(await retire(boreal, northwind)).toMatchObject({ ok: true })
    expect(await retire(boreal, northwind)).toMatchObject({ refusal: 'already-retired' })
    const third = await added('fourth.localhost')
    await world.rows('update branding_domain set retired_at = now(), successor_id = $1 where id = $2', [
      northwind,
      third,
    ])
    expect(await retire(northwind, boreal)).toMatchObject({ refusal: 'last-one' })
  })

  test('by two who each make the other’s successor go: exactly one wins', async () => {
    let tries = 0
    for (let turn = 0; turn < 20; turn++) {
      await world.rows(
        `update branding_domain set retired_at = null, successor_id = null where id = any($1)`,
        [[northwind, boreal]],
      )
      const answers = await Promise.all([
        as(nora, change => retireDomain(change, northwind, boreal)),
        as(nora, change => retireDomain(change, boreal, northwind)),
      ])
      tries += 1
      expect(
        answers.filter(one => one.ok),
        `turn ${turn}`,
      ).toHaveLength(1)
      const live = await world.rows(
        'select 1 from branding_domain where id = any($1) and retired_at is null',
        [[northwind, boreal]],
      )
      expect(live).toHaveLength(1)
    }
    console.log(`two retire each other's successor: ${tries} tries, 0 failures`)
  })

  test('can be taken back: accounts come with it, people stay where they are', async () => {
    await as(nora, change => retireDomain(change, boreal, northwind))
    expect(await as(nora, change => restoreDomain(change, boreal))).toMatchObject({ ok: true })
    expect(await brandByHost('boreal.localhost', world.pool)).toMatchObject({
      retired: false,
      successorHost: null,
    })
    expect(await countAt('account', boreal)).toBe(1)
    expect(await countAt('person', boreal)).toBe(0)
    expect(await as(nora, change => restoreDomain(change, boreal))).toMatchObject({ refusal: 'not-retired' })
  })
})
