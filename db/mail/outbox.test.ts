import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '#e2e/fixtures/resend.ts'
import { prepare } from './batch.ts'
import { leaseDue } from './outbox.ts'
import { relay } from './relay.ts'
import { openLettersBench, quickRender } from './testing.ts'

const bench = await openLettersBench()
const { service, database } = bench
const tools = { ...bench.tools, render: quickRender }
afterAll(() => bench.close())

const budget = 20_000

beforeEach(async () => {
  service.behave(() => 'accept')
  await bench.passTime()
})

const requestsFor = (ids: readonly string[]) => service.requests.filter(request => ids.includes(request.key))
const mailsFor = (ids: readonly string[]) => service.mails.filter(mail => ids.includes(mail.key))
const states = async () =>
  Object.fromEntries(
    (await bench.rows('select state, count(*)::int as n from letter group by state')).map(row => [
      row.state,
      row.n,
    ]),
  )

describe('nothing lost, nothing doubled', () => {
  test('whatever the mail service does, with two relays at once', async () => {
    const ids = await bench.fill(60)
    const faults: readonly Behaviour[] = [
      { status: 500, name: 'internal_server_error' },
      { status: 429, name: 'rate_limit_exceeded', retryAfter: 0 },
      { status: 503, name: 'application_error' },
      'hang',
      'break',
      'accept-and-lose-reply',
    ]
    // Each letter meets up to four faults, another mix for each; then the service is well.
    service.behave((mail, n) => {
      const seed = Number.parseInt(mail.key.slice(0, 6), 16) + n * 7
      return n <= (seed % 5) - 1 || n === 1 ? (faults[seed % faults.length] ?? 'accept') : 'accept'
    })
    for (let round = 0; round < 12 && (await states()).queued; round++) {
      await bench.passTime()
      await Promise.all([relay(tools, budget), relay(tools, budget)])
    }
    expect(await states()).toEqual({ sent: 60 })
    const mails = mailsFor(ids)
    expect(new Set(mails.map(mail => mail.key)).size).toBe(60)
    expect(mails).toHaveLength(60)
    const known = await bench.rows('select id, mail_service_id from letter order by id')
    const taken = mails.map(mail => ({ id: mail.key, mail_service_id: mail.id }))
    expect(known).toEqual(taken.sort((a, b) => a.id.localeCompare(b.id)))
    console.log(`60 letters, ${requestsFor(ids).length} tries, 0 lost, 0 doubled`)
  })

  test('two relays at once send each letter by one request', async () => {
    const ids = await bench.fill(120)
    const counts = await Promise.all([relay(tools, budget), relay(tools, budget), relay(tools, budget)])
    expect(counts.reduce((sum, one) => sum + one.sent, 0)).toBe(120)
    expect(requestsFor(ids)).toHaveLength(120)
    expect(mailsFor(ids)).toHaveLength(120)
  })

  test('killed between sending and marking: the same key again, one letter', async () => {
    const [id = ''] = await bench.fill(1)
    const lease = await leaseDue(1, database.pool)
    for (const { next } of await prepare(tools, lease.letters)) {
      if (next.kind === 'send') await tools.sender.send(next.outgoing, AbortSignal.timeout(1000))
    }
    // Here the process dies. Nobody else sends while its lease lasts.
    expect(await relay(tools, budget)).toMatchObject({ sent: 0, waiting: 1 })
    await bench.passTime()
    expect(await relay(tools, budget)).toMatchObject({ sent: 1, waiting: 0 })
    expect(requestsFor([id])).toHaveLength(2)
    expect(mailsFor([id])).toHaveLength(1)
  })

  test('killed between leasing and sending: sent by the next relay', async () => {
    const [id = ''] = await bench.fill(1)
    await prepare(tools, (await leaseDue(1, database.pool)).letters)
    await bench.passTime()
    expect(await relay(tools, budget)).toMatchObject({ sent: 1 })
    expect(requestsFor([id])).toHaveLength(1)
  })

  test('who lost the lease sends nothing and writes nothing', async () => {
    await bench.fill(1)
    const old = await leaseDue(1, database.pool)
    await bench.passTime()
    const newer = await leaseDue(1, database.pool)
    expect(await prepare(tools, old.letters)).toEqual([])
    expect(await prepare(tools, newer.letters)).toHaveLength(1)
  })

  test('a later try sends the same bytes, though time and facts have moved on', async () => {
    const [id = ''] = await bench.fill(1)
    service.behave((_mail, n) => (n === 1 ? 'accept-and-lose-reply' : 'accept'))
    await relay(tools, budget)
    await bench.rows(
      `update person set name = 'Harriet Renamed' where email = 'owner@harbour-dental.example'`,
    )
    await bench.passTime()
    // Another body under the same key would be refused, and the letter would be given up.
    expect(await relay(tools, budget)).toMatchObject({ sent: 1, failed: 0 })
    expect(mailsFor([id])).toHaveLength(1)
  })
})
