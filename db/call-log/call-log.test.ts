import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readCalls } from '#lib/call-log/file.ts'
import { parseCallFilter } from '#lib/call-log/filter.ts'
import { type ReadEvent, readMessage } from '#lib/carrier/message.ts'
import { takeMessage } from '../carrier/take.ts'
import { writing } from '../client.ts'
import { keepUpload } from '../csv/upload.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { callsCsv } from './export.ts'
import { callLogHead, callOf, callsOf } from './reads.ts'
import { countedHours } from './report.ts'
import { takeInCalls } from './take-in.ts'

const world = await newWorld()
afterAll(() => world.close())
const desk = 'desk@harbour-dental.example'
const harbour = world.account('harbour-dental')
const zone = 'America/Toronto'
await world.rows('update account set time_zone = $2 where id = $1', [harbour, zone])
await world.rows('delete from contact where account_id = $1', [harbour])

beforeEach(() => world.rows('delete from call_record'))

const act = async <T>(work: Parameters<typeof world.onAccount<T>>[3]) => {
  const answer = await world.onAccount(desk, harbour, 'module.call-log', work)
  if (answer === 'not-found') throw new Error('not there for this person')
  return answer
}
const event = (more: Record<string, unknown> = {}) => ({
  type: 'call',
  id: 'c-1',
  number: '+1 604 555 0123',
  direction: 'incoming',
  from: '+1 778 555 0130',
  to: '+1 604 555 0123',
  started_at: '2026-11-24T14:05:00-05:00',
  ring_seconds: 7,
  talk_seconds: 93,
  answered_by: 'Ines Carvalho',
  result: 'answered',
  ...more,
})
const send = (...events: unknown[]) =>
  takeMessage(readMessage(JSON.stringify({ events })) as readonly ReadEvent[], world.pool)
const listed = (
  query: Record<string, string> = {},
  { names = false, after = undefined as string | undefined, limit = 50 } = {},
) =>
  act(({ tx }) =>
    callsOf(tx, { accountId: harbour, filter: parseCallFilter(query), zone, names }, after, limit),
  )
const ids = async (query: Record<string, string> = {}, names = false) =>
  (await listed(query, { names })).calls.map(one => one.recordId)

describe('what a carrier tells', () => {
  test('is kept once for the account of its number, however that is written, and however often it comes', async () => {
    const answers = await Promise.all([send(event()), send(event({ number: '16045550123' }))])
    expect(
      answers
        .flat()
        .map(one => one.outcome)
        .sort(),
    ).toEqual(['kept', 'known'])
    expect(await send(event({ result: 'missed' })), 'the same record says otherwise').toEqual([
      { id: 'c-1', outcome: 'known' },
    ])
    const [call] = (await listed()).calls
    expect(call).toMatchObject({
      recordId: 'c-1',
      result: 'answered',
      from: '+1 778 555 0130',
      answeredBy: 'Ines Carvalho',
    })
  })

  test('of unknown numbers is told in the answer, and holds up nothing else', async () => {
    const answers = await send(
      event({ number: '+1 999 555 0000', id: 'x' }),
      event({ id: 'ok' }),
      event({ id: 'bad', result: '?' }),
      { type: 'voicemail', id: 'f' },
    )
    expect(answers.map(one => [one.id, one.outcome])).toEqual([
      ['x', 'unknown-number'],
      ['ok', 'kept'],
      ['bad', 'unreadable'],
      ['f', 'unknown-type'],
    ])
    expect(await ids()).toEqual(['ok'])
  })

  test('is found under its number, also where the service writes it without the country', async () => {
    const written = (from: string, to: string) =>
      world.rows('update service set identifier = $3 where account_id = $1 and identifier = $2', [
        harbour,
        from,
        to,
      ])
    await written('+1 604 555 0123', '604 555 0123')
    try {
      expect(await send(event())).toMatchObject([{ outcome: 'kept' }])
      const head = await act(({ tx }) => callLogHead(tx, harbour))
      const own = head.numbers.find(one => one.number === '604 555 0123')
      expect(await ids({ number: own?.digits ?? '' })).toEqual(['c-1'])
    } finally {
      await written('604 555 0123', '+1 604 555 0123')
    }
  })

  test('of a number that two accounts have, or of a closed account, is guessed for nobody', async () => {
    await world.rows(`update account set closed_at = now() where id = $1`, [harbour])
    expect(await send(event())).toMatchObject([{ outcome: 'unknown-number' }])
    await world.rows(`update account set closed_at = null where id = $1`, [harbour])
    await world.rows(
      `insert into service (provider_id, account_id, product, kind, identifier, label)
        select provider_id, id, 'cloud-pbx', 'number', '+1 (604) 555-0123', '' from account where slug = 'southern-bakery'`,
    )
    expect(await send(event())).toMatchObject([{ outcome: 'unknown-number' }])
    await world.rows(`delete from service where identifier = '+1 (604) 555-0123'`)
  })
})

describe('the list', () => {
  test('is narrowed by direction, result, number, days of the account’s zone, and log', async () => {
    await send(
      event({ id: 'in' }),
      event({
        id: 'out',
        direction: 'outgoing',
        from: '+1 604 555 0124',
        to: '+1 778 555 0131',
        number: '+1 604 555 0124',
        result: 'busy',
      }),
      event({ id: 'late', started_at: '2026-11-24T23:59:59-05:00', result: 'missed' }),
      event({ id: 'next', started_at: '2026-11-25T00:00:00-05:00' }),
      event({ id: 'sw', kind: 'switch' }),
    )
    expect((await ids()).sort()).toEqual(['in', 'late', 'next', 'out'])
    expect(await ids({ log: 'switch' })).toEqual(['sw'])
    expect(await ids({ direction: 'outgoing' })).toEqual(['out'])
    expect(await ids({ result: 'missed' })).toEqual(['late'])
    expect(await ids({ number: '16045550124' })).toEqual(['out'])
    expect((await ids({ from: '2026-11-24', to: '2026-11-24' })).sort()).toEqual(['in', 'late', 'out'])
    expect(await ids({ from: '2026-11-25' })).toEqual(['next'])
  })

  test('is searched by number, and by name for whoever may read the phonebook', async () => {
    await send(
      event({ id: 'a' }),
      event({ id: 'b', from: '+1 604 555 0777', answered_by: 'Jun' }),
      event({ id: 'c', from: 'anonymous', answered_by: '' }),
    )
    await world.rows(
      `insert into contact (provider_id, account_id, name, work, likeness, findable, reach)
        select provider_id, id, 'Élise Roy', '604 555 0777', 'elise roy', 'elise roy', '{16045550777}' from account where id = $1`,
      [harbour],
    )
    expect(await ids({ q: '(778) 555-0130' })).toEqual(['a'])
    expect(await ids({ q: '+1 604 555 0777' })).toEqual(['b'])
    expect(await ids({ q: '0777' })).toEqual(['b'])
    expect(await ids({ q: 'elise' }, true)).toEqual(['b'])
    expect(await ids({ q: 'elise' }, false)).toEqual([])
    expect((await ids({ q: 'ines' })).sort()).toEqual(['a'])
    const named = (await listed({}, { names: true })).calls.map(one => one.name).filter(Boolean)
    expect(named).toEqual(['Élise Roy'])
    expect((await listed()).calls.map(one => one.name)).toEqual(['', '', ''])
    await world.rows('delete from contact where account_id = $1', [harbour])
  })

  test('goes on where a page ended, and a cursor of another account leads to nothing of it', async () => {
    await send(
      ...Array.from({ length: 7 }, (_, n) =>
        event({ id: `c-${n}`, started_at: `2026-11-2${n < 4 ? 4 : 5}T10:00:00Z` }),
      ),
    )
    const seen: string[] = []
    let after: string | undefined
    for (;;) {
      const { calls, next } = await listed({}, { after, limit: 3 })
      seen.push(...calls.map(one => one.recordId))
      if (!next) break
      after = next
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
    const [id] = await world.rows<{ id: string }>('select id from call_record limit 1')
    const other = world.account('maple-logistics')
    expect(await act(({ tx }) => callOf(tx, other, id?.id ?? '', false))).toBeNull()
    const theirs = await act(({ tx }) =>
      callsOf(tx, { accountId: other, filter: parseCallFilter({}), zone, names: false }, after, 3),
    )
    expect(theirs.calls).toEqual([])
  })
})

test('the report counts by the clock on the wall, also on the night when it is put back', async () => {
  // 1 November 2026: at 2:00 EDT it is 1:00 EST again.
  await send(
    event({ id: 'a', started_at: '2026-11-01T00:30:00-04:00' }),
    event({ id: 'b', started_at: '2026-11-01T01:30:00-04:00' }),
    event({ id: 'c', started_at: '2026-11-01T01:30:00-05:00', result: 'missed' }),
    event({ id: 'd', started_at: '2026-11-02T01:30:00-05:00' }),
    event({ id: 'e', started_at: '2026-10-31T01:30:00-04:00' }),
  )
  const question = {
    accountId: harbour,
    filter: parseCallFilter({ from: '2026-11-01', to: '2026-11-01' }),
    zone,
    names: false,
  }
  const counted = await act(({ tx }) => countedHours(tx, question))
  expect([...counted].sort((x, y) => x.hour - y.hour)).toEqual([
    { weekday: 7, hour: 0, calls: 1, answered: 1 },
    { weekday: 7, hour: 1, calls: 2, answered: 1 },
  ])
})

describe('a file of records', () => {
  const file = `Started,Direction,From,To,Result\n2026-11-24T14:05:00-05:00,Incoming,'+1 778 555 0130,'+1 604 555 0123,Missed\n2026-11-24T15:05:00-05:00,Outgoing,+1 604 555 0123,204,Answered\n`
  const upload = (text: string) => act(change => keepUpload(change, 'call-log', readCalls(Buffer.from(text))))

  test('is taken in once, told in the history, and doubles nothing when it comes again', async () => {
    const id = await upload(file)
    const twice = await Promise.all([1, 2].map(() => act(change => takeInCalls(change, id))))
    expect(twice.map(one => one.ok).sort()).toEqual([false, true])
    expect(await ids()).toHaveLength(2)
    const [told] = await world.rows(
      'select action, data from event where account_id = $1 order by id desc limit 1',
      [harbour],
    )
    expect(told).toMatchObject({ action: 'call-records.imported', data: { counts: { added: 2, same: 0 } } })
    const again = await upload(file)
    expect(await act(change => takeInCalls(change, again))).toMatchObject({ value: { changed: false } })
    expect(await ids()).toHaveLength(2)
  })

  test('is written so that it can be taken in again, and holds what is filtered', async () => {
    await send(
      event({ id: '=evil' }),
      event({
        id: 'out',
        direction: 'outgoing',
        from: '+1 604 555 0123',
        to: 'anonymous',
        started_at: '2026-07-24T14:05:00-04:00',
      }),
    )
    const person = world.actor(desk)
    const [brand] = await world.rows<{ id: string }>(
      `select id from branding_domain where host = 'northwind.localhost'`,
    )
    const place = { providerId: person.providerId, brandingDomainId: brand?.id ?? '' }
    await writing(
      { role: 'app', providerId: person.providerId },
      tx => beginSession(tx, place, person.personId, { address: '', userAgent: '' }),
      world.pool,
    )
    const [session] = await world.rows<{ id: string }>('select id from session where person_id = $1', [
      person.personId,
    ])
    const exported = async (query: Record<string, string>, language: 'en' | 'fr') => {
      const parts: Buffer[] = []
      const actor = { ...person, sessionId: session?.id ?? '' }
      for await (const part of callsCsv({
        actor,
        accountId: harbour,
        filter: parseCallFilter(query),
        language,
        ended: 'over',
        size: 1,
        pool: world.pool,
      }))
        parts.push(Buffer.from(part))
      return Buffer.concat(parts).toString()
    }
    const text = await exported({}, 'en')
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      `'=evil,2026-11-24T14:05:00-05:00,Call,Incoming,'+1 778 555 0130,'+1 604 555 0123,Ines Carvalho,7,93,Answered`,
      `out,2026-07-24T14:05:00-04:00,Call,Outgoing,'+1 604 555 0123,anonymous,Ines Carvalho,7,93,Answered`,
    ])
    expect((await exported({ direction: 'outgoing' }, 'fr')).split('\r\n')).toHaveLength(3)
    for (const language of ['en', 'fr'] as const) {
      const id = await upload(await exported({}, language))
      expect(await act(change => takeInCalls(change, id))).toMatchObject({ value: { changed: false } })
    }
  })
})
