import { afterAll, describe, expect, test } from 'vitest'
import { type EmailAddress, parseEmail } from '#lib/email.ts'
import { unseal } from '#lib/mail/seal.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import { sendPasswordLetter } from '../person/testing.ts'
import { newWorld } from '../proof/world.ts'
import { correctAddress } from './address.ts'
import { makeLink } from './link.ts'
import { resendLetter } from './resend.ts'
import { givenLetter, givenStranger } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const secret = 'a secret of the tests, which guards nothing'
const stranger = 'platform@southern.example'

const resend = (id: string, by = platform) => world.asProvider(by, change => resendLetter(change, id, secret))
const correct = (id: string, to: string, by = platform) =>
  world.asProvider(by, change => correctAddress(change, id, email(to), secret, true))

function email(text: string): EmailAddress {
  const read = parseEmail(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

async function row(id: string) {
  const [found] = await world.rows<{
    state: string
    instead: string | null
    to: string
    facts: object
    occasion: string
  }>(
    `select state, replaced_by as instead, to_address as to, facts, kind || ':' || subject_id as occasion from letter where id = $1`,
    [id],
  )
  if (!found) throw new Error('no such letter')
  return found
}
const events = (subject: string) =>
  world.rows<{ action: string; account: string | null; data: object; side: string }>(
    `select action, account_id as account, data, actor_kind as side from event where subject_id = $1 order by id`,
    [subject],
  )
const all = () => world.rows<{ n: number }>('select count(*)::int as n from letter')

describe('a letter that came back', () => {
  test('is written anew: to the same person, about the same, with one event that the account reads too', async () => {
    const facts = { by: 'Amara', reason: 'A reason' }
    const id = await givenLetter(world, { delivery: 'bounced', deliveryReason: 'mailbox full', facts })
    expect(await resend(id)).toEqual({ ok: true, value: { how: 'anew' } })
    const old = await row(id)
    const anew = await row(old.instead ?? '')
    expect(old.state).toBe('sent')
    expect(anew).toMatchObject({
      state: 'queued',
      to: 'owner@harbour-dental.example',
      facts,
      occasion: old.occasion,
    })
    expect(await events(id)).toEqual([
      {
        action: 'letter.resent',
        account: world.account('harbour-dental'),
        side: 'provider',
        data: { what: 'access-requested', whom: 'Harriet Osei' },
      },
    ])
    expect(await resend(id)).toMatchObject({ refusal: 'taken-care-of' })
  })

  test('goes to the address that is the person’s by now', async () => {
    const id = await givenLetter(world, { delivery: 'bounced' })
    await world.rows(`update letter set to_address = 'old@harbour-dental.example' where id = $1`, [id])
    await resend(id)
    expect((await row((await row(id)).instead ?? '')).to).toBe('owner@harbour-dental.example')
  })

  test('can be written anew again, when what was written in its place came back too', async () => {
    const id = await givenLetter(world, { delivery: 'bounced' })
    await resend(id)
    const second = (await row(id)).instead ?? ''
    await world.rows(`update letter set state = 'sent', delivery = 'bounced' where id = $1`, [second])
    expect(await resend(second)).toMatchObject({ ok: true })
    expect((await row(second)).instead).not.toBe(id)
  })

  test('is not there for another provider', async () => {
    const id = await givenLetter(world, { delivery: 'bounced' })
    expect(await resend(id, stranger)).toMatchObject({ refusal: 'not-found' })
    expect(await correct(id, 'new@elsewhere.example', stranger)).toMatchObject({ refusal: 'not-found' })
    expect((await row(id)).instead).toBeNull()
  })
})

test('a letter that waits is tried at once and not written twice', async () => {
  const id = await givenLetter(world, { state: 'queued', lastError: 'answered 503' })
  await world.rows(`update letter set next_attempt_at = now() + interval '5 hours' where id = $1`, [id])
  const before = await all()
  expect(await resend(id)).toEqual({ ok: true, value: { how: 'at-once' } })
  expect(await all()).toEqual(before)
  const due = await world.rows(
    'select 1 from letter where id = $1 and next_attempt_at <= clock_timestamp()',
    [id],
  )
  expect(due.length).toBe(1)
  expect((await events(id)).map(one => one.action)).toEqual(['letter.hurried'])
})

test.each([
  ['own-letter', { kind: 'sign-in-link', delivery: 'bounced' }],
  ['arrived', { delivery: 'delivered' }],
  ['arrived', {}],
  ['not-needed', { state: 'dropped', dropReason: 'request-decided' }],
] as const)('refuses %s and leaves no trace: %j', async (refusal, letter) => {
  const id = await givenLetter(world, letter)
  const before = await all()
  expect(await resend(id)).toMatchObject({ refusal })
  expect(await all()).toEqual(before)
  expect(await events(id)).toEqual([])
})

test.each([
  ['was removed', `update membership set state = 'removed' where person_id = $1`],
  [
    'has only a place on what is closed',
    `update account set closed_at = now() where id in (select account_id from membership where person_id = $1)`,
  ],
])('no way in is sent or made for somebody who never came and %s', async (what, gone) => {
  const to = `never-came-${what.length}@harbour-dental.example`
  const person = await givenStranger(world, to)
  const given = { to, kind: 'activation', delivery: 'bounced' }
  const first = await givenLetter(world, given)
  expect(await resend(first), 'as long as they are waited for').toMatchObject({ ok: true })
  const second = await givenLetter(world, given)
  await world.rows(gone, [person])
  expect(await resend(second)).toMatchObject({ refusal: 'person-gone' })
  expect(await world.asProvider(platform, change => makeLink(change, second))).toMatchObject({
    refusal: 'person-gone',
  })
  await world.rows('update account set closed_at = null')
})

test('nothing goes to somebody who can’t come in any more', async () => {
  const person = await givenStranger(world, 'gone@harbour-dental.example')
  const id = await givenLetter(world, { to: 'gone@harbour-dental.example', delivery: 'bounced' })
  await world.rows('update person set disabled_at = now() where id = $1', [person])
  expect(await resend(id)).toMatchObject({ refusal: 'person-gone' })
  expect(await correct(id, 'new@harbour-dental.example')).toMatchObject({ refusal: 'person-gone' })
})

describe('races', () => {
  const tries = 12

  test('of two who send the same letter again at once one does, and one new letter is written', async () => {
    for (let turn = 0; turn < tries; turn++) {
      const id = await givenLetter(world, { delivery: 'bounced' })
      const [{ n: before } = { n: 0 }] = await all()
      const answers = await Promise.all([resend(id), resend(id), resend(id)])
      expect(answers.filter(one => one !== 'not-found' && one.ok).length).toBe(1)
      for (const answer of answers)
        if (answer !== 'not-found' && !answer.ok) expect(answer.refusal).toBe('taken-care-of')
      expect(await all()).toEqual([{ n: before + 1 }])
      expect((await events(id)).length).toBe(1)
    }
    console.log(`a letter sent again by three at once: ${tries} tries, 0 failures`)
  })

  test('an address that two people are given at once is one person’s', async () => {
    for (let turn = 0; turn < tries; turn++) {
      const people = [`a${turn}@race.example`, `b${turn}@race.example`]
      const ids: string[] = []
      for (const to of people) {
        await givenStranger(world, to)
        ids.push(await givenLetter(world, { to, delivery: 'bounced' }))
      }
      const answers = await Promise.all(ids.map(id => correct(id, `c${turn}@race.example`)))
      expect(answers.filter(one => one !== 'not-found' && one.ok).length).toBe(1)
      expect(answers.find(one => one !== 'not-found' && !one.ok)).toMatchObject({ refusal: 'address-taken' })
      const held = await world.rows('select 1 from person where email = $1', [`c${turn}@race.example`])
      expect(held.length).toBe(1)
    }
    console.log(`one address for two people at once: ${tries} tries, 0 failures`)
  })

  test('whoever comes in while their address is put right: the one or the other, never both', async () => {
    const won = [0, 0]
    for (let turn = 0; turn < tries; turn++) {
      const to = `in${turn}@race.example`
      const person = await givenStranger(world, to)
      const id = await givenLetter(world, { to, delivery: 'bounced' })
      const comesIn = () =>
        world.rows(`update person set password_hash = 'set' where id = $1 and email = $2 returning id`, [
          person,
          to,
        ])
      const [corrected, came] = await Promise.all([correct(id, `right${turn}@race.example`), comesIn()])
      const isCorrected = corrected !== 'not-found' && corrected.ok
      expect(isCorrected).toBe(came.length === 0)
      if (!isCorrected) expect(corrected).toMatchObject({ refusal: 'activated' })
      won[isCorrected ? 0 : 1] = (won[isCorrected ? 0 : 1] ?? 0) + 1
    }
    console.log(`an address put right / its person comes in: ${tries} tries, ${won.join(' and ')} first`)
  })
})

describe('the address', () => {
  test('of somebody who never came in is put right, and what went to the old one opens nothing', async () => {
    const person = await givenStranger(world, 'wrnog@harbour-dental.example')
    const id = await givenLetter(world, { to: 'wrnog@harbour-dental.example', delivery: 'bounced' })
    const other = await givenLetter(world, { to: 'wrnog@harbour-dental.example', state: 'queued' })
    await world.rows(
      `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, next_path, created_at, expires_at)
        select provider_id, id, home_brand_id, 'sign-in', 'a hash', '/', now(), now() + interval '1 hour' from person where id = $1`,
      [person],
    )
    expect(await correct(id, 'Wrong@Harbour-Dental.example')).toEqual({ ok: true, value: null })
    const [now] = await world.rows('select email, email_canonical as canonical from person where id = $1', [
      person,
    ])
    expect(now).toEqual({
      email: 'Wrong@harbour-dental.example',
      canonical: 'wrong@harbour-dental.example',
    })
    expect((await row((await row(id)).instead ?? '')).to).toBe('Wrong@harbour-dental.example')
    expect((await row(other)).state).toBe('dropped')
    const live = await world.rows(
      'select 1 from one_time_token where person_id = $1 and expires_at > clock_timestamp()',
      [person],
    )
    expect(live).toEqual([])
    expect(await events(person)).toMatchObject([
      {
        action: 'person.address-corrected',
        data: {
          whom: 'Newcomer',
          changes: { email: ['wrnog@harbour-dental.example', 'Wrong@harbour-dental.example'] },
        },
      },
    ])
  })

  test('of a person who has come in is theirs', async () => {
    const id = await givenLetter(world, { delivery: 'bounced' })
    expect(await correct(id, 'thief@elsewhere.example')).toMatchObject({ refusal: 'activated' })
    const [person] = await world.rows(`select email from person where email = 'owner@harbour-dental.example'`)
    expect(person).toBeDefined()
    expect((await row(id)).instead).toBeNull()
  })

  test('can’t be another person’s, in whatever case, nor the same again', async () => {
    await givenStranger(world, 'new@harbour-dental.example')
    const id = await givenLetter(world, { to: 'new@harbour-dental.example', delivery: 'bounced' })
    expect(await correct(id, 'OWNER@harbour-dental.example')).toMatchObject({ refusal: 'address-taken' })
    expect(await correct(id, 'NEW@harbour-dental.example')).toMatchObject({ refusal: 'same-address' })
    expect((await row(id)).instead).toBeNull()
    expect(await correct(id, 'newer@harbour-dental.example')).toMatchObject({ ok: true })
  })
})

describe('a letter that leads to a password', () => {
  let n = 0

  /** Somebody who was invited, and whose activation letter came back. */
  async function invited() {
    const to = `invited${++n}@harbour-dental.example`
    const personId = await givenStranger(world, to)
    const facts = {
      kind: 'account-manager',
      place: 'Harbour Dental',
      by: 'Harriet Osei',
      firm: 'Harbour Dental',
    }
    const accountId = world.account('harbour-dental')
    await world.asProvider(platform, ({ tx }) =>
      sendPasswordLetter(tx, {
        purpose: 'activation',
        personId,
        accountId,
        hasPassword: false,
        replaces: true,
        facts,
      }),
    )
    const [letter] = await world.rows<{ id: string }>('select id from letter where person_id = $1', [
      personId,
    ])
    const id = letter?.id ?? ''
    // Sent, and with that its secret wiped.
    await world.rows(`update letter set state = 'sent', delivery = 'bounced', secret = null where id = $1`, [
      id,
    ])
    return { personId, id, to, facts }
  }
  const tokens = (personId: string) =>
    world.rows<{ hash: string; live: boolean; temporary: boolean }>(
      `select token_hash as hash, expires_at > clock_timestamp() as live, temporary_hash is not null as temporary
        from one_time_token where person_id = $1 order by created_at`,
      [personId],
    )
  const link = (id: string, by = platform) => world.asProvider(by, change => makeLink(change, id))

  test('is written anew with a new secret, and the one before opens nothing any more', async () => {
    const { personId, id, facts } = await invited()
    expect(await resend(id)).toEqual({ ok: true, value: { how: 'anew' } })
    const [old, anew] = await tokens(personId)
    expect([old?.live, anew?.live, anew?.temporary]).toEqual([false, true, true])
    const letter = await row((await row(id)).instead ?? '')
    expect(letter).toMatchObject({ state: 'queued', facts })
    const [{ sealed } = { sealed: '' }] = await world.rows<{ sealed: string }>(
      `select secret as sealed from letter where person_id = $1 and state = 'queued'`,
      [personId],
    )
    const opened = JSON.parse(unseal(sealed, secret)) as { token: string; code: string }
    expect(hashText(opened.token)).toBe(anew?.hash)
    expect(opened.code).toMatch(/^[a-z2-9-]{19}$/)
  })

  test('to another address gets a new secret too', async () => {
    const { personId, id } = await invited()
    expect(await correct(id, `right${n}@harbour-dental.example`)).toMatchObject({ ok: true })
    expect((await tokens(personId)).map(token => token.live)).toEqual([false, true])
    expect((await row((await row(id)).instead ?? '')).to).toBe(`right${n}@harbour-dental.example`)
  })

  test('can be handed over as a link, which stands nowhere but in the answer', async () => {
    const { personId, id } = await invited()
    const made = await link(id)
    if (made === 'not-found' || !made.ok) throw new Error('no link')
    expect(made.value.host).toBe('northwind.localhost')
    const token = /^\/activate\/([^?]+)\?language=en$/.exec(made.value.path)?.[1] ?? ''
    const [old, anew] = await tokens(personId)
    expect([old?.live, anew?.live, anew?.temporary]).toEqual([false, true, false])
    expect(anew?.hash).toBe(hashText(token))
    const kept = await world.rows<{ n: number }>(
      `select (select count(*) from letter l where l::text like $1)::int + (select count(*) from event e where e::text like $1)::int
        + (select count(*) from one_time_token t where t::text like $1)::int as n`,
      [`%${token}%`],
    )
    expect(kept).toEqual([{ n: 0 }])
    expect((await events(id)).map(one => one.action)).toEqual(['letter.link-made'])
    expect((await row(id)).instead).toBe(id)
    // Lost on its way: another one ends it, and so does a letter.
    expect(await link(id)).toMatchObject({ ok: true })
    expect(await resend(id)).toMatchObject({ ok: true })
    expect((await tokens(personId)).map(one => one.live)).toEqual([false, false, false, true])
  })

  test('is not handed over where it is none that brings somebody in, nor to another provider', async () => {
    const ordinary = await givenLetter(world, { delivery: 'bounced' })
    expect(await link(ordinary)).toMatchObject({ refusal: 'no-link' })
    expect(await link(await givenLetter(world, { kind: 'reset', delivery: 'bounced' }))).toMatchObject({
      refusal: 'no-link',
    })
    const { personId, id } = await invited()
    expect(await link(id, stranger)).toMatchObject({ refusal: 'not-found' })
    await world.rows(`update person set password_hash = 'set' where id = $1`, [personId])
    await world.rows(`update membership set state = 'active' where person_id = $1`, [personId])
    expect(await link(id)).toMatchObject({ refusal: 'activated-already' })
    expect(await resend(id)).toMatchObject({ refusal: 'activated-already' })
  })

  test('is written a few times an hour and no more', async () => {
    let { id } = await invited()
    for (let turn = 0; turn < 4; turn++) {
      expect(await resend(id)).toMatchObject({ ok: true })
      id = (await row(id)).instead ?? ''
      await world.rows(`update letter set state = 'failed', secret = null where id = $1`, [id])
    }
    expect(await resend(id)).toMatchObject({ refusal: 'too-many-letters' })
  })

  test('of two who make a link and send it again at once, one secret lives', async () => {
    const tries = 10
    for (let turn = 0; turn < tries; turn++) {
      const { personId, id } = await invited()
      await Promise.all([link(id), resend(id), link(id)])
      expect((await tokens(personId)).filter(one => one.live).length).toBe(1)
    }
    console.log(`a link made and a letter sent again at once: ${tries} tries, 0 failures`)
  })
})
