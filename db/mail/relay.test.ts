import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mostAttempts } from '#lib/mail/delivery.ts'
import { relay } from './relay.ts'
import { openLettersBench, quickRender } from './testing.ts'

const bench = await openLettersBench()
const { service } = bench
const tools = { ...bench.tools, render: quickRender }
afterAll(() => bench.close())

const budget = 20_000

beforeEach(async () => {
  service.behave(() => 'accept')
  await bench.passTime()
})

const requestsFor = (ids: readonly string[]) => service.requests.filter(request => ids.includes(request.key))
const states = async () =>
  Object.fromEntries(
    (await bench.rows('select state, count(*)::int as n from letter group by state')).map(row => [
      row.state,
      row.n,
    ]),
  )

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
    // From before the first leaves to when the last has arrived: a slow machine can only make it longer.
    const began = performance.now()
    await Promise.all([relay(slow, budget), relay(slow, budget)])
    const moments = requestsFor(ids).map(request => request.at)
    expect(moments).toHaveLength(16)
    expect(Math.max(...moments) - began).toBeGreaterThanOrEqual(1_400)
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
