import { afterAll, describe, expect, test } from 'vitest'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { ButtonAct } from '#lib/membership/membership.ts'
import { newEndUser } from '../account/end-user-add.ts'
import { endUserOf, endUsersOf, endUserValues, updateEndUser } from '../account/end-users.ts'
import { resendLetter } from '../delivery/resend.ts'
import { peopleOf, platform, secret } from '../person/testing.ts'
import { newWorld } from '../proof/world.ts'
import { accountAtDesk } from '../provider/account-page.ts'
import { actOnMembership } from './act.ts'
import { memberOf, membersOf } from './list.ts'

// Whoever adds somebody calls them as they do, until that person has taken the place. Their own name would tell an account
// that the address is known elsewhere; and it is theirs, whoever adds them.

const world = await newWorld()
afterAll(() => world.close())
const { add, letterTo, accept, activate } = await peopleOf(world)
const harbour = world.account('harbour-dental')
const owner = 'owner@harbour-dental.example'
const known = 'billing@maple.example'
const own = world.actor(known).name
const typed = 'Bill from Accounts'

const on = <T>(work: Parameters<typeof world.onAccount<T>>[3], by = owner, account = harbour) =>
  world.onAccount(by, account, 'people.update', work)
const act = (id: string, by: ButtonAct, kind: MembershipKind = 'account-manager') =>
  on(change => actOnMembership(change, { id, by }, [kind], secret))
const nameOf = async (email: string) =>
  (await world.rows<{ name: string }>('select name from person where email = $1', [email]))[0]?.name
const told = async (id: string) =>
  (
    await world.rows<{ action: string; what: string; email: string }>(
      `select action, data->>'what' as what, data->>'email' as email from event where subject_id = $1 order by id`,
      [id],
    )
  ).map(({ action, what, email }) => `${action} ${what} ${email}`)

describe('an account manager who is known elsewhere', () => {
  test('goes by the typed name in lists, letters and history until they accept, and then by their own', async () => {
    const id = await add(known, 'account-manager', 'a', typed)
    const seen = () =>
      on(async ({ tx }) => {
        const list = (search: string) =>
          membersOf(tx, harbour, { kind: 'account-manager', search, after: null })
        const page = await accountAtDesk(tx, world.actor(platform), 'harbour-dental')
        return {
          listed: (await list('')).find(one => one.id === id),
          found: [(await list('from acc')).length, (await list(own)).length],
          one: (await memberOf(tx, harbour, 'account-manager', id))?.name,
          desk: page?.managers.find(one => one.email === known),
        }
      })
    expect(await seen()).toMatchObject({
      listed: { name: typed, state: 'invited', lastSignInAt: null },
      found: [1, 0],
      one: typed,
      desk: { name: typed, lastSignInAt: null },
    })
    expect(await letterTo(known)).toMatchObject({ toName: typed, code: '' })
    expect(await act(id, 'resend')).toMatchObject({ ok: true, value: { name: typed } })
    expect(await act(id, 'reset')).toMatchObject({ refusal: 'still-invited', seen: { state: typed } })
    const { token, toName } = await letterTo(known)
    expect(toName).toBe(typed)
    expect(await nameOf(known)).toBe(own)
    expect(await accept(known, token)).toBe(true)
    expect(await seen()).toMatchObject({ listed: { name: own, state: 'active' }, found: [0, 1], one: own })
    await act(id, 'remove')
    expect(await told(id)).toEqual([
      `membership.added ${typed} ${known}`,
      `membership.resent ${typed} ${known}`,
      `membership.activated ${own} ${known}`,
      `membership.removed ${own} ${known}`,
    ])
  })

  test('and is removed before they accept under the typed name, which stays', async () => {
    const id = await add(known, 'administrator', 'a', typed)
    for (const outcome of ['ok', 'already-removed']) {
      const removed = await act(id, 'remove', 'administrator')
      if (removed === 'not-found') throw new Error(removed)
      expect(removed.ok ? 'ok' : removed.refusal).toBe(outcome)
      expect(removed.ok ? removed.value.name : removed.seen?.state).toBe(typed)
    }
    expect((await told(id)).at(-1)).toBe(`membership.removed ${typed} ${known}`)
  })

  test('a letter that the desk sends again is told to the account under that name, too', async () => {
    const id = await add(known, 'portal-user', 'a', typed)
    const [letter] = await world.rows<{ id: string }>(
      `update letter set state = 'sent', delivery = 'bounced', secret = null where to_address = $1 and kind = 'activation'
        and id = (select id from letter where to_address = $1 and kind = 'activation' order by created_at desc limit 1) returning id`,
      [known],
    )
    const sent = await world.asProvider(platform, change => resendLetter(change, letter?.id ?? '', secret))
    expect(sent).toMatchObject({ ok: true })
    const [event] = await world.rows(
      `select account_id as account, data->>'whom' as whom from event where subject_id = $1`,
      [letter?.id],
    )
    expect(event).toEqual({ account: harbour, whom: typed })
    expect((await letterTo(known)).toName).toBe(typed)
    await act(id, 'remove', 'portal-user')
  })
})

test('two accounts that invite somebody new each keep the name that they typed; the first is the person’s', async () => {
  const email = 'new.both@people.example'
  const first = await add(email, 'portal-user', 'a', 'Robert Stone')
  await add(email, 'portal-user', 'b', 'Bob Stone')
  const names = await world.rows(
    'select invited_name as name from membership m join person p on p.id = m.person_id where p.email = $1 order by m.created_at',
    [email],
  )
  expect(names).toEqual([{ name: 'Robert Stone' }, { name: 'Bob Stone' }])
  expect(await nameOf(email)).toBe('Robert Stone')
  await activate((await letterTo(email)).token)
  expect(
    await world.rows('select distinct invited_name as name from membership where id = $1', [first]),
  ).toEqual([{ name: null }])
})

describe('an end user', () => {
  const list = (search = '') =>
    on(({ tx }) => endUsersOf(tx, harbour, { search, after: null, limit: 50 })).then(all =>
      all === 'not-found' ? [] : all.map(one => one.name),
    )
  const rename = (id: string, name: string) =>
    on(async change => {
      const user = await endUserOf(change.tx, harbour, id)
      if (!user) throw new Error('no such end user')
      return updateEndUser(change, id, { name, extension: '', level: 'user' }, endUserValues(user))
    })

  test('who is known elsewhere can be called otherwise until they accept, and is not renamed by it', async () => {
    const id = await add('owner@depot.example', 'end-user', 'a', 'D. Pot')
    expect(await list('d. pot')).toEqual(['D. Pot'])
    expect(await rename(id, 'Dee Pot')).toMatchObject({ ok: true, value: { outcome: 'changed' } })
    expect(await list('dee pot')).toEqual(['Dee Pot'])
    const theirs = world.actor('owner@depot.example').name
    expect(await nameOf('owner@depot.example')).toBe(theirs)
    await accept('owner@depot.example', (await letterTo('owner@depot.example')).token)
    expect(await list('dee pot')).toEqual([])
    expect(await rename(id, 'Dee Pot')).toMatchObject({ refusal: 'name-is-their-own' })
    expect(await nameOf('owner@depot.example')).toBe(theirs)
  })

  test('who is new is put right before they come in, and comes in by that name', async () => {
    const email = 'jon@people.example'
    const id = await add(email, 'end-user', 'a', 'Jon Doh')
    expect(await rename(id, 'John Doe')).toMatchObject({ ok: true })
    expect(await nameOf(email)).toBe('John Doe')
    await activate((await letterTo(email)).token)
    expect(await list('john')).toEqual(['John Doe'])
  })

  test('holds an extension under the name by which the account knows them', async () => {
    const id = await add('proprio@erable.example', 'end-user', 'a', 'The New One')
    await world.rows(
      `insert into pbx_extension (provider_id, account_id, membership_id, number)
        select provider_id, account_id, id, '777' from membership where id = $1`,
      [id],
    )
    const asked = { name: 'Other', product: 'business-cloud-communications', level: 'user', extension: '777' }
    expect(await on(change => newEndUser(change, asked))).toMatchObject({
      refusal: 'extension-taken',
      seen: { by: 'The New One' },
    })
  })
})

describe('of somebody who is invited elsewhere, too, an account is told', () => {
  test('what became of the letter that it had sent itself, and of no other', async () => {
    const email = 'twice@people.example'
    const id = await add(email, 'account-manager')
    const listed = () => on(async ({ tx }) => (await memberOf(tx, harbour, 'account-manager', id))?.letter)
    const own = await listed()
    expect(own).toMatchObject({ state: 'queued' })
    await add(email, 'administrator', 'b')
    expect(await listed()).toEqual(own)
  })

  test('nothing of how high they are there: the invitation can be sent again', async () => {
    const email = 'higher@people.example'
    const id = await add(email, 'portal-user')
    await add(email, 'account-manager', 'b')
    const done = await world.onAccount('desk@harbour-dental.example', harbour, 'account.read', change =>
      actOnMembership(change, { id, by: 'resend' }, ['portal-user'], secret),
    )
    expect(done).toMatchObject({ ok: true })
  })
})
