import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { tellingTo } from '../carrier/testing.ts'
import { newWorld } from '../proof/world.ts'
import { conversationOf, conversationsOf, smsHead } from './reads.ts'
import { noteSeen } from './seen.ts'
import { replyWith, sendText, sendTextAgain } from './send.ts'

const world = await newWorld()
afterAll(() => world.close())
const desk = 'desk@harbour-dental.example'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')
const tell = tellingTo(world.pool)

beforeEach(() => world.rows('delete from sms_conversation'))

const act = async <T>(work: Parameters<typeof world.onAccount<T>>[3]) => {
  const answer = await world.onAccount(desk, harbour, 'module.sms', work)
  if (answer === 'not-found') throw new Error('not there for this person')
  return answer
}
const [own] = await world.rows<{ id: string }>(
  `select id from service where account_id = $1 and identifier = '+1 604 555 0123'`,
  [harbour],
)
const from = own?.id ?? ''
const to = '+1 604 555 0199'
const send = (more: Partial<{ from: string; to: string; text: string }> = {}) =>
  act(change => sendText(change, { from, to, text: 'Your crown is ready', ...more }))
const incoming = (more: Record<string, unknown> = {}) => ({
  type: 'message',
  id: randomUUID(),
  number: '+1 604 555 0123',
  from: to,
  text: 'Hello',
  at: new Date().toISOString(),
  ...more,
})
const reading = (names = false) => ({ accountId: harbour, personId: world.actor(desk).personId, names })
const listed = (search = '', { names = false, after = undefined as string | undefined, limit = 50 } = {}) =>
  act(({ tx }) => conversationsOf(tx, reading(names), { search, after, limit }))
const shownIn = async (id: string) =>
  (await act(({ tx }) => conversationOf(tx, reading(), id, undefined, 50)))?.messages ?? []
const count = async (table: string) =>
  Number(
    (
      await world.rows<{ n: string }>(`select count(*) as n from ${table} where account_id = $1`, [harbour])
    )[0]?.n,
  )
const counts = () => Promise.all(['sms_message', 'sms_conversation', 'event'].map(count))
const messages = () =>
  world.rows<Record<string, unknown>>(
    `select state, direction, body, segments, own_key, other_key, other_number, sent_name, sent_firm from sms_message
      where account_id = $1 order by at, id`,
    [harbour],
  )

describe('a message that is sent', () => {
  test('waits in the outbox, stands in its conversation, and the history tells of it without its text', async () => {
    expect(await send()).toMatchObject({ ok: true })
    expect(await messages()).toEqual([
      {
        state: 'queued',
        direction: 'outgoing',
        body: 'Your crown is ready',
        segments: 1,
        own_key: '16045550123',
        other_key: '16045550199',
        other_number: '+1 604 555 0199',
        sent_name: 'Dana Petrov',
        sent_firm: '',
      },
    ])
    const [told] = await world.rows<{ action: string; data: unknown }>(
      'select action, data, reason from event where account_id = $1 order by id desc limit 1',
      [harbour],
    )
    expect(told).toMatchObject({
      action: 'sms.sent',
      data: { what: '+1 604 555 0199', whom: '+1 604 555 0123' },
    })
    expect(JSON.stringify(told)).not.toContain('crown')
  })

  test('goes into the conversation that is there, however the number was typed, also at once', async () => {
    const all = await Promise.all([send(), send({ to: '(604) 555-0199' }), send({ to: '16045550199' })])
    expect(new Set(all.map(one => one.ok && one.value.conversationId)).size).toBe(1)
    expect(await count('sms_conversation')).toBe(1)
    expect(await count('sms_message')).toBe(3)
  })

  test.each<[string, Partial<{ from: string; to: string; text: string }>, string]>([
    ['to nonsense', { to: 'hello' }, 'nonsense'],
    ['to an extension', { to: '204' }, 'nonsense'],
    ['to itself', { to: '604 555 0123' }, 'itself'],
    ['from a number of another account', { from: 'maple' }, 'gone'],
    ['from a number that is none', { from: randomUUID() }, 'gone'],
    ['of eleven parts', { text: 'a'.repeat(1531) }, 'too-many-parts'],
    ['of eleven parts in few letters', { text: 'ê'.repeat(671) }, 'too-many-parts'],
  ])('%s is refused, and nothing is half done', async (_, more, refusal) => {
    const [theirs] = await world.rows<{ id: string }>(
      `select id from service where account_id = $1 and kind = 'number' limit 1`,
      [maple],
    )
    const before = await counts()
    expect(await send(more.from === 'maple' ? { from: theirs?.id ?? '' } : more)).toMatchObject({
      ok: false,
      refusal,
    })
    expect(await counts()).toEqual(before)
  })

  test('that is one more than an hour allows is refused', async () => {
    await send()
    await world.rows(
      `insert into sms_message (provider_id, account_id, conversation_id, direction, state, body, findable, at, own_number, own_key,
          other_number, other_key)
        select provider_id, account_id, conversation_id, direction, 'sent', 'x', 'x', at, own_number, own_key, other_number, other_key
          from sms_message, generate_series(2, 600) where account_id = $1`,
      [harbour],
    )
    const before = await counts()
    expect(await send()).toMatchObject({ refusal: 'too-many' })
    expect(await counts()).toEqual(before)
    await world.rows(`update sms_message set at = at - interval '61 minutes'`)
    expect(await send()).toMatchObject({ ok: true })
  })

  test('answers in a conversation of the account alone, from the number that was written to', async () => {
    await tell(incoming())
    const [one] = (await listed()).conversations
    expect(await act(change => replyWith(change, one?.id ?? '', 'Good morning'))).toMatchObject({ ok: true })
    expect((await messages()).at(-1)).toMatchObject({ body: 'Good morning', own_key: '16045550123' })
    expect(await act(change => replyWith(change, randomUUID(), 'x'))).toMatchObject({ refusal: 'not-found' })
    const other = await world.onAccount('desk@harbour-dental.example', maple, 'module.phonebook', change =>
      replyWith(change, one?.id ?? '', 'x'),
    )
    expect(other).toMatchObject({ refusal: 'not-found' })
    await world.rows(`update service set account_id = $1 where id = $2`, [maple, from])
    expect(await act(change => replyWith(change, one?.id ?? '', 'x'))).toMatchObject({ refusal: 'gone' })
    await world.rows(`update service set account_id = $1 where id = $2`, [harbour, from])
  })

  test('a name can’t be answered', async () => {
    await tell(incoming({ from: 'BANK' }))
    const [one] = (await listed()).conversations
    expect(one?.otherNumber).toBe('BANK')
    expect(await act(change => replyWith(change, one?.id ?? '', 'x'))).toMatchObject({ refusal: 'nonsense' })
  })

  test('is sent again only once it has failed, as a new one', async () => {
    await send()
    const [row] = await world.rows<{ id: string }>('select id from sms_message where account_id = $1', [
      harbour,
    ])
    const again = () => act(change => sendTextAgain(change, row?.id ?? ''))
    expect(await again()).toMatchObject({ refusal: 'not-failed', seen: { state: 'queued' } })
    await tell({ type: 'message-state', id: row?.id, state: 'failed', reason: 'unreachable' })
    expect(await again()).toMatchObject({ ok: true })
    expect((await messages()).map(one => one.state)).toEqual(['failed', 'queued'])
    expect(await act(change => sendTextAgain(change, randomUUID()))).toMatchObject({ refusal: 'not-found' })
  })
})

describe('a message that comes in', () => {
  test('is kept once, for the account of its number, however often and in whatever order', async () => {
    const [one, two] = [incoming({ id: 'a', text: 'first' }), incoming({ id: 'b', from: '604-555-0199' })]
    const all = await Promise.all([tell(one, two), tell(two, one), tell(one, one)])
    expect(all.flat().filter(outcome => outcome === 'kept').length).toBeGreaterThanOrEqual(2)
    expect(await count('sms_message')).toBe(2)
    expect(await count('sms_conversation')).toBe(1)
    expect(await tell(one, two)).toEqual(['known', 'known'])
    expect(await tell(incoming({ number: '+1 999 555 0000' }))).toEqual(['unknown-number'])
  })

  test('and its answer are one conversation, also where the service writes its number without the country', async () => {
    await world.rows(`update service set identifier = '604 555 0123' where id = $1`, [from])
    try {
      expect(await tell(incoming())).toEqual(['kept'])
      expect(await tell(incoming({ number: '+60 4555 0123' }))).toEqual(['unknown-number'])
      const [one] = (await listed()).conversations
      expect(await act(change => replyWith(change, one?.id ?? '', 'Good morning'))).toMatchObject({
        ok: true,
      })
      expect(await send()).toMatchObject({ ok: true, value: { conversationId: one?.id } })
      expect(await count('sms_conversation')).toBe(1)
    } finally {
      await world.rows(`update service set identifier = '+1 604 555 0123' where id = $1`, [from])
    }
  })

  test('never lies in the future', async () => {
    await tell(incoming({ at: '2099-01-01T00:00:00Z' }))
    const [one] = (await listed()).conversations
    expect(one?.lastAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
  })

  test('is unread to each of ours until they look, and shown by the next version', async () => {
    await tell(incoming(), incoming())
    const before = await act(({ tx }) => smsHead(tx, harbour))
    const [one] = (await listed()).conversations
    expect(one?.unread).toBe(2)
    const shown = async () => (await shownIn(one?.id ?? '')).map(message => message.id)
    await noteSeen(world.actor(desk), harbour, one?.id ?? '', await shown(), world.pool)
    expect((await listed()).conversations[0]?.unread).toBe(0)
    await tell(incoming())
    expect((await listed()).conversations[0]?.unread).toBe(1)
    expect((await act(({ tx }) => smsHead(tx, harbour))).version).not.toBe(before.version)
    const noor = { ...reading(), personId: world.actor('noor@harbour-dental.example').personId }
    const theirs = await act(({ tx }) =>
      conversationsOf(tx, noor, { search: '', after: undefined, limit: 5 }),
    )
    expect(theirs.conversations[0]?.unread).toBe(3)
  })
})

describe('what came in', () => {
  const seen = async (id: string, shown: readonly string[]) => {
    await noteSeen(world.actor(desk), harbour, id, shown, world.pool)
    return (await listed()).conversations[0]?.unread
  }

  test('between the look and its note stays unread, and an older note takes nothing back', async () => {
    await tell(incoming())
    const id = (await listed()).conversations[0]?.id ?? ''
    const first = (await shownIn(id)).map(one => one.id)
    await tell(incoming({ text: 'meanwhile' }))
    expect(await seen(id, first)).toBe(1)
    expect((await shownIn(id)).map(one => [one.body, one.isNew])).toEqual([
      ['Hello', false],
      ['meanwhile', true],
    ])
    expect(
      await seen(
        id,
        (await shownIn(id)).map(one => one.id),
      ),
    ).toBe(0)
    expect(await seen(id, first)).toBe(0)
    expect(await seen(id, [])).toBe(0)
  })

  test('and is committed after a later one still changes the version', async () => {
    await tell(incoming(), incoming({ from: '+1 778 555 0130' }))
    const version = async () => (await act(({ tx }) => smsHead(tx, harbour))).version
    const slow = await world.pool.connect()
    try {
      await slow.query('begin')
      await slow.query(
        `update sms_conversation set changed_at = clock_timestamp() where other_key = '16045550199'`,
      )
      await tell(incoming({ from: '+1 778 555 0130' }))
      const before = await version()
      await slow.query('commit')
      expect(await version()).not.toBe(before)
    } finally {
      slow.release()
    }
    const id = (await listed()).conversations[0]?.id ?? ''
    const [head, page] = await act(
      async ({ tx }) =>
        [await smsHead(tx, harbour, id), await conversationOf(tx, reading(), id, undefined, 5)] as const,
    )
    expect(page?.version).toBe(head.version)
  })
})

describe('the list', () => {
  test('is searched by words, by number, and by name for whoever may read the phonebook', async () => {
    await tell(
      incoming({ text: 'The braces hurt, Élodie' }),
      incoming({ from: '+1 778 555 0130', text: 'Running late' }),
      incoming({ from: '+1 416 555 0188', text: 'Parcel 778' }),
    )
    const others = async (search: string, names = false) =>
      (await listed(search, { names })).conversations.map(one => one.otherNumber).sort()
    expect(await others('elodie hurt')).toEqual(['+1 604 555 0199'])
    expect(await others('(778) 555-0130')).toEqual(['+1 778 555 0130'])
    expect(await others('778')).toEqual(['+1 416 555 0188', '+1 778 555 0130'])
    expect(await others('amara', true)).toEqual(['+1 778 555 0130'])
    expect(await others('amara')).toEqual([])
    expect(await others('100%')).toEqual([])
    const named = (await listed('late', { names: true })).conversations[0]
    expect([named?.name, (await listed('late')).conversations[0]?.name]).toEqual(['Amara Osei', ''])
  })

  test('goes on where a page ended; a conversation goes back page by page', async () => {
    for (let n = 0; n < 5; n++)
      await tell(incoming({ from: `+1 604 555 016${n}`, at: `2026-11-2${n}T10:00:00Z`, text: `n${n}` }))
    const first = await listed('', { limit: 2 })
    const second = await listed('', { limit: 2, after: first.next ?? '' })
    const third = await listed('', { limit: 2, after: second.next ?? '' })
    expect([first, second, third].flatMap(one => one.conversations.map(({ line }) => line))).toEqual([
      'n4',
      'n3',
      'n2',
      'n1',
      'n0',
    ])
    expect(third.next).toBeNull()
    const id = first.conversations[0]?.id ?? ''
    for (let n = 0; n < 3; n++)
      await tell(incoming({ from: '+1 604 555 0164', at: `2026-11-2${5 + n}T10:00:00Z`, text: `m${n}` }))
    const page = (before?: string) => act(({ tx }) => conversationOf(tx, reading(), id, before, 3))
    const newest = await page()
    expect(newest?.messages.map(one => one.body)).toEqual(['m0', 'm1', 'm2'])
    expect((await page(newest?.earlier ?? ''))?.messages.map(one => one.body)).toEqual(['n4'])
    const strange = await act(({ tx }) =>
      conversationOf(tx, { ...reading(), accountId: maple }, id, undefined, 3),
    )
    expect(strange).toBeNull()
  })
})
