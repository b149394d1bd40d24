import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { updateAtDesk } from '../account/desk-edit.ts'
import { generalOf } from '../account/details.ts'
import { contactValues } from '../account/named-contacts.ts'
import type { Change } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import { onAccountAsProvider } from '../provider/account-change.ts'
import { domainOf } from './reads.ts'
import { restoreDomain, retireDomain } from './retire.ts'

/** Where accounts are at home: moved by a retirement, brought back with the domain, changed on the desk. */
const world = await newWorld()
afterAll(() => world.close())

const [nora, sam] = ['platform@northwind.example', 'platform@southern.example']
const erable = world.account('erable-sante')
const [northwind, boreal, third] = ['northwind.localhost', 'boreal.localhost', 'third.localhost']
const provider = world.provider('northwind')

async function as<T>(email: string, work: (change: Change) => Promise<T>): Promise<T> {
  const answer = await world.asProvider(email, work)
  if (answer === 'not-found') throw new Error(`${email} is not of the staff`)
  return answer as T
}

const idOf = async (host: string) =>
  (await world.rows<{ id: string }>('select id from branding_domain where host = $1', [host]))[0]?.id ?? ''

await world.rows(
  `insert into branding_domain (provider_id, host, name, accent, support_name, support_email, support_phone, support_url,
      sender_name, sender_address, default_language, terms_url, privacy_url)
    select provider_id, $1, 'Third', accent, support_name, support_email, support_phone, support_url, sender_name, sender_address,
      default_language, terms_url, privacy_url from branding_domain where host = $2`,
  [third, northwind],
)

const retire = async (host: string, heir: string) => {
  const [id, heirId] = [await idOf(host), await idOf(heir)]
  const answer = await as(nora, change => retireDomain(change, id, heirId))
  expect(answer).toMatchObject({ ok: true })
}
const restore = async (host: string) => {
  const id = await idOf(host)
  expect(await as(nora, change => restoreDomain(change, id))).toMatchObject({ ok: true })
}
const seen = async (host: string) => {
  const id = await idOf(host)
  return as(nora, ({ tx, actor }) => domainOf(tx, actor.providerId, id))
}
const homeOf = async (account: string) =>
  (
    await world.rows<{ host: string }>(
      `select b.host from account a join branding_domain b on b.id = a.home_brand_id where a.id = $1`,
      [account],
    )
  )[0]?.host

/** Gives the account another home on the desk; `shown` is what the form was rendered with. */
const move = (host: string, { account = erable, by = nora, shown = '' } = {}) =>
  as(by, async change => {
    const on = await onAccountAsProvider(change, account)
    if (!on) return null
    const { details, contacts, homeBrand } = await generalOf(change.tx, account)
    const before = { ...details, ...contactValues(contacts), homeBrand: shown || homeBrand }
    return updateAtDesk(on, { ...before, homeBrand: host }, before, { looked: false })
  })

const told = (account: string, action: string) =>
  world.rows<{ changes: unknown; by: string }>(
    `select data->'changes' as changes, actor_name as by from event where account_id = $1 and action = $2 order by id desc`,
    [account, action],
  )

// Each test begins with Érable Santé on the French brand, and all three in use.
beforeEach(async () => {
  await world.rows(
    `update branding_domain set retired_at = null, successor_id = null, moved_accounts = null, moved_people = null
      where provider_id = $1`,
    [provider],
  )
  for (const [slug, host] of [
    ['erable-sante', boreal],
    ['harbour-dental', northwind],
    ['maple-logistics', northwind],
    ['maple-depot-west', northwind],
  ] as const)
    await world.rows('update account set home_brand_id = $1, moved_from_brand_id = null where slug = $2', [
      await idOf(host),
      slug,
    ])
})

describe('a domain that comes back', () => {
  test('brings back the accounts that its retirement moved, and says so before and in their history', async () => {
    await retire(boreal, northwind)
    expect(await homeOf(erable)).toBe(northwind)
    expect(await seen(boreal)).toMatchObject({ movedAccounts: 1, movedPeople: 1, returning: 1 })
    await restore(boreal)
    expect(await homeOf(erable)).toBe(boreal)
    expect(await seen(boreal)).toMatchObject({ movedAccounts: null, movedPeople: null, returning: 0 })
    const [line] = await told(erable, 'branding-domain.restored')
    expect(line).toEqual({ by: 'Nora Whitfield', changes: { homeBrand: [northwind, boreal] } })
    expect(await told(world.account('harbour-dental'), 'branding-domain.restored')).toEqual([])
  })

  test('leaves those that were given another home meanwhile, also the very one of the successor', async () => {
    await retire(boreal, northwind)
    expect(await move(third)).toEqual({ outcome: 'changed' })
    expect(await seen(boreal)).toMatchObject({ movedAccounts: 1, returning: 0 })
    await restore(boreal)
    expect(await homeOf(erable)).toBe(third)
    await retire(third, northwind)
    await move(boreal)
    await move(northwind)
    await restore(third)
    expect(await homeOf(erable)).toBe(northwind)
  })

  test('finds its own also where the successor has been retired since, and takes nobody else’s', async () => {
    await retire(boreal, northwind)
    await retire(northwind, third)
    expect(await homeOf(erable)).toBe(third)
    await restore(northwind)
    expect(await homeOf(erable)).toBe(third)
    expect(await homeOf(world.account('harbour-dental'))).toBe(northwind)
    await restore(boreal)
    expect(await homeOf(erable)).toBe(boreal)
  })

  test('while somebody gives one of its accounts another home: whichever comes first, the choice stands', async () => {
    let won = 0
    for (let turn = 0; turn < 15; turn++) {
      await world.rows('update account set home_brand_id = $1, moved_from_brand_id = null where id = $2', [
        await idOf(boreal),
        erable,
      ])
      await retire(boreal, northwind)
      const events = (await told(erable, 'branding-domain.restored')).length
      await Promise.all([move(third), restore(boreal)])
      expect(await homeOf(erable), `turn ${turn}`).toBe(third)
      won += (await told(erable, 'branding-domain.restored')).length - events
    }
    console.log(`a home chosen while the domain comes back: 15 of 15 kept, ${won} came back first`)
  })
})

describe('on the desk', () => {
  test('an account is given another home, told from and to', async () => {
    expect(await move(northwind)).toEqual({ outcome: 'changed' })
    expect(await homeOf(erable)).toBe(northwind)
    expect((await told(erable, 'account.updated'))[0]).toEqual({
      by: 'Nora Whitfield',
      changes: { homeBrand: [boreal, northwind] },
    })
  })

  test('a retired domain, another provider’s and one that is none are refused, and nothing is changed', async () => {
    await retire(third, northwind)
    for (const host of [third, 'southern.localhost', 'nowhere.localhost', ''])
      expect(await move(host), host).toEqual({ outcome: 'not-there', fields: ['homeBrand'] })
    expect(await homeOf(erable)).toBe(boreal)
    expect(await move('southern.localhost', { by: sam })).toBeNull()
  })

  test('whoever left the home as it was shown, while it was moved, is told', async () => {
    await retire(boreal, northwind)
    expect(await move(boreal, { shown: boreal })).toMatchObject({
      outcome: 'meanwhile',
      theirs: ['homeBrand'],
      merged: { homeBrand: northwind },
    })
  })

  test('against its retirement: the account is at home where a portal answers, and the history says so', async () => {
    for (let turn = 0; turn < 15; turn++) {
      await world.rows(`update branding_domain set retired_at = null, successor_id = null where host = $1`, [
        third,
      ])
      await world.rows('update account set home_brand_id = $1, moved_from_brand_id = null where id = $2', [
        await idOf(boreal),
        erable,
      ])
      const [moved] = await Promise.all([move(third), retire(third, northwind)])
      const home = await homeOf(erable)
      if (moved?.outcome === 'changed') expect(home).toBe(northwind)
      else expect([moved?.outcome, home]).toEqual(['not-there', boreal])
    }
  })
})
