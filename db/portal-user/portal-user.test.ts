import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Module } from '#lib/access/roles.ts'
import { parseEmail } from '#lib/email.ts'
import { actOnMembership } from '../membership/act.ts'
import { addMember } from '../membership/add.ts'
import { newWorld } from '../proof/world.ts'
import { isOfActingFirm, isPortalUser } from './known.ts'
import { actOnSeveral, foresee, switchSeveral } from './several.ts'
import { switchModules } from './switch.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const needs = 'portal-users.manage'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')
const owner = 'owner@harbour-dental.example'
const manager = 'manager@harbour-dental.example'
const noor = 'noor@harbour-dental.example'
const desk = 'desk@harbour-dental.example'

const idOf = async (email: string, account = harbour) =>
  (
    await world.rows<{ id: string }>(
      `select m.id from membership m join person p on p.id = m.person_id
        where p.email = $1 and m.account_id = $2 and m.kind = 'portal-user' order by m.created_at desc limit 1`,
      [email, account],
    )
  )[0]?.id ?? ''
const heldBy = async (email: string) =>
  (
    await world.rows<{ modules: string[] }>('select modules from membership where id = $1', [
      await idOf(email),
    ])
  )[0]?.modules

beforeEach(async () => {
  await world.rows(`update membership set modules = '{sms,call-log}', state = 'active' where id = $1`, [
    await idOf(desk),
  ])
})

const to = async (email: string, modules: readonly Module[], by = owner, account = harbour) => {
  const id = await idOf(email)
  return world.onAccount(by, account, needs, change =>
    switchModules(change, [{ id, becomes: () => modules }]),
  )
}
const turn = async (email: string, module: Module, on: boolean, by = owner) => {
  const id = await idOf(email)
  return world.onAccount(by, harbour, needs, change => switchSeveral(change, [id], { module, on }))
}

describe('a switch', () => {
  test('holds from the next look, and stands in the history as it was and is', async () => {
    const may = async () => [...((await world.sight(desk, harbour))?.authority.capabilities ?? [])].sort()
    expect(await may()).toEqual(['account.read', 'module.call-log', 'module.sms'])
    expect(await turn(desk, 'sms', false)).toMatchObject({ ok: true, value: { changed: 1 } })
    expect(await may()).toEqual(['account.read', 'module.call-log'])
    const [event] = await world.rows(
      `select data, actor_name as by from event where action = 'membership.updated' order by id desc limit 1`,
    )
    expect(event).toMatchObject({
      by: 'Harriet Osei',
      data: {
        what: 'Dana Petrov',
        email: desk,
        kind: 'portal-user',
        changes: { modules: ['sms, call-log', 'call-log'] },
      },
    })
    // Switched to what it is already: nothing, and no line.
    const events = () => world.rows('select count(*)::int as n from event')
    const before = await events()
    expect(await turn(desk, 'sms', false)).toMatchObject({ ok: true, value: { changed: 0 } })
    expect(await events()).toEqual(before)
  })

  test('of Admin opens portal users and closes them again', async () => {
    const manages = async () => (await world.sight(desk, harbour))?.authority.capabilities.has(needs)
    expect(await manages()).toBe(false)
    await turn(desk, 'admin', true)
    expect(await manages()).toBe(true)
    expect(await turn(desk, 'call-log', false, desk)).toMatchObject({ refusal: 'own-modules' })
    await turn(desk, 'admin', false)
    expect(await turn(desk, 'call-log', false, desk)).toBe('not-found')
  })

  test('by a portal user with Admin: what is theirs, and nobody above', async () => {
    expect(await turn(desk, 'fax', true, noor)).toMatchObject({ ok: true })
    expect(await turn(desk, 'call-log', false, noor)).toMatchObject({ refusal: 'beyond-yours' })
    expect(await heldBy(desk)).toEqual(['fax', 'sms', 'call-log'])
  })

  test('for somebody of another account, or nobody: not there', async () => {
    expect(await to(desk, [], 'owner@maple.example', maple)).toMatchObject({ refusal: 'not-found' })
    expect(await to('nobody@harbour-dental.example', [], owner).catch(() => 'fault')).not.toMatchObject({
      ok: true,
    })
    expect(await heldBy(desk)).toEqual(['sms', 'call-log'])
    for (const who of [desk, 'ines@harbour-dental.example', 'owner@maple.example', 'tech@brightline.example'])
      expect(await turn(desk, 'fax', true, who), who).toBe('not-found')
  })
})

describe('two at once', () => {
  test('switch the same person: both switches stand, 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      await to(desk, [])
      const both = await Promise.all([turn(desk, 'fax', true, owner), turn(desk, 'phonebook', true, manager)])
      expect(both.every(one => one !== 'not-found' && one.ok)).toBe(true)
      expect(await heldBy(desk)).toEqual(['fax', 'phonebook'])
    }
  })

  test('one removes whom the other switches: removed they are, and the other is told or was first, 20 rounds', async () => {
    const id = await idOf(desk)
    for (let round = 0; round < 20; round++) {
      await world.rows(`update membership set modules = '{sms}', state = 'active' where id = $1`, [id])
      const [gone, switched] = await Promise.all([
        world.onAccount(owner, harbour, needs, change =>
          actOnMembership(change, { id, by: 'remove' }, ['portal-user'], secret),
        ),
        turn(desk, 'fax', true, manager),
      ])
      expect(gone).toMatchObject({ ok: true })
      expect(switched).toMatchObject(
        switched !== 'not-found' && switched.ok ? { value: { changed: 1 } } : { refusal: 'already-removed' },
      )
      expect((await world.rows('select state from membership where id = $1', [id]))[0]).toEqual({
        state: 'removed',
      })
    }
  })
})

describe('several', () => {
  test('are switched all or not at all, and looking first changes nothing', async () => {
    const ids = await Promise.all([desk, noor].map(one => idOf(one)))
    const seen = await world.onAccount(noor, harbour, needs, change =>
      foresee(change, ids, { module: 'fax', on: false }),
    )
    expect(seen).toHaveLength(2)
    expect(seen).toContainEqual(expect.objectContaining({ email: desk, outcome: 'nothing' }))
    expect(seen).toContainEqual(expect.objectContaining({ email: noor, outcome: 'own-modules' }))
    const on = { module: 'phonebook', on: true } as const
    expect(
      await world.onAccount(owner, harbour, needs, change => switchSeveral(change, ids, on)),
    ).toMatchObject({
      value: { changed: 1 },
    })
    const off = { module: 'phonebook', on: false } as const
    expect(
      await world.onAccount(noor, harbour, needs, change => switchSeveral(change, ids, off)),
    ).toMatchObject({
      refusal: 'own-modules',
    })
    expect(await heldBy(desk)).toEqual(['sms', 'call-log', 'phonebook'])
  })

  test('are removed by whom all their modules are theirs to take', async () => {
    const piotr = await idOf('piotr@harbour-dental.example')
    const both = [piotr, await idOf(desk)]
    const byNoor = await world.onAccount(noor, harbour, needs, change =>
      actOnSeveral(change, both, 'remove', secret),
    )
    expect(byNoor).toMatchObject({ refusal: 'beyond-yours', seen: { state: 'Dana Petrov' } })
  })
})

describe('adding', () => {
  const add = (address: string, by = owner, account = harbour) => {
    const email = parseEmail(address)
    if (!email.ok) throw new Error(address)
    const newcomer = { email: email.value, name: address, language: 'en' as const, timeZone: 'UTC' }
    return world.onAccount(by, account, needs, async change => {
      const [home] = (
        await change.tx.$client.query<{ id: string }>(
          'select home_brand_id as id from account where id = $1',
          [account],
        )
      ).rows
      return addMember(
        change,
        { ...newcomer, homeBrandId: home?.id ?? '' },
        { kind: 'portal-user', modules: ['sms'] },
        secret,
      )
    })
  }

  test('one’s own address beside what one is: the rights are the union; twice is once', async () => {
    expect(await add(owner)).toMatchObject({ ok: true })
    expect(await add(owner)).toMatchObject({ refusal: 'taken' })
    await world.rows(`update membership set state = 'active', invited_name = null where id = $1`, [
      await idOf(owner),
    ])
    const held = (await world.sight(owner, harbour))?.authority.capabilities
    expect([held?.has('module.sms'), held?.has('partners.decide')]).toEqual([true, true])
    // Whoever is an owner, too, stands above a portal user with Admin.
    expect(await turn(owner, 'sms', false, noor)).toMatchObject({ refusal: 'above-you' })
    expect(await turn(owner, 'sms', false, owner)).toMatchObject({ ok: true })
    const letters = await world.rows(
      `select kind from letter where to_address = $1 and kind = 'activation'`,
      [owner],
    )
    expect(letters).toHaveLength(1)
  })

  test('one address at the same moment: once, and the history says with which modules', async () => {
    const both = await Promise.all([add('rae@people.example'), add('RAE@people.example', manager)])
    expect(both.map(one => one !== 'not-found' && one.ok).sort()).toEqual([false, true])
    const [event] = await world.rows(
      `select data || jsonb_build_object('email', lower(data->>'email')) as data from event where action = 'membership.added' order by id desc limit 1`,
    )
    expect(event).toMatchObject({ data: { email: 'rae@people.example', changes: { modules: ['', 'sms'] } } })
  })

  test('it is known who is one already, and who is of the firm', async () => {
    const known = (address: string) =>
      world.onAccount(owner, harbour, needs, change =>
        Promise.all([
          isPortalUser(change, address),
          isOfActingFirm({ ...change, partnerId: world.partner('brightline-it') }, address),
        ]),
      )
    expect(await known(desk)).toEqual([true, false])
    expect(await known('tech@brightline.example')).toEqual([false, true])
    expect(await known('lena@maple.example')).toEqual([false, false])
  })
})
