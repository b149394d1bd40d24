import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLettersBench } from '#db/mail/testing.ts'
import { settingsOn } from '#db/testing.ts'

const bench = await openLettersBench()
const cronSecret = 'the scheduler knows this and nobody else does'
const webhookSecret = `whsec_${Buffer.from('a signing secret of the tests').toString('base64')}`

// Settings are read once, so they stand before the routes are loaded.
Object.assign(process.env, {
  ...settingsOn(bench.database.url),
  CRON_SECRET: cronSecret,
  RESEND_API_KEY: 're_fake',
  RESEND_BASE_URL: bench.service.url,
  RESEND_WEBHOOK_SECRET: webhookSecret,
  MAIL_RATE: '200',
})
const cron = await import('./cron/mail/route.ts')
const webhook = await import('./webhooks/resend/route.ts')
const { relaySoon } = await import('#app/_server/relay.ts')
const { closePool } = await import('#db/driver/pool.ts')

beforeAll(() => bench.passTime())
afterAll(async () => {
  await closePool()
  await bench.close()
})

describe('the mail cron route', () => {
  const call = (headers: Record<string, string>, address = 'http://x.example/api/cron/mail') =>
    cron.GET(new Request(address, { headers }))

  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: `Bearer ${cronSecret}!` }],
    ['what an unset secret would look like', { authorization: 'Bearer undefined' }],
    ['the bare secret', { authorization: cronSecret }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('%s: 401, and nothing is sent', async (_name, headers) => {
    const before = bench.service.requests.length
    const answer = await call(headers)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(bench.service.requests).toHaveLength(before)
  })

  test('the secret in the address counts for nothing', async () => {
    expect((await call({}, `http://x.example/api/cron/mail?secret=${cronSecret}`)).status).toBe(401)
  })

  test('the scheduler: sends, and counts; twice and at once is safe', async () => {
    const ids = await bench.fill(20)
    const authorization = `Bearer ${cronSecret}`
    const answers = await Promise.all([
      call({ authorization }),
      cron.POST(new Request('http://x.example/', { method: 'POST', headers: { authorization } })),
    ])
    const counts = await Promise.all(answers.map(answer => answer.json()))
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
    expect(counts.reduce((sum, one) => sum + one.sent, 0)).toBe(20)
    expect(counts[0]).toMatchObject({ dropped: 0, again: 0, failed: 0, waiting: expect.any(Number) })
    expect(bench.service.requests.filter(request => ids.includes(request.key))).toHaveLength(20)
  })
})

describe('straight after an answer', () => {
  test('ten answers at once send each letter once, and none of them throws', async () => {
    const ids = await bench.fill(10)
    await Promise.all(Array.from({ length: 10 }, () => relaySoon()))
    expect(bench.service.requests.filter(request => ids.includes(request.key))).toHaveLength(10)
  })

  test('a letter that hangs does not hold up the next one', async () => {
    const [slow = ''] = await bench.fill(1)
    bench.service.behave(mail => (mail.key === slow ? 'hang' : 'accept'))
    const first = relaySoon()
    await expect.poll(() => bench.service.requests.some(request => request.key === slow)).toBe(true)
    const [quick = ''] = await bench.add(1)
    await Promise.race([first, relaySoon()])
    const state = await bench.row('select state from letter where id = $1', [quick])
    expect(state).toEqual({ state: 'sent' })
    expect(await bench.row('select state from letter where id = $1', [slow])).toEqual({ state: 'queued' })
    bench.service.behave(() => 'accept')
    await first
  })
})

describe('the webhook', () => {
  const post = (body: string, headers: HeadersInit) =>
    webhook.POST(new Request('http://x.example/api/webhooks/resend', { method: 'POST', body, headers }))

  function signed(body: string, id = `msg_${randomUUID()}`): Record<string, string> {
    const at = String(Math.floor(Date.now() / 1000))
    const key = Buffer.from(webhookSecret.slice('whsec_'.length), 'base64')
    const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
    return { 'svix-id': id, 'svix-timestamp': at, 'svix-signature': `v1,${mac}` }
  }

  const event = (letter: string, type = 'email.delivered') =>
    JSON.stringify({ type, created_at: '2026-11-24T12:00:00Z', data: { email_id: 'm1', tags: { letter } } })

  test('takes events alone: 405 for any other method', () => {
    expect([webhook.GET().status, webhook.PUT().status, webhook.DELETE().status]).toEqual([405, 405, 405])
    expect(webhook.GET().headers.get('allow')).toBe('POST')
  })

  test('unsigned: 401; too long: 413; neither changes anything', async () => {
    const [id = ''] = await bench.fill(1)
    expect((await post(event(id), {})).status).toBe(401)
    const huge = 'x'.repeat(300_000)
    expect((await post(huge, signed(huge))).status).toBe(413)
    expect(await bench.row('select delivery from letter')).toEqual({ delivery: null })
  })

  test('signed: kept once, however often it comes', async () => {
    const [id = ''] = await bench.fill(1)
    const body = event(id)
    const headers = signed(body)
    const outcomes: string[] = []
    for (let n = 0; n < 3; n++) outcomes.push((await (await post(body, headers)).json()).outcome)
    expect(outcomes).toEqual(['recorded', 'repeated', 'repeated'])
    expect(await bench.row('select delivery from letter')).toEqual({ delivery: 'delivered' })
  })

  test.each([
    ['a letter of somebody else', event(randomUUID()), 'unknown-letter'],
    ['an opened letter', event(randomUUID(), 'email.opened'), 'nothing-about-delivery'],
    ['something else', '{"type":"domain.updated"}', 'ignored'],
    ['another form', '{"type":"email.sent","data":[]}', 'ignored'],
  ])('%s: 200, and nothing happens', async (_name, body, outcome) => {
    const answer = await post(body, signed(body))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ outcome })
  })
})
