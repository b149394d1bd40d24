import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { parseEmail } from '#lib/email.ts'
import { unseal } from '#lib/mail/seal.ts'
import type { ButtonAct } from '#lib/membership/membership.ts'
import { closeAccount } from '../account/close.ts'
import { writing } from '../client.ts'
import { givenPlatformUser } from '../delivery/testing.ts'
import { actOnMembership } from '../membership/act.ts'
import { addMember } from '../membership/add.ts'
import { closePartner } from '../partner/close.ts'
import { newWorld } from '../proof/world.ts'
import { actOnPlatformUser } from '../provider/people-change.ts'
import { beginSession } from '../sign-in/session.ts'
import { setPassword } from './set-password.ts'

const world = await newWorld()
afterAll(() => world.close())

const secret = 'a secret of the tests, which guards nothing'
const platform = 'platform@northwind.example'
const providerId = world.provider('northwind')
const [harbour, maple] = [world.account('harbour-dental'), world.account('maple-logistics')]
const owners = new Map([
  [harbour, 'owner@harbour-dental.example'],
  [maple, 'owner@maple.example'],
])
const [home] = await world.rows<{ id: string }>(
  `select id from branding_domain where host = 'northwind.localhost'`,
)
const place = { providerId, brandingDomainId: home?.id ?? '' }
const behind = { role: 'app', providerId } as const
let made = 0

/** An administrator whom the account invites: the one kind of place of which somebody may have several. */
async function invited(account: string, address = `several${++made}@people.example`) {
  const email = parseEmail(address)
  if (!email.ok) throw new Error(address)
  const newcomer = { email: email.value, name: 'Sev Eral', language: 'en', timeZone: 'UTC' } as const
  const added = await world.onAccount(owners.get(account) ?? '', account, 'managers.manage', change =>
    addMember(
      change,
      { ...newcomer, homeBrandId: place.brandingDomainId },
      { kind: 'administrator', roles: ['service-viewer'] },
      secret,
    ),
  )
  if (added === 'not-found' || !added.ok) throw new Error('not added')
  const [letter] = await world.rows<{ secret: string; personId: string }>(
    `select secret, person_id as "personId" from letter where to_address = $1 and kind = 'activation' order by created_at desc limit 1`,
    [address],
  )
  if (!letter) throw new Error('no letter')
  const { token } = JSON.parse(unseal(letter.secret, secret)) as { token: string }
  return { account, address, id: added.value.membershipId, personId: letter.personId, token }
}

const act = ({ account, id }: { account: string; id: string }, by: ButtonAct) =>
  world.onAccount(owners.get(account) ?? '', account, 'managers.manage', change =>
    actOnMembership(change, { id, by }, ['administrator'], secret),
  )

const spend = (token: string) =>
  writing(
    behind,
    tx =>
      setPassword(tx, place, {
        purpose: 'activation',
        key: { token },
        once: randomUUID(),
        address: '',
        hash: 'scrypt$hash',
      }),
    world.pool,
  )

const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from membership where id = $1', [id]))[0]?.state

/** Somebody who works in both accounts and is signed in, with a reset and a hand-over under way. */
async function working() {
  const first = await invited(harbour)
  const second = await invited(maple, first.address)
  expect(await spend(second.token)).toBe(first.personId)
  await signedIn(first.personId)
  return { first, second, personId: first.personId }
}

async function signedIn(personId: string): Promise<void> {
  await writing(
    behind,
    tx => beginSession(tx, place, personId, { address: '', userAgent: 'test' }),
    world.pool,
  )
  for (const purpose of ['reset', 'sign-in', 'hand-over'])
    await world.rows(
      `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, created_at, expires_at)
        values ($1, $2, $3, $4, $5, now() - interval '1 second', now() + interval '1 minute')`,
      [providerId, personId, place.brandingDomainId, purpose, randomUUID()],
    )
}

/** What could still bring them in: their sessions, and the purposes of what is alive. */
async function alive(personId: string): Promise<readonly string[]> {
  const found = await world.rows<{ what: string }>(
    `select 'session' as what from session where person_id = $1
      union select purpose from one_time_token where person_id = $1 and expires_at > clock_timestamp() order by 1`,
    [personId],
  )
  return found.map(row => row.what)
}

describe('whoever is invited by two accounts', () => {
  test.each([
    ['the first', 0],
    ['the second', 1],
  ] as const)(
    'and removed by %s takes the other place by the same letter, and this one not',
    async (_, which) => {
      const first = await invited(harbour)
      const second = await invited(maple, first.address)
      const [gone, stays] = which === 0 ? [first, second] : [second, first]
      expect(await act(gone, 'remove')).toMatchObject({ ok: true })
      expect(await spend(second.token)).toBe(first.personId)
      expect([await stateOf(gone.id), await stateOf(stays.id)]).toEqual(['removed', 'active'])
    },
  )

  test('and removed by both at once comes in by nothing, 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const first = await invited(harbour)
      const second = await invited(maple, first.address)
      await Promise.all([act(first, 'remove'), act(second, 'remove')])
      expect(await alive(first.personId)).toEqual([])
      expect(await spend(second.token)).toBeNull()
    }
  })

  test('and removed by one while the letter is used: the other place is theirs, 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const first = await invited(harbour)
      const second = await invited(maple, first.address)
      const [removed, spent] = await Promise.all([act(first, 'remove'), spend(second.token)])
      expect([removed, spent]).toEqual([expect.objectContaining({ ok: true }), first.personId])
      expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['removed', 'active'])
    }
  })
})

describe('whoever works in two accounts', () => {
  test.each(['disable', 'remove'] as const)(
    'is signed out everywhere by %s, and may come in again for the other',
    async by => {
      const { first, second, personId } = await working()
      // The activation is spent, and could be pressed a second time.
      expect(await alive(personId)).toEqual(['activation', 'hand-over', 'reset', 'session', 'sign-in'])
      expect(await act(first, by)).toMatchObject({ ok: true })
      expect(await alive(personId)).toEqual(['reset', 'sign-in'])
      // A disabled place is none to come in to.
      expect(await act(second, 'remove')).toMatchObject({ ok: true })
      expect(await alive(personId)).toEqual([])
    },
  )

  test.each([
    ['theirs', 'now()'],
    ['waiting for them', 'null'],
  ])('and for a firm: that place counts like an account’s, %s', async (_, activatedAt) => {
    const { first, second, personId } = await working()
    await world.rows(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
        select $1, id, $2, 'technician', ${activatedAt} from partner where slug = 'cedar-consulting'`,
      [providerId, personId],
    )
    for (const one of [first, second]) await act(one, 'remove')
    expect(await alive(personId)).toEqual(['reset', 'sign-in'])
  })
})

describe('whose place is closed or ended', () => {
  test('an account that closes signs its people out, and leaves alone what leads elsewhere', async () => {
    const account = await world.newAccount()
    const { second, personId } = await working()
    const [only] = await world.rows<{ id: string }>(
      `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
        values ($1, 'only@people.example', 'only@people.example', 'Only', 'en', 'UTC', $2) returning id`,
      [providerId, place.brandingDomainId],
    )
    const onlyHere = only?.id ?? ''
    for (const id of [personId, onlyHere])
      await world.rows(
        `insert into membership (provider_id, account_id, person_id, kind, state) values ($1, $2, $3, 'portal-user', 'active')`,
        [providerId, account.id, id],
      )
    await signedIn(onlyHere)
    await world.asProvider(platform, change => closeAccount(change, account.id, 'Over.'))
    expect(await alive(personId)).toEqual(['reset', 'sign-in'])
    expect(await alive(onlyHere)).toEqual([])
    expect(await stateOf(second.id)).toBe('active')
  })

  test('a firm that closes signs its staff out', async () => {
    const { personId } = await working()
    const cedar = world.actor('admin@cedar.example').personId
    const id = world.partner('cedar-consulting')
    await world.rows(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at) values ($1, $2, $3, 'technician', now())`,
      [providerId, id, personId],
    )
    await signedIn(cedar)
    await world.asProvider(platform, change => closePartner(change, id, 'Over.'))
    expect(await alive(personId)).toEqual(['reset', 'sign-in'])
    expect(await alive(cedar)).toEqual([])
  })

  test('one of the provider’s own people who is removed: nothing else is left to come in to', async () => {
    const id = await givenPlatformUser(world, 'nils@northwind.example')
    const [user] = await world.rows<{ personId: string }>(
      'select person_id as "personId" from platform_user where id = $1',
      [id],
    )
    const personId = user?.personId ?? ''
    await signedIn(personId)
    await world.asProvider(platform, change => actOnPlatformUser(change, id, 'remove', secret))
    expect(await alive(personId)).toEqual([])
  })
})
