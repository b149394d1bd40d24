import { randomUUID } from 'node:crypto'
import { formOn, get, handOf, has, send } from '../fixtures/by-hand.ts'
import { everyGrantIsDue, openRequest } from '../fixtures/story.ts'
import { expect, mainJob, test } from '../fixtures/test.ts'

// What only an edge runtime has, and what it has not: a scheduler that calls a function, no folder, one log.

test(
  'the scheduler’s call ends what is due, and sends the letters of it',
  mainJob,
  async ({ portal, db }) => {
    await everyGrantIsDue(db)
    const called = await portal.ask('northwind', {
      path: '/cdn-cgi/handler/scheduled?cron=*+*+*+*+*',
      headers: { host: `127.0.0.1:${portal.port}` },
    })
    expect(called.status).toBe(200)
    expect(await db.value(`select count(*) from access_grant where state = 'active'`)).toBe('0')
    expect(
      await db.value(`select count(*) from letter where kind = 'grant-ended' and state = 'sent'`),
    ).not.toBe('0')
    expect(await db.value(`select count(*) from letter where state = 'queued'`)).toBe('0')
  },
)

test('an invoice is drawn with the fonts of the build', mainJob, async ({ portal, db }) => {
  const bill = await db.value<string>(
    `select i.id from invoice i join account a on a.id = i.account_id where a.slug = 'maple-logistics' limit 1`,
  )
  const hand = await handOf(db, 'billing@maple.example')
  const paper = await get(portal, hand, `/accounts/maple-logistics/settings/billing/${bill}/pdf`)
  expect(paper.status).toBe(200)
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(paper.body.startsWith('%PDF-')).toBe(true)
})

test(
  'what the portal has to tell whoever runs it is a line of JSON in the platform’s log',
  mainJob,
  async ({ portal, db }) => {
    const waiting = `/accounts/harbour-dental/settings/authorisation/requests/${await openRequest(db)}`
    const form = await formOn(portal, await handOf(db, 'owner@harbour-dental.example'), waiting, one =>
      has(one, 'duration'),
    )
    const sent = await send(portal, await handOf(db, 'admin@cedar.example'), waiting, form, {
      once: randomUUID(),
    })
    expect(sent.status).toBe(404)
    await expect.poll(portal.output).toContain('refused: not there for this person')
  },
)

test(
  'a file that is not part of the build is not there, and says so in few bytes',
  mainJob,
  async ({ portal }) => {
    const answer = await portal.ask('northwind', { path: '/_next/static/chunks/none.js' })
    expect(answer.status).toBe(404)
    expect(answer.body.length).toBeLessThan(4_000)
  },
)
