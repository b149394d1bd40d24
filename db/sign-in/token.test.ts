import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { unseal } from '#lib/mail/seal.ts'
import { type Flow, newFlow } from '#lib/sign-in/flow.ts'
import { poolOn } from '../testing.ts'
import { arrivingPerson } from './person.ts'
import type { SessionPlace } from './session.ts'
import { signInGround } from './testing-people.ts'
import {
  askForLetter,
  homeOfTicket,
  makeTicket,
  seeToken,
  spendCode,
  spendToken,
  voidTokens,
} from './token.ts'

const secret = 'a secret of the tests, which guards nothing'
const ground = await signInGround()
const { database, behind, personId } = ground
const [northwind, boreal, southern] = [
  ground.place('northwind'),
  ground.place('boreal'),
  ground.place('southern'),
]
/** Another server of the same deployment. */
const elsewhere = poolOn(database.url, { max: 10 })
afterAll(async () => {
  await elsewhere.end()
  await database.close()
})

const owner = 'owner@maple.example'

async function ask(email: string, { place = northwind, before = null as Flow | null } = {}) {
  const flow = await behind(place, tx =>
    askForLetter(
      tx,
      place,
      { email: { address: email, canonical: email.toLowerCase() }, next: '/profile', before },
      secret,
    ),
  )
  const sealed = await database.pool.query<{ secret: string; personId: string }>(
    `select secret, person_id as "personId" from letter where kind = 'sign-in-link' order by created_at desc limit 1`,
  )
  const row = sealed.rows[0]
  const letter = row ? (JSON.parse(unseal(row.secret, secret)) as { token: string; code: string }) : null
  return { flow, letter, to: row?.personId }
}

async function asked(email: string, options?: { place?: SessionPlace; before?: Flow | null }) {
  const { flow, letter } = await ask(email, options)
  if (!letter) throw new Error('no letter')
  return { flow, ...letter }
}

const spendLink = (
  flow: Flow | null,
  token: string,
  place = northwind,
  from?: pg.Pool,
  once: string = randomUUID(),
) => behind(place, tx => spendToken(tx, place, 'sign-in', { token, flow, once }), from)
const stateOf = async (flow: Flow | null, token: string, place = northwind) =>
  (await behind(place, tx => seeToken(tx, place, 'sign-in', token, flow))).state

test('a link spent by 20 at once over two servers lets exactly one in', async () => {
  const { flow, token } = await asked(owner)
  const spent = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      spendLink(flow, token, northwind, i % 2 ? elsewhere : database.pool),
    ),
  )
  expect(spent.filter(Boolean)).toMatchObject([{ personId: personId(owner), next: '/profile' }])
  expect(await stateOf(flow, token)).toBe('used')
})

test('link and code are one: spent by 20 at once, either way, exactly one gets in', async () => {
  const { flow, token, code } = await asked(owner)
  const spent = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 2
        ? spendLink(flow, token, northwind, elsewhere)
        : behind(northwind, tx =>
            spendCode(tx, northwind, { flow: flow, code: code, once: randomUUID() }, secret),
          ),
    ),
  )
  expect(spent.filter(Boolean)).toHaveLength(1)
})

test('the second press of the very form that spent it is answered like the first, for ten seconds', async () => {
  const { flow, token, code } = await asked(owner)
  const once = randomUUID()
  const pressed = await Promise.all(
    Array.from({ length: 5 }, () => spendLink(flow, token, northwind, elsewhere, once)),
  )
  expect(pressed).toMatchObject(Array(5).fill({ personId: personId(owner), next: '/profile' }))
  expect(await spendLink(flow, token)).toBeNull()
  expect(await spendLink(newFlow(owner), token, northwind, elsewhere, once)).toBeNull()
  const coded = await behind(northwind, tx =>
    spendCode(tx, northwind, { flow, code, once: randomUUID() }, secret),
  )
  expect(coded).toBeNull()
  await database.pool.query(
    `update one_time_token set used_at = used_at - interval '11 seconds' where used_form is not null`,
  )
  expect(await spendLink(flow, token, northwind, elsewhere, once)).toBeNull()
})

test('looking changes nothing, however often', async () => {
  const { flow, token } = await asked(owner)
  const row = () => database.pool.query('select * from one_time_token order by created_at desc limit 1')
  const before = (await row()).rows
  for (let i = 0; i < 10; i++) {
    expect(await stateOf(flow, token)).toBe('ready')
    expect(await stateOf(null, token)).toBe('elsewhere')
  }
  expect((await row()).rows).toEqual(before)
  expect(await spendLink(flow, token)).not.toBeNull()
})

test('a link works only in the browser that asked, and names nobody in another', async () => {
  const { flow, token, code } = await asked(owner)
  const stranger = newFlow(owner)
  expect(await spendLink(stranger, token)).toBeNull()
  expect(await spendLink(null, token)).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendCode(tx, northwind, { flow: stranger, code: code, once: randomUUID() }, secret),
    ),
  ).toBeNull()
  const seen = await behind(northwind, tx => seeToken(tx, northwind, 'sign-in', token, stranger))
  expect(seen).toEqual({ state: 'elsewhere', person: null })
  expect(await spendLink(flow, token)).not.toBeNull()
})

test('a link is worth nothing on a sister brand or at another provider', async () => {
  const { flow, token, code } = await asked(owner)
  for (const place of [boreal, southern]) {
    expect(await stateOf(flow, token, place)).toBe('unknown')
    expect(await spendLink(flow, token, place)).toBeNull()
    expect(
      await behind(place, tx => spendCode(tx, place, { flow: flow, code: code, once: randomUUID() }, secret)),
    ).toBeNull()
  }
})

test('asking again in the same browser replaces the letter before', async () => {
  const first = await asked(owner)
  const second = await asked(owner, { before: first.flow })
  expect(await stateOf(first.flow, first.token)).toBe('replaced')
  expect(await spendLink(first.flow, first.token)).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendCode(tx, northwind, { flow: second.flow, code: first.code, once: randomUUID() }, secret),
    ),
  ).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendCode(tx, northwind, { flow: second.flow, code: second.code, once: randomUUID() }, secret),
    ),
  ).not.toBeNull()
})

test('a stranger who asks for somebody’s letter does not spoil theirs', async () => {
  const mine = await asked(owner)
  await asked(owner)
  expect(await stateOf(mine.flow, mine.token)).toBe('ready')
})

test('a letter that ran out is told so and opens nothing', async () => {
  const { flow, token, code } = await asked(owner)
  await database.pool.query(
    `update one_time_token set created_at = created_at - interval '11 min', expires_at = expires_at - interval '11 min'
     where used_at is null`,
  )
  expect(await stateOf(flow, token)).toBe('expired')
  expect(await spendLink(flow, token)).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendCode(tx, northwind, { flow: flow, code: code, once: randomUUID() }, secret),
    ),
  ).toBeNull()
})

test('an unknown address, one of another provider and a disabled person get no letter and no token', async () => {
  await database.pool.query(`update person set disabled_at = now() where email = 'lena@maple.example'`)
  const count = async () =>
    (
      await database.pool.query(
        `select (select count(*)::int from letter where kind = 'sign-in-link') + (select count(*)::int from one_time_token) as n`,
      )
    ).rows
  const before = await count()
  for (const email of ['nobody@nowhere.example', 'owner@bakery.example', 'lena@maple.example']) {
    const { flow } = await ask(email)
    expect(flow.email).toBe(email)
    expect(
      await behind(northwind, tx =>
        spendCode(tx, northwind, { flow, code: '000000', once: randomUUID() }, secret),
      ),
    ).toBeNull()
  }
  expect(await count()).toEqual(before)
})

test('somebody who was disabled after asking does not get in', async () => {
  const { flow, token, code } = await asked('ines@harbour-dental.example')
  await database.pool.query(
    `update person set disabled_at = now() where email = 'ines@harbour-dental.example'`,
  )
  expect(await stateOf(flow, token)).toBe('unknown')
  expect(await spendLink(flow, token)).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendCode(tx, northwind, { flow: flow, code: code, once: randomUUID() }, secret),
    ),
  ).toBeNull()
})

test('the letter is dressed by the brand where it was asked for, and nothing secret lies open', async () => {
  const { token, code } = await asked(owner, { place: boreal })
  const rows = await database.pool.query<{ all: string; brand: string }>(
    `select l::text || t::text as all, l.branding_domain_id as brand from letter l join one_time_token t on t.id = l.subject_id
      order by l.created_at desc limit 1`,
  )
  expect(rows.rows[0]?.brand).toBe(boreal.brandingDomainId)
  expect(rows.rows[0]?.all).not.toContain(token)
  expect(rows.rows[0]?.all).not.toContain(`"${code}"`)
})

test('a ticket tells home when its person proved who they are', async () => {
  const id = personId('proprio@erable.example')
  const provedAt = new Date('2026-01-02T03:04:05Z')
  for (const moment of [provedAt, null]) {
    const ticket = await behind(northwind, tx => makeTicket(tx, boreal, id, '/', moment))
    const spent = await behind(boreal, tx =>
      spendToken(tx, boreal, 'hand-over', { token: ticket, flow: null, once: randomUUID() }),
    )
    expect(spent?.provedAt).toEqual(moment)
  }
})

test('a ticket opens once, at home only, and not as a sign-in link', async () => {
  const id = personId('proprio@erable.example')
  const ticket = await behind(northwind, tx => makeTicket(tx, boreal, id, '/choose'))
  expect(await behind(northwind, tx => homeOfTicket(tx, ticket))).toEqual({
    host: 'boreal.localhost',
    name: 'Boréal Voix',
  })
  expect(
    await behind(northwind, tx =>
      spendToken(tx, northwind, 'hand-over', { token: ticket, flow: null, once: randomUUID() }),
    ),
  ).toBeNull()
  expect(
    await behind(boreal, tx =>
      spendToken(tx, boreal, 'sign-in', { token: ticket, flow: null, once: randomUUID() }),
    ),
  ).toBeNull()
  const spent = await Promise.all(
    Array.from({ length: 20 }, () =>
      behind(boreal, tx =>
        spendToken(tx, boreal, 'hand-over', { token: ticket, flow: null, once: randomUUID() }),
      ),
    ),
  )
  expect(spent.filter(Boolean)).toMatchObject([{ personId: id, next: '/choose' }])
  expect(await behind(northwind, tx => homeOfTicket(tx, ticket))).toBeNull()
})

test('a sign-in link is no ticket', async () => {
  const { flow, token } = await asked(owner)
  for (const browser of [flow, null])
    expect(
      await behind(northwind, tx =>
        spendToken(tx, northwind, 'hand-over', { token: token, flow: browser, once: randomUUID() }),
      ),
    ).toBeNull()
})

test('a ticket lives for a minute', async () => {
  const ticket = await behind(northwind, tx =>
    makeTicket(tx, boreal, personId('proprio@erable.example'), '/'),
  )
  const life = await database.pool.query<{ seconds: number }>(
    `select extract(epoch from expires_at - created_at)::int as seconds from one_time_token where purpose = 'hand-over'
      order by created_at desc limit 1`,
  )
  expect(life.rows[0]?.seconds).toBe(60)
  await database.pool.query(
    `update one_time_token set created_at = created_at - interval '61 s', expires_at = expires_at - interval '61 s'
      where purpose = 'hand-over'`,
  )
  expect(
    await behind(boreal, tx =>
      spendToken(tx, boreal, 'hand-over', { token: ticket, flow: null, once: randomUUID() }),
    ),
  ).toBeNull()
})

test('everything that waits can be ended at once', async () => {
  const { flow, token } = await asked('billing@maple.example')
  const ticket = await behind(northwind, tx =>
    makeTicket(tx, northwind, personId('billing@maple.example'), '/'),
  )
  await behind(northwind, tx => voidTokens(tx, [personId('billing@maple.example')]))
  expect(await spendLink(flow, token)).toBeNull()
  expect(
    await behind(northwind, tx =>
      spendToken(tx, northwind, 'hand-over', { token: ticket, flow: null, once: randomUUID() }),
    ),
  ).toBeNull()
})

test('what was spent a moment ago is void too, for whoever presses its button again', async () => {
  const { flow, token } = await asked(owner)
  const once = randomUUID()
  expect(await spendLink(flow, token, northwind, elsewhere, once)).not.toBeNull()
  await behind(northwind, tx => voidTokens(tx, [personId(owner)]))
  expect(await spendLink(flow, token, northwind, elsewhere, once)).toBeNull()
})

test('somebody whose brand was retired is at home with its successor, or anywhere where there is none', async () => {
  const who = { canonicalEmail: 'proprio@erable.example' }
  const home = (place: SessionPlace) => behind(place, tx => arrivingPerson(tx, place, who))
  expect((await home(northwind))?.homeBrandId).toBe(boreal.brandingDomainId)
  await database.pool.query(`update branding_domain set retired_at = now() where host = 'boreal.localhost'`)
  expect((await home(northwind))?.homeBrandId).toBe(northwind.brandingDomainId)
  await database.pool.query('update branding_domain set successor_id = $1 where host = $2', [
    northwind.brandingDomainId,
    'boreal.localhost',
  ])
  expect((await home(northwind))?.homeBrandId).toBe(northwind.brandingDomainId)
  expect(await home(southern)).toBeNull()
})
