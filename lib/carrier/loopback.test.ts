import { expect, test } from 'vitest'
import type { CarrierAnswer } from './carrier.ts'
import { loopbackCarrier } from './loopback.ts'
import { readMessage } from './message.ts'

const told: { events: readonly unknown[]; wait: number }[] = []
const carrier = loopbackCarrier(
  (events, { wait }) => void told.push({ events, wait }),
  () => new Date('2026-11-24T14:00:00Z'),
)
const to = (ending: string, id = `0b2f6a34-9f6e-4f0e-8a51-0e5b7c9a1d${ending}`) => ({
  id,
  provider: 'northwind',
  account: 'harbour-dental',
  from: '+16045550123',
  to: `+160455501${ending}`,
})
const events = () =>
  told.splice(0).flatMap(({ events: all }) => readMessage(JSON.stringify({ events: all })) ?? [])

test('a text message is delivered, and answered with what it said', async () => {
  const one = { ...to('99'), text: 'Hello there' }
  expect(await carrier.sendText(one)).toMatchObject({ kind: 'taken' })
  expect(told.map(({ wait }) => wait)).toEqual([700, 2500])
  expect(events()).toMatchObject([
    { event: { type: 'message-state', recordId: one.id, state: 'delivered' } },
    { event: { type: 'message', number: '+16045550123', from: one.to, text: '👍 “Hello there”' } },
  ])
})

test.each<[string, CarrierAnswer['kind'], readonly string[]]>([
  ['00', 'refused', []],
  ['01', 'taken', ['failed unreachable']],
  ['02', 'taken', []],
  ['04', 'taken', ['failed busy']],
])('a number that ends in %s shows what can happen', async (ending, kind, words) => {
  expect(await carrier.sendText({ ...to(ending), text: 'x' })).toMatchObject({ kind })
  const said = events().map(one =>
    'event' in one && 'state' in one.event ? `${one.event.state} ${one.event.reason}` : '?',
  )
  expect(said).toEqual(words)
})

test('one that ends in 03 is taken at the second try', async () => {
  const one = { ...to('03'), text: 'x' }
  expect(await carrier.sendText(one)).toMatchObject({ kind: 'again' })
  expect(await carrier.sendText(one)).toMatchObject({ kind: 'taken' })
  told.length = 0
})

test('a fax is delivered page by page, and answered by nobody', async () => {
  const fax = { ...to('99'), pages: 3, document: Buffer.from('%PDF-1.7') }
  expect(await carrier.sendFax(fax)).toMatchObject({ kind: 'taken' })
  expect(events()).toMatchObject([{ event: { type: 'fax-state', state: 'delivered', pagesSent: 3 } }])
})
