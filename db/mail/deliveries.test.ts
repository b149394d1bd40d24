import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeliveryReport, recordDelivery } from './deliveries.ts'
import { relay } from './relay.ts'
import { openLettersBench } from './testing.ts'

const bench = await openLettersBench()
afterAll(() => bench.close())
const { pool } = bench.database

let letterId = ''
let mailServiceId = ''

beforeEach(async () => {
  await bench.passTime()
  letterId = (await bench.fill(1))[0] ?? ''
  await relay(bench.tools, 5_000)
  mailServiceId = String((await bench.row('select mail_service_id from letter')).mail_service_id)
})

const report = (type: string, more: Partial<DeliveryReport> = {}): DeliveryReport => ({
  eventId: randomUUID(),
  letterId,
  mailServiceId,
  type,
  reason: '',
  at: new Date('2026-11-24T12:00:00Z'),
  ...more,
})
const known = () => bench.row('select delivery, delivery_reason as reason from letter')

test('a delivery is kept, and stands on the letter', async () => {
  expect(await recordDelivery(report('email.delivered'), pool)).toBe('recorded')
  expect(await known()).toEqual({ delivery: 'delivered', reason: null })
})

test('a bounce tells why', async () => {
  await recordDelivery(report('email.bounced', { reason: 'Permanent: mailbox not found' }), pool)
  expect(await known()).toEqual({ delivery: 'bounced', reason: 'Permanent: mailbox not found' })
})

test('the same event ten times, at once, counts once', async () => {
  const same = report('email.delivered')
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => recordDelivery(same, pool)))
  expect(outcomes.filter(outcome => outcome === 'recorded')).toHaveLength(1)
  expect(outcomes.filter(outcome => outcome === 'repeated')).toHaveLength(9)
  expect(await bench.rows('select 1 from delivery_event where id = $1', [same.eventId])).toHaveLength(1)
})

describe.each([
  [['email.bounced', 'email.delivered'], 'bounced'],
  [['email.delivered', 'email.delivery_delayed'], 'delivered'],
  [['email.complained', 'email.bounced', 'email.delivered'], 'complained'],
  [['email.delivery_delayed', 'email.delivered'], 'delivered'],
])('%j', (types, end) => {
  test(`ends as ${end}`, async () => {
    for (const type of types) await recordDelivery(report(type), pool)
    expect(await known()).toMatchObject({ delivery: end })
  })
})

test('a report is known by the mail service’s id alone, and by the letter’s alone', async () => {
  expect(await recordDelivery(report('email.delivered', { letterId: null }), pool)).toBe('recorded')
  const early = report('email.bounced', { mailServiceId: 'not stored yet' })
  expect(await recordDelivery(early, pool)).toBe('recorded')
})

test('unknown letters and other events change nothing', async () => {
  const stranger = report('email.delivered', { letterId: randomUUID(), mailServiceId: randomUUID() })
  expect(await recordDelivery(stranger, pool)).toBe('unknown-letter')
  expect(await recordDelivery(report('email.opened'), pool)).toBe('nothing-about-delivery')
  expect(await known()).toEqual({ delivery: null, reason: null })
})
