import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { parseEmail } from '#lib/email.ts'
import { unseal } from '#lib/mail/seal.ts'
import type { ButtonAct } from '#lib/membership/membership.ts'
import { writing } from '../client.ts'
import { acceptPlaces, setPassword } from '../person/set-password.ts'
import { letterOf, linkBeside } from '../person/temporary.ts'
import { newWorld } from '../proof/world.ts'
import { actOnMembership } from './act.ts'
import { addMember, type NewPlace } from './add.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')
const owner = 'owner@harbour-dental.example'
const providerId = world.provider('northwind')
const [home] = await world.rows<{ id: string }>(
  `select id from branding_domain where host = 'northwind.localhost'`,
)
const place = { providerId, brandingDomainId: home?.id ?? '' }
const wall = { role: 'app', providerId } as const
let made = 0
const newAddress = () => `newcomer${++made}@people.example`

function add(
  address: string,
  { by = owner, account = harbour, kind = 'account-manager' as NewPlace['kind'] } = {},
) {
  const email = parseEmail(address)
  if (!email.ok) throw new Error(address)
  const newcomer = {
    email: email.value,
    name: 'New Comer',
    language: 'en' as const,
    timeZone: 'UTC',
    homeBrandId: place.brandingDomainId,
  }
  const needs = kind === 'end-user' ? 'people.update' : 'managers.manage'
  const what = kind === 'end-user' ? { kind, product: 'cloud-pbx', level: 'user' } : { kind }
  return world.onAccount(by, account, needs, change => addMember(change, newcomer, what, secret))
}

/** The secret of the newest letter to somebody. */
async function letterTo(address: string) {
  const [row] = await world.rows<{ secret: string; personId: string; tokenId: string }>(
    `select secret, person_id as "personId", subject_id as "tokenId" from letter
      where to_address = $1 and kind in ('activation', 'reset') order by created_at desc, id limit 1`,
    [address],
  )
  if (!row) throw new Error(`no letter to ${address}`)
  return { ...row, ...(JSON.parse(unseal(row.secret, secret)) as { token: string; code: string }) }
}

function spend(
  token: string,
  { once = randomUUID(), purpose = 'activation' as 'activation' | 'reset' } = {},
) {
  const using = { purpose, key: { token }, once, address: '192.0.2.1', hash: 'scrypt$hash' }
  return writing(wall, tx => setPassword(tx, place, using), world.pool)
}

const act = (id: string, by: ButtonAct, who = owner, account = harbour) =>
  world.onAccount(who, account, 'managers.manage', change =>
    actOnMembership(change, { id, by }, ['account-manager'], secret),
  )

async function stateOf(id: string) {
  const [row] = await world.rows<{ state: string }>('select state from membership where id = $1', [id])
  return row?.state
}

async function added(address = newAddress()) {
  const done = await add(address)
  if (done === 'not-found' || !done.ok) throw new Error('not added')
  return { address, id: done.value.membershipId, ...(await letterTo(address)) }
}

describe('one address, one person', () => {
  test.each([
    ['on two accounts', { by: 'owner@maple.example', account: maple }],
    ['as manager and end user', { kind: 'end-user' as const }],
    ['twice on one account', {}],
  ])('%s at once: exactly one, 20 rounds', async (_, other) => {
    for (let round = 0; round < 20; round++) {
      const address = newAddress()
      const both = await Promise.all([add(address), add(address.toUpperCase(), other)])
      expect(both.map(one => (one === 'not-found' ? one : one.ok)).sort()).toEqual([false, true])
    }
  })

  test.each(['account-manager', 'end-user', 'portal-user', 'administrator'] as const)(
    'the provider’s own staff is never a customer’s %s, whoever adds them, and adds nobody who is themselves',
    async kind => {
      const staff = 'platform@northwind.example'
      const places = () => world.rows('select count(*)::int as n from membership')
      const before = await places()
      for (const by of [owner, staff])
        expect(await add(staff.toUpperCase(), { by, kind }), by).toEqual({ ok: false, refusal: 'taken' })
      expect(await places()).toEqual(before)
    },
  )

  test('a refusal leaves nothing behind: no person, no letter', async () => {
    const count = () =>
      world.rows('select (select count(*) from person) as people, (select count(*) from letter) as letters')
    const before = await count()
    expect(
      await add('manager@harbour-dental.example', { by: 'owner@maple.example', account: maple }),
    ).toEqual({
      ok: false,
      refusal: 'taken',
    })
    expect(await count()).toEqual(before)
  })
})

describe('a letter that leads to a password', () => {
  test('opens once for 20 at once, and takes the place', async () => {
    const { token, id, personId } = await added()
    const spent = await Promise.all(Array.from({ length: 20 }, () => spend(token)))
    expect(spent.filter(Boolean)).toEqual([personId])
    expect(await stateOf(id)).toBe('active')
  })

  test('by link and by temporary password at once: one of the two, 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const { token, tokenId } = await added()
      const typed = { purpose: 'activation' as const, key: { tokenId }, address: '', hash: 'scrypt$typed' }
      const both = await Promise.all([
        spend(token),
        writing(wall, tx => setPassword(tx, place, { ...typed, once: randomUUID() }), world.pool),
      ])
      expect(both.filter(Boolean)).toHaveLength(1)
    }
  })

  test('once used, its temporary password makes no other link', async () => {
    const { token, code, personId } = await added()
    const letter = await writing(wall, tx => letterOf(tx, personId, code, secret), world.pool)
    expect(letter).not.toBeNull()
    await spend(token)
    expect(letter && (await writing(wall, tx => linkBeside(tx, place, letter), world.pool))).toBeNull()
    expect(await writing(wall, tx => letterOf(tx, personId, code, secret), world.pool)).toBeNull()
  })

  test('says that it was used, also where its temporary password was; an older one says that it was replaced', async () => {
    const { id, address, tokenId: older } = await added()
    await act(id, 'resend')
    const newest = await letterTo(address)
    const letter = await writing(wall, tx => letterOf(tx, newest.personId, newest.code, secret), world.pool)
    const beside = letter && (await writing(wall, tx => linkBeside(tx, place, letter), world.pool))
    if (!beside) throw new Error('the temporary password leads nowhere')
    expect(await spend(beside)).not.toBeNull()
    const states = await world.rows(
      `select id, used_at is not null as used, expires_at <= created_at as over from one_time_token
        where id = any($1::uuid[]) order by created_at`,
      [[older, newest.tokenId]],
    )
    expect(states).toEqual([
      { id: older, used: false, over: true },
      { id: newest.tokenId, used: true, over: true },
    ])
  })

  test('resending kills it, and so do disabling and removing', async () => {
    const { id, address, token } = await added()
    expect(await act(id, 'resend')).toMatchObject({ ok: true })
    expect(await spend(token)).toBeNull()
    const newest = await letterTo(address)
    expect(newest.token).not.toBe(token)
    await act(id, 'remove')
    expect(await spend(newest.token)).toBeNull()
    expect(await stateOf(id)).toBe('removed')
  })

  test('runs out, and is worth nothing for another purpose', async () => {
    const { token, tokenId } = await added()
    expect(await spend(token, { purpose: 'reset' })).toBeNull()
    await world.rows(
      `update one_time_token set created_at = created_at - interval '73 hours', expires_at = expires_at - interval '73 hours' where id = $1`,
      [tokenId],
    )
    expect(await spend(token)).toBeNull()
  })

  test('for somebody who has a password sets none: they accept, and nobody else does', async () => {
    const { token, id } = await added('admin@cedar.example')
    const hash = () => world.rows(`select password_hash from person where email = 'admin@cedar.example'`)
    const before = await hash()
    expect(await spend(token)).toBeNull()
    expect(await hash()).toEqual(before)
    const accept = (email: string) =>
      writing(
        wall,
        tx =>
          acceptPlaces(tx, place, world.actor(email).personId, { token, once: randomUUID(), address: '' }),
        world.pool,
      )
    expect(await accept('owner@maple.example')).toBe(false)
    expect(await accept('admin@cedar.example')).toBe(true)
    expect(await stateOf(id)).toBe('active')
  })

  test('a reset changes the password, ends every session and takes no place', async () => {
    const { id, token, personId, address } = await added()
    await spend(token)
    expect(await act(id, 'reset')).toMatchObject({ ok: true })
    await world.rows(
      `insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent)
        values ($1, $2, $3, $4, now() + interval '1 day', 3600, '', '')`,
      [providerId, randomUUID(), personId, place.brandingDomainId],
    )
    const waits = await world.rows<{ id: string }>(
      `insert into membership (provider_id, account_id, person_id, kind, state) values ($1, $2, $3, 'portal-user', 'invited') returning id`,
      [providerId, maple, personId],
    )
    expect(await spend((await letterTo(address)).token, { purpose: 'reset' })).toBe(personId)
    expect(await world.rows('select 1 from session where person_id = $1', [personId])).toEqual([])
    expect(await stateOf(waits[0]?.id ?? '')).toBe('invited')
  })
})

test('two managers remove each other at once: one of them, never both, 10 rounds', async () => {
  const erable = world.account('erable-sante')
  for (let round = 0; round < 10; round++) {
    const two = await Promise.all(
      ['one', 'two'].map(async who => {
        const address = `${who}${round}@erable.example`
        const done = await add(address, { by: 'proprio@erable.example', account: erable })
        if (done === 'not-found' || !done.ok) throw new Error('not added')
        return { id: done.value.membershipId, address }
      }),
    )
    await world.rows(`update membership set state = 'active' where id = any($1)`, [two.map(one => one.id)])
    await world.rows(
      `update membership m set state = 'disabled' from person p where p.id = m.person_id and m.account_id = $1 and p.email = 'proprio@erable.example'`,
      [erable],
    )
    const [first, second] = two
    if (!first || !second) throw new Error('not two')
    const actors = await world.rows<{ email: string; personId: string }>(
      'select email, id as "personId" from person where email = any($1)',
      [two.map(one => one.address)],
    )
    const remove = (by: string, id: string) => {
      const personId = actors.find(one => one.email === by)?.personId ?? ''
      return world.onAccountAs({ ...world.actor(owner), personId }, erable, 'managers.manage', change =>
        actOnMembership(change, { id, by: 'remove' }, ['account-manager'], secret),
      )
    }
    const done = await Promise.all([remove(first.address, second.id), remove(second.address, first.id)])
    expect(done.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    expect([await stateOf(first.id), await stateOf(second.id)].sort()).toEqual(['active', 'removed'])
    await world.rows(`update membership set state = 'removed' where id = any($1)`, [two.map(one => one.id)])
    await world.rows(
      `update membership m set state = 'active' from person p where p.id = m.person_id and m.account_id = $1 and p.email = 'proprio@erable.example'`,
      [erable],
    )
  }
})

test('on a client account the parent’s Service Contributor counts among those who can manage it, and only as such', async () => {
  const depot = world.account('maple-depot-west')
  const contributor = 'contributor@maple.example'
  const only = async (address: string) => {
    const done = await add(address, { by: contributor, account: depot })
    if (done === 'not-found' || !done.ok) throw new Error('not added')
    await world.rows(`update membership set state = 'active' where id = $1`, [done.value.membershipId])
    return done.value.membershipId
  }
  const remove = (by: string, id: string) =>
    world.onAccount(by, depot, 'managers.manage', change =>
      actOnMembership(change, { id, by: 'remove' }, ['account-manager'], secret),
    )
  const state = (email: string, account: string, to: string) =>
    world.rows(
      `update membership m set state = $3 from person p where p.id = m.person_id and p.email = $1 and m.account_id = $2`,
      [email, account, to],
    )
  const [first, second] = [await only('first@depot.example'), await only('second@depot.example')]
  await state('owner@depot.example', depot, 'disabled')
  expect(await remove(contributor, first)).toMatchObject({ ok: true })
  expect(await remove(contributor, second)).toMatchObject({ ok: true })
  // With the contributor gone, whoever is last stays, whoever asks.
  const third = await only('third@depot.example')
  await state(contributor, maple, 'disabled')
  expect(await remove('platform@northwind.example', third)).toMatchObject({ refusal: 'last-one' })
  expect(await remove(contributor, third)).toBe('not-found')
  await state(contributor, maple, 'active')
  await state('owner@depot.example', depot, 'active')
})
