import { everyGrantIsDue } from './fixtures/story.ts'
import { expect, mainJob, mainJobAndShared, test } from './fixtures/test.ts'

const jobs = ['/api/cron/grants', '/api/cron/mail']

test('health answers on any host, and says no more than it must', async ({ portal }) => {
  for (const host of ['northwind.localhost', 'unknown.localhost', '127.0.0.1']) {
    const answer = await portal.ask('northwind', { path: '/api/health', headers: { host } })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ status: 'ok' })
  }
})

test('a cron route opens to its secret alone, in the header alone', mainJob, async ({ portal }) => {
  const secret = portal.cronSecret
  const wrong: readonly Record<string, string>[] = [
    {},
    { authorization: 'Bearer undefined' },
    { authorization: 'Bearer ' },
    { authorization: secret },
    { authorization: `Basic ${secret}` },
    { authorization: `Bearer ${secret}x` },
    { authorization: `Bearer ${secret.slice(0, -1)}` },
    { authorization: `Bearer ${secret.toUpperCase()}` },
    { cookie: `authorization=Bearer ${secret}` },
  ]
  for (const job of jobs) {
    for (const method of ['GET', 'POST']) {
      for (const headers of wrong) {
        const answer = await portal.ask('northwind', { path: job, method, headers })
        expect(answer.status, `${method} ${job} ${JSON.stringify(headers)}`).toBe(401)
      }
      const inQuery = await portal.ask('northwind', {
        path: `${job}?secret=${secret}&token=${secret}`,
        method,
      })
      expect(inQuery.status).toBe(401)
      const right = await portal.ask('northwind', {
        path: job,
        method,
        headers: { authorization: `Bearer ${secret}` },
      })
      expect(right.status, `${method} ${job}`).toBe(200)
      expect(right.headers['content-type']).toContain('json')
    }
  }
})

test('cron twice and at once does everything once', mainJobAndShared, async ({ portal, db }) => {
  await everyGrantIsDue(db)
  await Promise.all([portal.cron('grants'), portal.cron('grants'), portal.cron('mail')])
  await portal.cron('grants')
  const told = await db.value<string>(
    `select count(*) from event where action = 'grant.expired' and account_id = $1`,
    [await db.id('account', 'maple-logistics')],
  )
  expect(told).toBe('1')
  expect(await db.value(`select count(*) from access_grant where state = 'active'`)).toBe('0')
})

test.describe('without a secret in the settings', () => {
  test.use({
    portalChoices: { settings: { CRON_SECRET: '', RESEND_WEBHOOK_SECRET: '', CARRIER_WEBHOOK_SECRET: '' } },
  })

  test('the machine routes are off', async ({ portal }) => {
    for (const path of [...jobs, '/api/webhooks/resend', '/api/webhooks/carrier']) {
      for (const headers of [{}, { authorization: 'Bearer undefined' }, { authorization: 'Bearer ' }]) {
        expect((await portal.ask('northwind', { path, method: 'POST', headers })).status).toBe(404)
      }
    }
  })
})
