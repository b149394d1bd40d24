import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '#e2e/fixtures/resend.ts'
import { mostAttempts } from '#lib/mail/delivery.ts'
import { prepare } from './letter-batch.ts'
import { leaseDue } from './outbox.ts'
import { relay } from './relay.ts'
import { openLettersBench } from './testing-letters.ts'

const bench = await openLettersBench()
const { service, tools, database } = bench
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

describe('trying again', () => {
  test('waits with back-off, counts, and tells why', async () => {
    await bench.fill(1)
    service.behave(() => ({ status: 500, name: 'internal_server_error' }))
    expect(await relay({ ...tools, random: () => 0 }, budget)).toMatchObject({
      sent: 0,
      again: 1,
      waiting: 1,
    })
    const row = await bench.row(
      `select attempts, last_error, round(extract(epoch from next_attempt_at - clock_timestamp()))::int as wait,
         frozen is not null as frozen, first_attempt_at is not null as first from letter`,
    )
    expect(row).toMatchObject({
      attempts: 1,
      last_error: expect.stringContaining('internal_server_error'),
      first: true,
    })
    expect(row.wait).toBeGreaterThanOrEqual(14)
    expect(row.wait).toBeLessThanOrEqual(15)
  })

  test('a hang ends after the time-out, and holds up nobody', async () => {
    const ids = await bench.fill(12)
    const slow = ids[3] ?? ''
    service.behave(mail => (mail.key === slow ? 'hang' : 'accept'))
    expect(await relay(tools, budget)).toMatchObject({ sent: 11, again: 1 })
    expect(await bench.row('select last_error from letter where id = $1', [slow])).toEqual({
      last_error: 'no answer in time',
    })
    const others = service.requests.filter(request => ids.includes(request.key) && request.key !== slow)
    const stuck = service.requests.find(request => request.key === slow)
    expect(others.every(one => one.at < (stuck?.at ?? 0) + (tools.timeout ?? 0))).toBe(true)
  })

  test('is given up after so many attempts, without a word to the others', async () => {
    const ids = await bench.fill(5)
    const poison = ids[0] ?? ''
    service.behave(mail => (mail.key === poison ? { status: 422, name: 'validation_error' } : 'accept'))
    let runs = 0
    while ((await states()).queued && runs < 40) {
      await bench.passTime()
      await relay(tools, budget)
      runs++
    }
    expect(await states()).toEqual({ sent: 4, failed: 1 })
    expect(requestsFor([poison])).toHaveLength(mostAttempts)
    expect(await bench.row('select last_error from letter where id = $1', [poison])).toEqual({
      last_error: expect.stringMatching(/^too-many-attempts; validation_error/),
    })
  })

  test('ends 23 hours after the first try, before the key is forgotten', async () => {
    const [id = ''] = await bench.fill(1)
    service.behave(() => 'break')
    await relay(tools, budget)
    await bench.rows(`update letter set first_attempt_at = clock_timestamp() - interval '23 hours'`)
    await bench.passTime()
    expect(await relay(tools, budget)).toMatchObject({ failed: 1, sent: 0 })
    expect(requestsFor([id])).toHaveLength(1)
  })

  test('a key that was used for another body is not tried again', async () => {
    const [id = ''] = await bench.fill(1)
    service.behave(() => ({ status: 409, name: 'invalid_idempotent_request' }))
    expect(await relay(tools, budget)).toMatchObject({ failed: 1 })
    expect(requestsFor([id])).toHaveLength(1)
  })
})

describe('how fast', () => {
  test('429: every server waits as long as it was told, and the try does not count', async () => {
    const [first = ''] = await bench.fill(1)
    service.behave(mail =>
      mail.key === first ? { status: 429, name: 'rate_limit_exceeded', retryAfter: 1 } : 'accept',
    )
    await relay(tools, budget)
    expect(await bench.rows('select attempts, state from letter')).toEqual([{ attempts: 0, state: 'queued' }])
    const others = await bench.add(3)
    await Promise.all([relay(tools, budget), relay(tools, budget)])
    const [told] = requestsFor([first])
    const later = requestsFor(others).map(request => request.at)
    expect(later).toHaveLength(3)
    expect(Math.min(...later)).toBeGreaterThanOrEqual((told?.at ?? 0) + 950)
  })

  test('429: what the same relay had still in hand is put back', async () => {
    const ids = await bench.fill(5)
    service.behave(() => ({ status: 429, name: 'rate_limit_exceeded', retryAfter: 60 }))
    expect(await relay({ ...tools, rate: 5 }, budget)).toMatchObject({ sent: 0, again: 5, waiting: 5 })
    expect(requestsFor(ids)).toHaveLength(1)
    expect(await bench.rows('select distinct attempts, lease_until from letter')).toEqual([
      { attempts: 0, lease_until: null },
    ])
  })

  test('two relays together keep to the rate', async () => {
    const ids = await bench.fill(16)
    const slow = { ...tools, rate: 10 }
    await Promise.all([relay(slow, budget), relay(slow, budget)])
    const moments = requestsFor(ids)
      .map(request => request.at)
      .sort((a, b) => a - b)
    expect(moments).toHaveLength(16)
    const span = (moments.at(-1) ?? 0) - (moments[0] ?? 0)
    expect(span).toBeGreaterThanOrEqual(1_400)
  })

  test('a budget that is over leaves the rest to the next relay', async () => {
    await bench.fill(30)
    const counts = await relay({ ...tools, rate: 5 }, 600)
    expect(counts.sent).toBeGreaterThan(0)
    expect(counts.sent).toBeLessThan(10)
    expect(counts.waiting).toBe(30 - counts.sent)
  })

  test('what lets people in goes first', async () => {
    const ids = await bench.fill(6)
    const urgent = ids[5] ?? ''
    await bench.rows('update letter set priority = 0 where id = $1', [urgent])
    await relay({ ...tools, rate: 20 }, budget)
    expect(requestsFor(ids)[0]?.key).toBe(urgent)
  })
})

test('a database that goes away in the middle is reported, and nothing of it is lost', async () => {
  await bench.fill(3)
  const gone = {
    ...tools,
    sender: {
      send: () =>
        bench
          .rows(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          )
          .then(() => ({ kind: 'failed' as const, reason: 'x' })),
    },
  }
  await relay(gone, budget).catch(() => undefined)
  await bench.passTime()
  expect(await relay(tools, budget)).toMatchObject({ sent: 3, waiting: 0 })
})
