import { randomUUID } from 'node:crypto'
import { formOn, get, handOf, has, nobody, post } from './fixtures/by-hand.ts'
import { filled } from './fixtures/forms.ts'
import { raw, statusIn } from './fixtures/raw.ts'
import { openRequest } from './fixtures/story.ts'
import { expect, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const list = '/accounts/harbour-dental/settings/authorisation'

test('a body that is no form of ours is refused with 400, whatever it is dressed as', async ({
  portal,
  db,
}) => {
  const approver = await handOf(db, owner)
  const before = await db.digest()
  const part = (name: string, value: string) =>
    `--zz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const reference = JSON.stringify({ id: 'f'.repeat(42), bound: '$@1' })
  const start = part('$ACTION_REF_1', '') + part('$ACTION_1:0', reference)
  const states = [
    '[',
    '[]',
    '["$F1"]',
    '["$B1"]',
    '[{"status":"done","x":"$F1"}]',
    '[{"status":"done","message":"$Q1"}]',
  ]
  const bodies: readonly (readonly [type: string, body: string])[] = [
    ['multipart/form-data; boundary=zz', 'garbage'],
    ['multipart/form-data; boundary=zz', '--zz\r\nContent-Disposition: form-data; name="a'],
    ['multipart/form-data', `${start}--zz--`],
    ['multipart/form-data; boundary=zz', `${start}--zz--\r\n`],
    ['multipart/form-data; boundary=zz', `${part('$ACTION_1:1', '[{"status":"idle"}]')}--zz--\r\n`],
    ['application/x-www-form-urlencoded', '$ACTION_REF_1=&once=1'],
    ['application/json', '{}'],
    ['text/plain', '[]'],
    ['text/x-component', '0:[]'],
    ['', ''],
    ...states.map(
      state =>
        ['multipart/form-data; boundary=zz', `${start}${part('$ACTION_1:1', state)}--zz--\r\n`] as const,
    ),
  ]
  let tries = 0
  for (const hand of [nobody, approver])
    for (const path of ['/sign-in', '/profile', '/accounts/harbour-dental', '/nothing-here'])
      for (const [type, body] of bodies) {
        const answer = await portal.ask('northwind', {
          path,
          method: 'POST',
          headers: {
            cookie: hand.cookie,
            origin: portal.url('northwind', ''),
            ...(type && { 'content-type': type }),
            'content-length': String(Buffer.byteLength(body)),
          },
          body,
        })
        tries += 1
        expect(answer.status, `${path} ${type} ${body}`).toBe(400)
      }
  expect(await db.digest()).toBe(before)
  console.log(`bodies that are no form: ${tries} tries, 0 failures`)
})

test('what is too big is refused, and the portal stays well', async ({ portal, db }) => {
  const approver = await handOf(db, owner)
  const before = await db.digest()
  const path = `${list}/requests/${await openRequest(db)}`
  const form = await formOn(portal, approver, path, one => has(one, 'duration'))
  const big = await post(portal, approver, path, [
    ...filled(form, { once: randomUUID() }),
    ['reason', 'x'.repeat(5_000_000)],
  ]).catch(() => null)
  expect([400, 413], `a body too big answered ${big?.status}`).toContain(big?.status ?? 413)
  const host = `northwind.localhost:${portal.port}`
  const endless = await raw(portal.port, [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: http://${host}`,
    'Transfer-Encoding: chunked',
    'Content-Type: multipart/form-data; boundary=x',
    'Connection: close',
    '',
    '0',
  ])
  expect(statusIn(endless)).toBe(411)
  const heads = await raw(portal.port, [
    'GET /sign-in HTTP/1.1',
    `Host: ${host}`,
    `X-Long: ${'x'.repeat(200_000)}`,
    'Connection: close',
  ])
  expect([0, 400, 431]).toContain(statusIn(heads))
  const cookie = await get(
    portal,
    { brand: 'northwind', cookie: `latchkey-session=${'x'.repeat(6_000)}` },
    '/profile',
  )
  expect(cookie.status).toBe(303)
  const address = await get(portal, nobody, `/sign-in?next=/${'x'.repeat(6_000)}`)
  expect(address.status).toBe(200)
  expect(await db.digest()).toBe(before)
  expect((await portal.ask('northwind', { path: '/api/health' })).status).toBe(200)
})
