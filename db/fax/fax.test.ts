import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mostKept } from '#lib/fax/fax.ts'
import { parseFaxFilter } from '#lib/fax/filter.ts'
import { tellingTo } from '../carrier/testing.ts'
import { newWorld } from '../proof/world.ts'
import { documentOf, faxesOf, faxOf, removedFaxes } from './reads.ts'
import { removeFax, restoreFax } from './remove.ts'
import { sendFax, sendFaxAgain } from './send.ts'

const world = await newWorld()
afterAll(() => world.close())
const noor = 'noor@harbour-dental.example'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')
const tell = tellingTo(world.pool)
const zone = 'America/Vancouver'

beforeEach(() => world.rows('delete from fax'))

const act = async <T>(work: Parameters<typeof world.onAccount<T>>[3]) => {
  const answer = await world.onAccount(noor, harbour, 'module.fax', work)
  if (answer === 'not-found') throw new Error('not there for this person')
  return answer
}
const [own] = await world.rows<{ id: string }>(
  `select id from service where account_id = $1 and identifier = '+1 604 555 0123'`,
  [harbour],
)
const given = { from: own?.id ?? '', to: '+1 604 555 0187', title: 'Referral' }
const document = { bytes: Buffer.from('%PDF-1.7 looked at before'), pages: 2 }
const send = (more: Partial<typeof given> = {}) =>
  act(change => sendFax(change, { ...given, ...more }, document))
const sent = async () => {
  const one = await send()
  if (!one.ok) throw new Error(one.refusal)
  return one.value.faxId
}
const incoming = (more: Record<string, unknown> = {}) => ({
  type: 'fax',
  id: randomUUID(),
  number: '+1 604 555 0123',
  from: '+1 604 555 0187',
  pages: 3,
  at: '2026-11-24T14:05:00-08:00',
  document: Buffer.from('%PDF-1.7 from there').toString('base64'),
  ...more,
})
const listed = (query: Record<string, string> = {}, names = false) =>
  act(({ tx }) =>
    faxesOf(tx, { accountId: harbour, filter: parseFaxFilter(query), zone, names }, undefined, 50),
  )
const counts = async () => {
  const answer = await world.rows<Record<string, string>>(
    'select (select count(*) from fax) as f, (select count(*) from fax_document) as d, (select count(*) from event) as e',
  )
  return answer[0]
}

describe('a fax that is sent', () => {
  test('waits in the outbox with its document, and the history tells of it without its title', async () => {
    const id = await sent()
    const fax = await act(({ tx }) => faxOf(tx, harbour, id, false))
    expect(fax).toMatchObject({
      state: 'queued',
      pages: 2,
      title: 'Referral',
      by: 'Noor Haddad',
      removed: null,
    })
    expect((await act(({ tx }) => documentOf(tx, harbour, id)))?.content.toString()).toBe(
      '%PDF-1.7 looked at before',
    )
    const [told] = await world.rows(
      'select action, data from event where account_id = $1 order by id desc limit 1',
      [harbour],
    )
    expect(told).toEqual({
      action: 'fax.sent',
      data: { what: '+1 604 555 0187', whom: '+1 604 555 0123' },
    })
  })

  test.each<[string, Partial<typeof given>, string]>([
    ['to nonsense', { to: '12' }, 'nonsense'],
    ['to itself', { to: '+1 (604) 555-0123' }, 'itself'],
    ['from a number that is not the account’s', { from: randomUUID() }, 'gone'],
  ])('%s is refused, and nothing is half done', async (_, more, refusal) => {
    const before = await counts()
    expect(await send(more)).toMatchObject({ ok: false, refusal })
    expect(await counts()).toEqual(before)
  })

  test('that there is no room for is refused', async () => {
    const id = await sent()
    await world.rows('update fax set size = $2 where id = $1', [id, mostKept - 10])
    const before = await counts()
    expect(await send()).toMatchObject({ refusal: 'full' })
    expect(await counts()).toEqual(before)
  })

  test('is sent again once it has failed, with the same document, as a new one', async () => {
    const id = await sent()
    const again = () => act(change => sendFaxAgain(change, id))
    expect(await again()).toMatchObject({ refusal: 'not-failed' })
    expect(await tell({ type: 'fax-state', id, state: 'failed', reason: 'busy', pages_sent: 1 })).toEqual([
      'kept',
    ])
    expect(await act(({ tx }) => faxOf(tx, harbour, id, false))).toMatchObject({
      state: 'failed',
      reason: 'busy',
      pagesSent: 1,
    })
    const next = await again()
    expect(next).toMatchObject({ ok: true })
    const newId = next.ok ? next.value.faxId : ''
    expect(newId).not.toBe(id)
    expect((await act(({ tx }) => documentOf(tx, harbour, newId)))?.content).toEqual(document.bytes)
  })

  test('is removed, brought back and removed by the faster one; on its way it stays', async () => {
    const id = await sent()
    const remove = () => act(change => removeFax(change, id))
    expect(await remove()).toMatchObject({ refusal: 'on-its-way' })
    await tell({ type: 'fax-state', id, state: 'delivered', pages_sent: 2 })
    const both = await Promise.all([remove(), remove()])
    expect(both.map(one => (one.ok ? 'done' : one.refusal)).sort()).toEqual(['done', 'removed'])
    expect(both.find(one => !one.ok)).toMatchObject({ seen: { by: 'Noor Haddad' } })
    expect((await listed()).faxes).toEqual([])
    expect(await act(({ tx }) => documentOf(tx, harbour, id))).toBeNull()
    expect(await act(({ tx }) => removedFaxes(tx, harbour))).toMatchObject([{ id, title: 'Referral' }])
    expect(await act(change => sendFaxAgain(change, id))).toMatchObject({ refusal: 'not-found' })
    expect(await act(change => restoreFax(change, id))).toMatchObject({ ok: true })
    expect(await act(change => restoreFax(change, id))).toMatchObject({ refusal: 'there' })
    expect((await listed()).faxes).toMatchObject([{ id, state: 'delivered' }])
    await remove()
    await world.rows(`update fax set ended_at = now() - interval '31 days' where id = $1`, [id])
    expect(await act(change => restoreFax(change, id))).toMatchObject({ refusal: 'not-found' })
  })

  test('belongs to its account alone', async () => {
    const id = await sent()
    const there = <T>(work: Parameters<typeof world.onAccount<T>>[3]) =>
      world.onAccount('desk@harbour-dental.example', maple, 'module.phonebook', work)
    for (const act of [removeFax, restoreFax, sendFaxAgain])
      expect(await there(change => act(change, id) as Promise<unknown>)).toMatchObject({
        refusal: 'not-found',
      })
    expect(await there(({ tx }) => documentOf(tx, maple, id))).toBeNull()
    expect(await there(({ tx }) => faxOf(tx, maple, id, false))).toBeNull()
  })
})

describe('a fax that comes in', () => {
  test('is kept once with its document, withheld numbers too', async () => {
    const one = incoming({ id: 'f-1' })
    const all = await Promise.all([tell(one), tell(one)])
    expect(all.flat().sort()).toEqual(['kept', 'known'])
    expect(await tell(incoming({ from: undefined }), incoming({ number: '+1 999 555 0000' }))).toEqual([
      'kept',
      'unknown-number',
    ])
    const { faxes } = await listed()
    expect(faxes.map(fax => [fax.state, fax.pages, fax.otherNumber]).sort()).toEqual([
      ['received', 3, ''],
      ['received', 3, '+1 604 555 0187'],
    ])
    const first = await act(({ tx }) => documentOf(tx, harbour, faxes[0]?.id ?? ''))
    expect(first?.content.toString()).toBe('%PDF-1.7 from there')
  })

  test('nothing that is no PDF, or too large, is kept', async () => {
    const before = await counts()
    const large = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10_000_000)]).toString('base64')
    expect(
      await tell(
        incoming({ document: Buffer.from('<html>').toString('base64') }),
        incoming({ document: large }),
      ),
    ).toEqual(['unreadable', 'unreadable'])
    expect(await counts()).toEqual(before)
  })
})

test('the list is narrowed by direction, state, days of the account’s zone, number, title and name', async () => {
  await sent()
  await tell(
    incoming({ at: '2026-11-24T22:30:00-08:00' }),
    incoming({ from: '+1 778 555 0130', at: '2026-11-20T10:00:00-08:00' }),
  )
  const others = async (query: Record<string, string>, names = false) =>
    (await listed(query, names)).faxes.map(one => `${one.direction} ${one.otherNumber.slice(-4)}`).sort()
  expect(await others({ direction: 'outgoing' })).toEqual(['outgoing 0187'])
  expect(await others({ state: 'received', to: '2026-11-24' })).toEqual(['incoming 0130', 'incoming 0187'])
  expect(await others({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['incoming 0187'])
  expect(await others({ q: 'referral' })).toEqual(['outgoing 0187'])
  expect(await others({ q: '778 555 0130' })).toEqual(['incoming 0130'])
  expect(await others({ q: 'mehta' }, true)).toEqual(['incoming 0187', 'outgoing 0187'])
  expect(await others({ q: 'mehta' })).toEqual([])
  expect((await listed({ q: 'referral' }, true)).faxes[0]?.name).toBe('Dr. Rahul Mehta')
})
