import { randomUUID } from 'node:crypto'
import { bareWords } from '#app/_server/bare-words.ts'
import { words as signInWords } from '#app/sign-in/words.ts'
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
  ])
  expect([big.status, big.headers.connection]).toEqual([413, 'close'])
  expect(big.body).toContain(bareWords.en['too-large'].text)
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
  expect(statusIn(heads)).toBe(431)
  // Nobody knows whose browser this is: its headers could not be read.
  for (const language of ['en', 'fr'] as const)
    expect(heads).toContain(bareWords[language]['head-too-large'].title)
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

const refusals = [
  ['without its length', 411, 'no-length', ['Transfer-Encoding: chunked']],
  ['too large', 413, 'too-large', ['Content-Length: 50000000']],
  ['none of ours', 400, 'not-a-form', ['Content-Length: 0']],
] as const

for (const [what, status, fault, headers] of refusals)
  test(`a form that is ${what} is refused at once in its reader’s language`, async ({ portal }) => {
    const said = async (host: string, more: readonly string[] = []) =>
      raw(portal.port, [
        'POST /sign-in HTTP/1.1',
        `Host: ${host}:${portal.port}`,
        `Origin: http://${host}:${portal.port}`,
        'Connection: close',
        ...headers,
        ...more,
      ])
    const answers = [
      ['en', await said('northwind.localhost', ['Accept-Language: fr-CA'])],
      ['fr', await said('boreal.localhost', ['Accept-Language: en-CA'])],
      ['fr', await said('northwind.localhost', ['Cookie: latchkey-language=fr'])],
    ] as const
    for (const [language, answer] of answers) {
      expect(statusIn(answer)).toBe(status)
      expect(answer).toContain(bareWords[language][fault].title)
      expect(answer).not.toContain(bareWords[language === 'en' ? 'fr' : 'en'][fault].title)
    }
  })

test('a host that nobody has is said so in the language of the browser', async ({ portal }) => {
  const at = async (asked: string) =>
    (
      await portal.ask('northwind', {
        path: '/',
        headers: { host: 'unknown.localhost', 'accept-language': asked },
      })
    ).body
  expect(await at('fr-FR, en;q=0.5')).toContain(bareWords.fr['no-portal'].title)
  expect(await at('en-GB')).toContain(bareWords.en['no-portal'].title)
  for (const language of ['en', 'fr'] as const)
    expect(await at('de')).toContain(bareWords[language]['no-portal'].title)
})

test('a form too large for the portal is told so in its place, and keeps what was typed', async ({
  portal,
  openBrowser,
}) => {
  const page = await openBrowser({ brand: 'boreal' })
  await page.goto('/sign-in')
  // As if somebody had typed all that: a browser takes a minute to draw it.
  await page.route('**/sign-in', async route => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    const { host } = new URL(request.url())
    const sent = {
      url: request.url().replace(host, `127.0.0.1:${portal.port}`),
      headers: { ...(await request.allHeaders()), host },
      postData: 'x'.repeat(1_200_000),
    }
    await route.fulfill({ response: await route.fetch(sent) })
  })
  const email = page.getByLabel(signInWords.fr.email)
  await email.fill(owner)
  await page.getByRole('button', { name: signInWords.fr.signIn, exact: true }).click()
  await expect(page.getByText(bareWords.fr['too-large'].text)).toBeVisible()
  await expect(email).toHaveValue(owner)
})
