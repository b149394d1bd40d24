import { afterAll, expect, test } from 'vitest'
import { addressOf } from '#lib/email.ts'
import { takeIn } from '../import/import.ts'
import { actOnMembership } from '../membership/act.ts'
import { addMember } from '../membership/add.ts'
import { moveHome } from '../membership/home.ts'
import { newWorld } from '../proof/world.ts'
import { addPlatformUser } from '../provider/people-change.ts'
import { peopleOf, places, secret, sendPasswordLetter } from './testing.ts'

// Five letters that lead to a password reach one person in an hour, whoever has them sent and for whatever.

const world = await newWorld()
const { add, personId, providerId, place } = await peopleOf(world)
const client = await world.pool.connect()
afterAll(async () => {
  client.release()
  await world.close()
})

let made = 0

/** Somebody who waits on an account, and has had as many letters as anybody gets. */
async function written() {
  const email = `often${++made}@people.example`
  const id = await add(email, 'account-manager')
  for (let letters = 1; letters < 5; letters += 1) await once(email)
  return { email, id }
}

async function once(email: string): Promise<void> {
  const letter = { purpose: 'reset', personId: await personId(email), accountId: null } as const
  await world.asProvider('platform@northwind.example', ({ tx }) =>
    sendPasswordLetter(tx, { ...letter, hasPassword: false, replaces: false, facts: {} }),
  )
}

const lettersTo = async (email: string) =>
  (await world.rows('select 1 from letter where person_id = $1', [await personId(email)])).length

const onAccount = <T>(work: Parameters<typeof world.onAccount<T>>[3]) =>
  world.onAccount(places.a.owner, world.account(places.a.account), 'managers.manage', work)

test.each(['administrator', 'partner-technician', 'partner-administrator'] as const)(
  'who is added as %s when they had five is not added',
  async kind => {
    const { email } = await written()
    expect(await add(email, kind)).toBe('too-many-letters')
    expect(await lettersTo(email)).toBe(5)
  },
)

test('nor is one of the provider’s own people', async () => {
  const { email, id } = await written()
  const acted = await onAccount(change =>
    actOnMembership(change, { id, by: 'remove' }, ['account-manager'], secret),
  )
  expect(acted).toMatchObject({ ok: true })
  const newcomer = {
    email: addressOf(email),
    name: 'Often Written',
    language: 'en',
    brandId: null,
    role: 'support',
  } as const
  const added = await world.asProvider('platform@northwind.example', change =>
    addPlatformUser(change, { ...newcomer, brandId: place.brandingDomainId }, secret),
  )
  expect(added).toEqual({ ok: false, refusal: 'too-many-letters' })
})

test('another home waits until their letter from there may be written', async () => {
  const { email, id } = await written()
  const boreal = await borealHome()
  const moved = await onAccount(change =>
    moveHome(change, id, { brand: boreal, language: 'en' }, ['account-manager'], secret),
  )
  expect(moved).toMatchObject({ ok: false, refusal: 'too-many-letters' })
  expect(await homeOf(email)).toBe('northwind.localhost')
  expect(await lettersTo(email)).toBe(5)
})

test('an import writes to everybody once, and not to whoever had enough', async () => {
  const { email } = await written()
  const known = await written()
  await world.rows(
    `update one_time_token set created_at = created_at - interval '2 hours' where person_id = $1`,
    [await personId(known.email)],
  )
  const fresh = Array.from({ length: 30 }, (_, n) => `fresh${n}@people.example`)
  const rows = [email, known.email, ...fresh].map(
    one => `${one},New Comer,administrator,harbour-dental,service-viewer`,
  )
  const text = ['email,name,kind,account,roles', ...rows].join('\n')
  const take = async () => {
    const sources = {
      people: (async function* () {
        yield Buffer.from(text)
      })(),
    }
    return takeIn(client, { provider: 'northwind', sources, apply: true, inviteWith: secret })
  }
  expect(await take()).toMatchObject({ kind: 'done', letters: 31 })
  for (const one of fresh) expect(await lettersTo(one), one).toBe(1)
  expect([await lettersTo(email), await lettersTo(known.email)]).toEqual([5, 6])
  // An hour later the next import finds the one who was left out, and nobody else.
  await world.rows(
    `update one_time_token set created_at = created_at - interval '2 hours' where provider_id = $1`,
    [providerId],
  )
  expect(await take()).toMatchObject({ kind: 'done', letters: 1 })
  expect(await lettersTo(email)).toBe(6)
})

async function borealHome() {
  const [row] = await world.rows<{ id: string }>(
    `select id from branding_domain where host = 'boreal.localhost'`,
  )
  return { id: row?.id ?? '', host: 'boreal.localhost', name: '', language: 'fr' as const }
}

async function homeOf(email: string): Promise<string> {
  const [row] = await world.rows<{ host: string }>(
    'select b.host from person p join branding_domain b on b.id = p.home_brand_id where p.id = $1',
    [await personId(email)],
  )
  return row?.host ?? ''
}

test('who had four is still added', async () => {
  const email = 'four@people.example'
  await add(email, 'account-manager')
  for (let letters = 1; letters < 4; letters += 1) await once(email)
  const newcomer = {
    email: addressOf(email),
    name: 'New Comer',
    language: 'en',
    timeZone: 'UTC',
    homeBrandId: place.brandingDomainId,
  } as const
  const added = await onAccount(change =>
    addMember(change, newcomer, { kind: 'administrator', roles: ['service-viewer'] }, secret),
  )
  expect(added).toMatchObject({ ok: true })
})
