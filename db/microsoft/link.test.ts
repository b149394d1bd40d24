import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MicrosoftAccount } from '#lib/microsoft/identity.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import { writing } from '../client.ts'
import { setPassword } from '../person/set-password.ts'
import { beginSession } from '../sign-in/session.ts'
import { signInGround } from '../sign-in/testing-people.ts'
import { makeTicket, spendToken } from '../sign-in/token.ts'
import { answerFlow, awaitedNext, beginFlow, heldAccount, spendFlow, wayToMicrosoft } from './flow.ts'
import { linkedPerson, linkHeld, linksOf, noteSignIn, unlink, wasLinkedJustNow } from './link.ts'
import { metAccount } from './met.ts'
import { askForProof } from './proof-letter.ts'

const ground = await signInGround()
afterAll(() => ground.database.close())
const { pool } = ground.database
const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[]

const northwind = ground.place('northwind')
const [boreal, southern] = [ground.place('boreal'), ground.place('southern')]
const owner = ground.personId('owner@maple.example')
const billing = ground.personId('billing@maple.example')
const tenant = '11111111-1111-4111-8111-111111111111'
const secret = 'a secret of the tests, which guards nothing'
let made = 0
const account = (more: Partial<MicrosoftAccount> = {}): MicrosoftAccount => ({
  tenant,
  object: `aaaaaaaa-0000-4000-8000-${String(++made).padStart(12, '0')}`,
  name: 'Owen Maplewood',
  address: 'owen@maple.example',
  ...more,
})

beforeEach(async () => {
  await pool.query('truncate microsoft_setting, microsoft_link, microsoft_flow')
  await pool.query('delete from letter; delete from one_time_token')
  await pool.query(
    `insert into microsoft_setting (provider_id, is_on, tenants, client_id, client_secret)
      select id, true, $1, 'x', 'x' from provider`,
    [[tenant]],
  )
})

const begin = async (more: { personId?: string; place?: typeof northwind } = {}) => {
  const flow = { token: randomUUID(), state: randomUUID() }
  const place = more.place ?? northwind
  await ground.behind(place, tx =>
    beginFlow(tx, place, {
      ...flow,
      purpose: more.personId ? 'link' : 'sign-in',
      next: '/x',
      leadsTo: 'https://login.example/authorize',
      personId: more.personId ?? null,
    }),
  )
  return flow
}
const answer = (flow: { token: string; state: string }, who = account(), place = northwind) =>
  ground.behind(place, tx => answerFlow(tx, place, flow, who))
const held = (token: string, place = northwind) => ground.behind(place, tx => heldAccount(tx, place, token))
const link = (token: string, person = owner, place = northwind) =>
  ground.behind(place, tx => linkHeld(tx, place, token, person))
const proved = async (who = account(), more: { personId?: string } = {}) => {
  const flow = await begin(more)
  await answer(flow, who)
  return flow.token
}
const count = async (from: string) =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n
const shift = (minutes: number) =>
  rows(
    'update microsoft_flow set created_at = created_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)',
    [minutes],
  )

describe('a way to Microsoft and back', () => {
  test('is awaited in the browser that began it, on its brand, with its state, and nowhere else', async () => {
    const flow = await begin()
    const awaited = (token: string, state: string, place = northwind) =>
      ground.behind(place, tx => awaitedNext(tx, place, token, state))
    expect(await awaited(flow.token, flow.state)).toBe('/x')
    expect(await awaited(flow.token, 'another')).toBeNull()
    expect(await awaited('another', flow.state)).toBeNull()
    expect(await awaited('', '')).toBeNull()
    expect(await awaited(flow.token, flow.state, boreal)).toBeNull()
    expect(await awaited(flow.token, flow.state, southern)).toBeNull()
    expect(await ground.behind(northwind, tx => wayToMicrosoft(tx, northwind, flow.token))).toContain('login')
  })

  test('of any number of answers at once the first counts', async () => {
    let tries = 0
    for (let round = 0; round < 5; round++) {
      const flow = await begin()
      const came = await Promise.all(Array.from({ length: 6 }, () => answer(flow)))
      tries += came.length
      expect(came.filter(one => one !== null)).toHaveLength(1)
      expect(
        await ground.behind(northwind, tx => awaitedNext(tx, northwind, flow.token, flow.state)),
      ).toBeNull()
      expect(await ground.behind(northwind, tx => wayToMicrosoft(tx, northwind, flow.token))).toBeNull()
    }
    console.log(`one answer a way: ${tries} tries, 0 failures`)
  })

  test('begun on one brand it is not ended on another', async () => {
    const flow = await begin()
    expect(await answer(flow, account(), boreal)).toBeNull()
    expect(await answer(flow, account(), southern)).toBeNull()
    expect(await answer(flow)).toMatchObject({ purpose: 'sign-in', next: '/x' })
    expect(await held(flow.token, boreal)).toBeNull()
  })

  test('is over after a quarter of an hour; what was proved, after an hour', async () => {
    const late = await begin()
    await shift(16)
    expect(await answer(late)).toBeNull()
    const token = await proved()
    await shift(59)
    expect(await held(token)).not.toBeNull()
    await shift(2)
    expect(await held(token)).toBeNull()
    expect(await link(token)).toMatchObject({ refusal: 'nothing-held' })
  })

  test('once it has signed somebody in, nothing can be linked by it', async () => {
    const token = await proved()
    await ground.behind(northwind, tx => spendFlow(tx, northwind, token))
    expect(await held(token)).toBeNull()
  })
})

describe('linking', () => {
  test('makes the account the person’s way in, once, and a letter tells them', async () => {
    const who = account()
    const token = await proved(who)
    expect(await link(token)).toMatchObject({ ok: true })
    expect(await ground.behind(northwind, tx => linkedPerson(tx, northwind.providerId, who))).toMatchObject({
      personId: owner,
    })
    expect(await ground.behind(northwind, tx => linkedPerson(tx, southern.providerId, who))).toBeNull()
    const letters = await rows<{ kind: string; to: string }>('select kind, to_address as "to" from letter')
    expect(letters).toEqual([{ kind: 'microsoft-linked', to: 'owner@maple.example' }])
    expect(await link(token)).toMatchObject({ refusal: 'nothing-held' })
    const again = (person: string) =>
      ground.behind(northwind, tx => wasLinkedJustNow(tx, northwind, token, person))
    expect(await again(owner), 'the second press of the button').toBe(true)
    expect(await again(billing)).toBe(false)
  })

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'of a tenant that is let in no longer',
      () => rows(`update microsoft_setting set tenants = '{}'`),
      'not-let-in',
    ],
    ['once it is switched off', () => rows('update microsoft_setting set is_on = false'), 'not-let-in'],
  ])('%s: refused, and nothing is written', async (_, change, refusal) => {
    const token = await proved()
    await change()
    expect(await link(token)).toMatchObject({ refusal })
    expect(await count('microsoft_link')).toBe(0)
    expect(await count('letter')).toBe(0)
    expect(await held(token)).not.toBeNull()
  })

  test('what somebody began while signed in is theirs alone to link', async () => {
    const token = await proved(account(), { personId: billing })
    expect(await link(token, owner)).toMatchObject({ refusal: 'nothing-held' })
    expect(await link(token, billing)).toMatchObject({ ok: true })
  })

  test('one account is one person’s; two who link it at once: one has it, the other is told', async () => {
    let tries = 0
    for (let round = 0; round < 5; round++) {
      const who = account()
      const tokens = [await proved(who), await proved(who)] as const
      const two = await Promise.all([link(tokens[0], owner), link(tokens[1], billing)])
      tries += 2
      expect(two.filter(one => one.ok)).toHaveLength(1)
      expect(two.find(one => !one.ok)).toMatchObject({ refusal: 'linked-elsewhere' })
      await rows('update microsoft_link set ended_at = now() where ended_at is null')
    }
    console.log(`one account, two people at once: ${tries} tries, 0 failures`)
  })

  test('the same account may be a way in at another provider, of another person', async () => {
    const who = account()
    await link(await proved(who))
    const flow = await begin({ place: southern })
    await answer(flow, who, southern)
    const baker = ground.personId('owner@bakery.example')
    expect(await link(flow.token, baker, southern)).toMatchObject({ ok: true })
  })

  test('the same object of another tenant is somebody else', async () => {
    const who = account()
    await link(await proved(who))
    const other = { ...who, tenant: '22222222-2222-4222-8222-222222222222' }
    expect(await ground.behind(northwind, tx => linkedPerson(tx, northwind.providerId, other))).toBeNull()
  })
})

describe('unlinking', () => {
  const linked = async (person = owner) => {
    const token = await proved()
    await link(token, person)
    return (await ground.behind(northwind, tx => linksOf(tx, person))).at(-1)?.id ?? ''
  }
  const actor = (personId = owner, sessionId: string = randomUUID()) => ({
    ...{ sessionId, personId, providerId: northwind.providerId, name: '', email: '', timeZone: 'UTC' },
    ...{ language: 'en' as const, authenticatedAt: new Date(), address: '' },
  })
  const take = (id: string, person = owner) => ground.behind(northwind, tx => unlink(tx, actor(person), id))
  const signIn = (person = owner) =>
    ground.behind(northwind, tx =>
      beginSession(tx, northwind, person, { address: '192.0.2.7', userAgent: '' }),
    )
  const sessions = async (person = owner) =>
    (await rows<{ id: string }>('select id from session where person_id = $1', [person])).map(({ id }) => id)

  test('ends it, keeps the row, and a letter tells; it can be linked anew', async () => {
    const id = await linked()
    expect(await take(id)).toMatchObject({ ok: true })
    expect(await take(id)).toMatchObject({ refusal: 'gone' })
    expect(await count('microsoft_link where ended_at is not null')).toBe(1)
    expect(await count(`letter where kind = 'microsoft-unlinked'`)).toBe(1)
    expect(await linked()).not.toBe(id)
  })

  test('ends their other sessions and tickets, and nobody else’s', async () => {
    const id = await linked()
    await rows('delete from session')
    await signIn()
    const [mine = ''] = await sessions()
    await signIn()
    await signIn(billing)
    await ground.behind(northwind, tx => makeTicket(tx, boreal, owner, '/'))
    const taken = await ground.behind(northwind, tx => unlink(tx, actor(owner, mine), id))
    expect(taken).toMatchObject({ ok: true })
    expect(await sessions()).toEqual([mine])
    expect(await sessions(billing)).toHaveLength(1)
    expect(await count('one_time_token where expires_at > now()')).toBe(0)
  })

  test('whoever comes in by it at that moment has no session behind it, 10 rounds', async () => {
    for (let round = 0; round < 10; round++) {
      const who = account()
      await link(await proved(who))
      const found = await ground.behind(northwind, tx => linkedPerson(tx, northwind.providerId, who))
      if (!found) throw new Error('not linked')
      await rows('delete from session')
      await Promise.all([
        ground.behind(northwind, async tx => {
          if (await noteSignIn(tx, found, who))
            await beginSession(tx, northwind, owner, { address: '192.0.2.7', userAgent: '' })
        }),
        take(found.linkId),
      ])
      expect(await sessions()).toEqual([])
    }
    const gone = await rows<{ linkId: string; personId: string }>(
      'select id as "linkId", person_id as "personId" from microsoft_link where ended_at is not null limit 1',
    )
    const [ended] = gone
    expect(ended && (await ground.behind(northwind, tx => noteSignIn(tx, ended, account())))).toBe(false)
  })

  test('a reset by letter ends all of them, each with a letter; an activation none', async () => {
    await linked()
    await linked()
    await linked(billing)
    const reset = async (purpose: 'reset' | 'activation') => {
      const token = randomUUID()
      await rows(
        `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, expires_at)
          values ($1, $2, $3, $4, $5, now() + interval '1 hour')`,
        [northwind.providerId, owner, northwind.brandingDomainId, purpose, hashText(token)],
      )
      const using = { purpose, key: { token }, once: randomUUID(), address: '', hash: 'scrypt$hash' }
      return ground.behind(northwind, tx => setPassword(tx, northwind, using))
    }
    await rows('update person set password_hash = null where id = $1', [owner])
    await reset('activation')
    expect(await count('microsoft_link where ended_at is null')).toBe(3)
    expect(await reset('reset')).toBe(owner)
    expect(await rows('select person_id as id from microsoft_link where ended_at is null')).toEqual([
      { id: billing },
    ])
    expect(await count(`letter where kind = 'microsoft-unlinked'`)).toBe(2)
  })

  test('another’s is not there', async () => {
    const id = await linked(billing)
    expect(await take(id, owner)).toMatchObject({ refusal: 'gone' })
    expect(await count('microsoft_link where ended_at is null')).toBe(1)
  })

  test('never the last of somebody without a password, not by two clicks at once either', async () => {
    const ids = [await linked(), await linked()]
    await rows('update person set password_hash = null where id = $1', [owner])
    const two = await Promise.all(ids.map(id => take(id)))
    expect(two.filter(one => one.ok)).toHaveLength(1)
    expect(two.find(one => !one.ok)).toMatchObject({ refusal: 'last-way-in' })
    expect(await count('microsoft_link where ended_at is null')).toBe(1)
  })
})

describe('the letter that proves a mailbox', () => {
  const ask = (flowToken: string, canonicalEmail: string) =>
    writing(
      { role: 'app', providerId: northwind.providerId },
      tx => askForProof(tx, northwind, { flowToken, canonicalEmail }, secret),
      pool,
    )

  test('goes to somebody who is known, to nobody else, and the answer is the same', async () => {
    const token = await proved()
    expect(await ask(token, 'owner@maple.example')).toBe(true)
    expect(await ask(token, 'nobody@maple.example')).toBe(true)
    expect(await ask(token, 'owner@bakery.example'), 'of another provider').toBe(true)
    const letters = await rows('select kind, to_address as "to" from letter')
    expect(letters).toEqual([{ kind: 'microsoft-proof', to: 'owner@maple.example' }])
  })

  test('is not written where this browser has proved nothing', async () => {
    expect(await ask('another', 'owner@maple.example')).toBe(false)
    expect(await count('letter')).toBe(0)
    expect(await count('one_time_token')).toBe(0)
  })

  test('another one ends the one before; without the browser’s own token it opens nothing', async () => {
    const token = await proved()
    await ask(token, 'owner@maple.example')
    await ask(token, 'owner@maple.example')
    expect(await count(`one_time_token where purpose = 'microsoft-link' and expires_at > now()`)).toBe(1)
    const spent = await ground.behind(northwind, tx =>
      spendToken(tx, northwind, 'microsoft-link', { token: 'guessed', flow: null, once: 'x' }),
    )
    expect(spent).toBeNull()
  })
})

test('why nobody is signed in: another tenant, nobody linked, or somebody who was shut out', async () => {
  const met = async (who: MicrosoftAccount) => {
    const token = await proved(who)
    return (await ground.behind(northwind, tx => metAccount(tx, northwind, token)))?.why
  }
  const theirs = account()
  await link(await proved(theirs), billing)
  expect(await met(account())).toBe('not-linked')
  expect(await met(theirs)).toBe('shut-out')
  expect(await met(account({ tenant: '33333333-3333-4333-8333-333333333333' }))).toBe('other-tenant')
})
