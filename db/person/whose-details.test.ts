import { afterAll, expect, test } from 'vitest'
import { addressOf } from '#lib/email.ts'
import { done, importWorld, type Texts } from '../import/testing-world.ts'
import { addMember } from '../membership/add.ts'
import { type At, peopleOf, places, secret } from './testing.ts'

// Whose name and home count, of those who are added one by one and of those in a file: db/person/has-place, isForOthersToSay.

const { world, take, close } = await importWorld()
afterAll(() => close())
const { add, letterTo, activate, personId } = await peopleOf(world)
const homes = new Map(
  (await world.rows<{ host: string; id: string }>('select host, id from branding_domain')).map(one => [
    one.host,
    one.id,
  ]),
)
const boreal = 'boreal.localhost'
const northwind = 'northwind.localhost'

let made = 0
const address = () => `whose${++made}@people.example`

/** As an administrator, at home on the French brand, by another name than add gives. */
const addFrench = (email: string, at: At) =>
  world.onAccount(places[at].owner, world.account(places[at].account), 'managers.manage', change =>
    addMember(
      change,
      {
        email: addressOf(email),
        name: 'Nouveau Venu',
        language: 'fr',
        timeZone: 'UTC',
        homeBrandId: homes.get(boreal) ?? '',
      },
      { kind: 'administrator', roles: ['service-viewer'] },
      secret,
    ),
  )

const seen = async (email: string) => {
  const [row] = await world.rows<{ name: string; host: string }>(
    'select p.name, b.host from person p join branding_domain b on b.id = p.home_brand_id where p.id = $1',
    [await personId(email)],
  )
  return row && [row.name, row.host]
}

const file = (email: string, name: string, host: string): Texts => ({
  people: `email,name,kind,account,roles,branding_domain\n${email},${name},administrator,harbour-dental,service-viewer,${host}`,
})

test('who waits on one account alone is as that account says, and what they were sent before opens nothing', async () => {
  const email = address()
  await add(email, 'account-manager')
  const before = await letterTo(email)
  expect(await addFrench(email, 'a')).toMatchObject({ ok: true })
  expect(await seen(email)).toEqual(['Nouveau Venu', boreal])
  expect(await activate(before.token)).toBeNull()
})

test('who waits elsewhere, too, keeps what was said there', async () => {
  const email = address()
  await add(email, 'account-manager')
  expect(await addFrench(email, 'b')).toMatchObject({ ok: true })
  expect(await seen(email)).toEqual(['New Comer', northwind])
})

test('who has come in keeps what is theirs, also on the same account and in a file', async () => {
  const email = address()
  await add(email, 'account-manager')
  await activate((await letterTo(email)).token)
  expect(await addFrench(email, 'a')).toMatchObject({ ok: true })
  done(await take(file(email, 'Someone Else', boreal)))
  expect(await seen(email)).toEqual(['New Comer', northwind])
})

test('a file speaks for the provider: of whoever waits, wherever', async () => {
  const email = address()
  await add(email, 'account-manager', 'b')
  await add(email, 'partner-technician', 'b')
  done(await take(file(email, 'Someone Else', northwind)))
  expect(await seen(email)).toEqual(['Someone Else', northwind])
})

test('a file that moves somebody voids what they were sent, and the next that invites writes from the new home', async () => {
  const email = address()
  done(await take(file(email, 'Mo Ved', northwind), { invite: true }))
  const before = await letterTo(email)
  expect(done(await take(file(email, 'Mo Ved', boreal))).letters).toBe(0)
  expect(await seen(email)).toEqual(['Mo Ved', boreal])
  expect(await activate(before.token)).toBeNull()
  expect(done(await take(file(email, 'Mo Ved', boreal), { invite: true })).letters).toBe(1)
  const [letter] = await world.rows<{ host: string }>(
    `select b.host from letter l join branding_domain b on b.id = l.branding_domain_id
      where l.person_id = $1 order by l.created_at desc limit 1`,
    [await personId(email)],
  )
  expect(letter?.host).toBe(boreal)
  expect(done(await take(file(email, 'Mo Ved', boreal), { invite: true })).letters).toBe(0)
})
