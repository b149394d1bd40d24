import { afterAll, beforeEach, expect, test } from 'vitest'
import { type CarrierAnswer, handingOverTakes } from '#lib/carrier/carrier.ts'
import { largestFax } from '#lib/fax/fax.ts'
import { sendFax } from '../fax/send.ts'
import { newWorld } from '../proof/world.ts'
import { sendText } from '../sms/send.ts'
import { leaseDue, leaseSeconds, markTaken } from './outbox.ts'
import { carryWaiting } from './relay.ts'
import { taken, tellingTo, testCarrier } from './testing.ts'

const world = await newWorld()
afterAll(() => world.close())
const { pool } = world
const noor = 'noor@harbour-dental.example'
const harbour = world.account('harbour-dental')
const tell = tellingTo(pool)

beforeEach(async () => {
  await world.rows('delete from sms_conversation')
  await world.rows('delete from fax')
  await world.rows('update account set closed_at = null where id = $1', [harbour])
})

const [own] = await world.rows<{ id: string }>(
  `select id from service where account_id = $1 and identifier = '+1 604 555 0123'`,
  [harbour],
)
const from = own?.id ?? ''
let n = 0
async function write(text = `message ${n++}`, to = '+1 604 555 0199'): Promise<string> {
  await world.onAccount(noor, harbour, 'module.sms', change => sendText(change, { from, to, text }))
  const [row] = await world.rows<{ id: string }>('select id from sms_message where body = $1', [text])
  return row?.id ?? ''
}
const states = () =>
  world.rows<{ state: string; reason: string; attempts: number; ref: string | null }>(
    `select state, reason, attempts, carrier_id as ref from sms_message where direction = 'outgoing' order by at, id`,
  )
const carry = (carrier: Parameters<typeof carryWaiting>[0]['carrier'], faults: string[] = []) =>
  carryWaiting({ carrier, from: pool, onFault: fault => void faults.push(fault) }, 5_000)
const comeDue = () => world.rows(`update sms_message set next_attempt_at = now() - interval '1 second'`)

test('what was written is handed over, with provider and account, and its state follows the carrier’s word', async () => {
  const id = await write()
  const { carrier, texts } = testCarrier(taken)
  expect(await carry(carrier)).toMatchObject({ carried: 1, waitingForCarrier: 0 })
  expect(texts).toEqual([
    {
      id,
      provider: 'northwind',
      account: 'harbour-dental',
      from: '+16045550123',
      to: '+16045550199',
      text: expect.stringMatching(/^message/),
    },
  ])
  expect(await states()).toMatchObject([{ state: 'sent', ref: `ref-${id}` }])
  const word = (state: string) => ({ type: 'message-state', id, state })
  expect(await tell(word('delivered'))).toEqual(['kept'])
  expect(await tell(word('sent'), word('delivered'), word('failed'))).toEqual(['known', 'known', 'known'])
  expect(await tell({ ...word('sent'), id: crypto.randomUUID() })).toEqual(['unknown-id'])
  expect(await states()).toMatchObject([{ state: 'delivered', reason: '' }])
})

test('a fax is handed over with its document', async () => {
  const document = { bytes: Buffer.from('%PDF-1.7 x'), pages: 4 }
  await world.onAccount(noor, harbour, 'module.fax', change =>
    sendFax(change, { from, to: '+1 604 555 0187', title: '' }, document),
  )
  const { carrier, faxes } = testCarrier(taken)
  expect(await carry(carrier)).toMatchObject({ carried: 1 })
  expect(faxes).toMatchObject([{ pages: 4, document: document.bytes, to: '+16045550187' }])
})

test('what is handed over ends before a route does, and long before its lease', async () => {
  await write()
  const { carrier, within } = testCarrier(taken)
  await carry(carrier)
  expect(within).toHaveLength(1)
  expect(within[0]).toBeLessThan(55_001)
  expect(leaseSeconds * 1_000).toBeGreaterThan(handingOverTakes(largestFax) + 10_000)
})

test('two relays at once hand over everything once', async () => {
  for (let i = 0; i < 25; i++) await write()
  const { carrier, texts } = testCarrier(taken)
  const all = await Promise.all([carry(carrier), carry(carrier), carry(carrier)])
  expect(all.reduce((sum, one) => sum + one.carried, 0)).toBe(25)
  expect(new Set(texts.map(one => one.id)).size).toBe(25)
  expect(texts).toHaveLength(25)
})

test('word that comes before the answer stays', async () => {
  const id = await write()
  const { carrier } = testCarrier(async one => {
    await tell({ type: 'message-state', id: one.id, state: 'delivered' })
    return taken(one)
  })
  await carry(carrier)
  expect(await states()).toMatchObject([{ state: 'delivered', ref: `ref-${id}` }])
})

test('an answer that was lost leads to the same key again, when its time has come', async () => {
  const id = await write()
  let lost = true
  const { carrier, texts } = testCarrier(one => {
    const answer: CarrierAnswer = lost ? { kind: 'again', fault: 'no answer in time' } : taken(one)
    lost = false
    return answer
  })
  const faults: string[] = []
  expect(await carry(carrier, faults)).toMatchObject({ carriedLater: 1, waitingForCarrier: 1 })
  expect(await carry(carrier, faults)).toMatchObject({ carried: 0, carriedLater: 0 })
  await comeDue()
  expect(await carry(carrier, faults)).toMatchObject({ carried: 1 })
  expect(texts.map(one => one.id)).toEqual([id, id])
  expect(faults).toEqual(['no answer in time'])
  expect(await states()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('messages of one conversation go one after another, the oldest first, also past a relay that holds one', async () => {
  const ids: string[] = []
  for (let i = 0; i < 4; i++) ids.push(await write())
  const other = await write(undefined, '+1 778 555 0130')
  const [held, beside, ...more] = await leaseDue('sms_message', 10, pool)
  expect(new Set([held?.id, beside?.id])).toEqual(new Set([ids[0], other]))
  expect(more).toEqual([])
  const { carrier, texts } = testCarrier(taken)
  expect(await carry(carrier)).toMatchObject({ carried: 0, waitingForCarrier: 5 })
  await world.rows(
    `update sms_message set lease_until = null, next_attempt_at = now() - random() * interval '1 minute'`,
  )
  await Promise.all([carry(carrier), carry(carrier)])
  await carry(carrier)
  expect(texts.map(one => one.id).filter(id => id !== other)).toEqual(ids)
})

test('faxes don’t wait for slow messages, and one that can’t be marked holds up no other', async () => {
  const ids = [await write(), await write(undefined, '+1 778 555 0130')]
  await world.onAccount(noor, harbour, 'module.fax', change =>
    sendFax(
      change,
      { from, to: '+1 604 555 0187', title: '' },
      { bytes: Buffer.from('%PDF-1.7 x'), pages: 1 },
    ),
  )
  const faxGone = Promise.withResolvers<void>()
  const { carrier } = testCarrier(async one => {
    if (!ids.includes(one.id)) faxGone.resolve()
    await faxGone.promise
    // The database takes no reference with a zero in it.
    return one.id === ids[0] ? { kind: 'taken', reference: '\0' } : taken(one)
  })
  const faults: string[] = []
  expect(await carry(carrier, faults)).toMatchObject({ carried: 2, carriedLater: 1 })
  expect(faults).toHaveLength(1)
})

test('a pause that the carrier asks for is kept', async () => {
  await write()
  const { carrier } = testCarrier(() => ({ kind: 'again', fault: 'answered 429', milliseconds: 600_000 }))
  await carry(carrier)
  const [row] = await world.rows<{ seconds: number }>(
    'select extract(epoch from next_attempt_at - now())::int as seconds from sms_message',
  )
  expect(row?.seconds).toBeGreaterThan(590)
})

test('one that is refused fails with its reason and keeps no other from its way', async () => {
  const bad = await write()
  await write()
  const { carrier } = testCarrier(one =>
    one.id === bad ? { kind: 'refused', reason: 'no-such-number' } : taken(one),
  )
  expect(await carry(carrier)).toMatchObject({ carried: 1, notCarried: 1 })
  expect(await states()).toMatchObject([{ state: 'failed', reason: 'no-such-number' }, { state: 'sent' }])
})

test('a relay that died lets go: another one sends under the same key, and the late answer harms nothing', async () => {
  const id = await write()
  const [held] = await leaseDue('sms_message', 5, pool)
  expect(held?.id).toBe(id)
  const { carrier, texts } = testCarrier(taken)
  expect(await carry(carrier)).toMatchObject({ carried: 0 })
  await world.rows(`update sms_message set lease_until = now() - interval '1 second'`)
  expect(await carry(carrier)).toMatchObject({ carried: 1 })
  expect(texts.map(one => one.id)).toEqual([id])
  await markTaken('sms_message', id, 'late', pool)
  expect(await states()).toMatchObject([{ state: 'sent' }])
})

test('what waits too long fails with words for it, and a closed account sends nothing', async () => {
  await write()
  const { carrier, texts } = testCarrier(taken)
  await world.rows(`update sms_message set created_at = now() - interval '5 hours'`)
  expect(await carry(carrier)).toMatchObject({ notCarried: 1, carried: 0 })
  expect(await states()).toMatchObject([{ state: 'failed', reason: 'no-word' }])
  await write()
  await world.rows('update account set closed_at = now() where id = $1', [harbour])
  expect(await carry(carrier)).toMatchObject({ notCarried: 1 })
  expect((await states()).at(-1)).toMatchObject({ state: 'failed', reason: 'closed' })
  expect(texts).toEqual([])
})

test('without a carrier nothing is sent, and what waits too long fails', async () => {
  await write()
  expect(await carry(null)).toMatchObject({ carried: 0, waitingForCarrier: 1 })
  await world.rows(`update sms_message set created_at = now() - interval '5 hours'`)
  expect(await carry(null)).toMatchObject({ notCarried: 1, waitingForCarrier: 0 })
})
