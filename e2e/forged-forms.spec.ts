import { randomUUID } from 'node:crypto'
import { fieldWords } from '#lib/form-fields.ts'
import { formOn, type Hand, handOf, has, nobody, post, type Values } from './fixtures/by-hand.ts'
import { filled, multipart, type RenderedForm } from './fixtures/forms.ts'
import { openRequest } from './fixtures/story.ts'
import { type Database, expect, type PortalUnderTest, test } from './fixtures/test.ts'

const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'
const list = '/accounts/harbour-dental/settings/authorisation'

interface Sample {
  readonly name: string
  readonly hand: Hand
  readonly path: string
  readonly form: RenderedForm
  readonly values: Values
}

/** One form of each sort, as somebody who may gets it, with values that would be taken. */
async function samples(portal: PortalUnderTest, db: Database): Promise<readonly Sample[]> {
  const [approver, technician] = [await handOf(db, owner), await handOf(db, tech)]
  const request = `${list}/requests/${await openRequest(db)}`
  const ask = '/partner/brightline-it/requests/new'
  const general = '/accounts/harbour-dental/settings/general/edit'
  const service = await db.value<string>(
    `select s.id from service s join account a on a.id = s.account_id where a.slug = 'harbour-dental' and s.kind = 'number' limit 1`,
  )
  const services = `/accounts/harbour-dental/settings/services/${service}`
  return [
    {
      name: 'approve',
      hand: approver,
      path: request,
      form: await formOn(portal, approver, request, form => has(form, 'duration')),
      values: {},
    },
    {
      name: 'decline',
      hand: approver,
      path: request,
      form: await formOn(portal, approver, request, form => has(form, 'reason')),
      values: { reason: 'No.' },
    },
    {
      name: 'ask for access',
      hand: technician,
      path: ask,
      form: await formOn(portal, technician, ask, form => has(form, 'ticket')),
      values: { account: 'maple-logistics', reason: 'The phones ring twice.' },
    },
    {
      name: 'details of the account',
      hand: approver,
      path: general,
      form: await formOn(portal, approver, general, form => has(form, 'legalName')),
      values: { city: 'Elsewhere' },
    },
    {
      name: 'service',
      hand: approver,
      path: services,
      form: await formOn(portal, approver, services, form => has(form, 'service')),
      values: { label: 'Another label' },
    },
    {
      name: 'profile',
      hand: approver,
      path: '/profile',
      form: await formOn(portal, approver, '/profile', form => has(form, 'timeZone')),
      values: { name: 'Another Name' },
    },
  ]
}

const fieldsOf = ({ form, values }: Sample, more: Values = {}) =>
  filled(form, { ...values, once: randomUUID(), ...more })

const unknown: readonly string[] = [
  'role',
  'roles',
  'account_id',
  'accountId',
  'providerId',
  'provider_id',
  'state',
  'status',
  'startsAt',
  'ends_at',
  'expires_at',
  'brand_id',
  'is_owner',
  'designation',
  'approvedBy',
  'version',
  '__proto__',
  'constructor',
  'toString',
  'name[]',
  'account.id',
  '',
]

test('a field that the form does not have is a refusal, whatever it is called', async ({ portal, db }) => {
  const before = await db.digest()
  let tries = 0
  for (const sample of await samples(portal, db)) {
    for (const name of unknown) {
      if (sample.form.fields.some(field => field[0] === name)) continue
      const answer = await post(portal, sample.hand, sample.path, [
        ...fieldsOf(sample),
        [name, 'account-owner'],
      ])
      tries += 1
      expect(answer.status, `${sample.name} with ${name}`).toBe(200)
      expect(answer.body, `${sample.name} with ${name}`).toContain(fieldWords.en.unusable)
    }
  }
  expect(await db.digest()).toBe(before)
  console.log(`unknown fields: ${tries} tries, 0 failures`)
})

test('a field twice, a file in place of a text, a form too many fields long: refused', async ({
  portal,
  db,
}) => {
  const before = await db.digest()
  let tries = 0
  const refused = async (sample: Sample, what: string, fields: readonly (readonly [string, string])[]) => {
    const answer = await post(portal, sample.hand, sample.path, fields)
    tries += 1
    expect(answer.status, `${sample.name}: ${what}`).toBe(200)
    expect(answer.body, `${sample.name}: ${what}`).toMatch(
      /can’t be used as it was sent|Please look at what is marked/,
    )
  }
  for (const sample of await samples(portal, db)) {
    for (const [name, value] of sample.form.fields) {
      if (name.startsWith('$ACTION')) continue
      await refused(sample, `${name} twice`, [...fieldsOf(sample), [name, value || 'x']])
    }
    await refused(sample, '300 fields', [
      ...fieldsOf(sample),
      ...Array.from({ length: 300 }, (_, i) => [`x${i}`, 'x'] as const),
    ])
    const { body, headers } = multipart(fieldsOf(sample, { once: null }))
    const file =
      'Content-Disposition: form-data; name="once"; filename="once.txt"\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const boundary = /boundary=(.+)$/.exec(headers['content-type'])?.[1]
    const answer = await portal.ask(sample.hand.brand, {
      path: sample.path,
      method: 'POST',
      headers: { cookie: sample.hand.cookie, origin: portal.url(sample.hand.brand, ''), ...headers },
      body: `--${boundary}\r\n${file}${body}`,
    })
    tries += 1
    expect(answer.status, `${sample.name}: a file`).toBe(400)
  }
  expect(await db.digest()).toBe(before)
  console.log(`doubled fields, files and floods: ${tries} tries, 0 failures`)
})

const odd: readonly string[] = [
  '',
  ' ',
  '0',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  '[object Object]',
  '{"$gt":""}',
  '["a","b"]',
  "'; drop table account; --",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'F47AC10B-58CC-4372-A567-0E02B2C3D479',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '00000000-0000-0000-0000-000000000000',
  'a\u0000b',
  'a\u202Eb',
  'a\u200Bb',
  '\uFEFF',
  'x'.repeat(10_000),
  'x'.repeat(30_000),
  '🔑'.repeat(500),
  '9'.repeat(400),
  '9999-99-99',
  '2026-02-30',
  'until:2026-01-01',
  'À'.normalize('NFD').repeat(50),
]

test('every field with every odd value: an answer, never a fault', async ({ portal, db }, info) => {
  info.setTimeout(600_000)
  let tries = 0
  const wrong: string[] = []
  for (const sample of await samples(portal, db)) {
    const names = new Set(
      sample.form.fields.map(([name]) => name).filter(name => !name.startsWith('$ACTION')),
    )
    for (const name of names) {
      for (const value of odd) {
        const answer = await post(portal, sample.hand, sample.path, fieldsOf(sample, { [name]: value }))
        tries += 1
        const shown = JSON.stringify(value.slice(0, 30))
        if (![200, 303, 404].includes(answer.status))
          wrong.push(`${sample.name}: ${name} = ${shown} → ${answer.status}`)
        if (answer.body.includes('<script>alert(1)'))
          wrong.push(`${sample.name}: ${name} = ${shown} is written as it came`)
      }
    }
  }
  // Some of these are fine as texts; nothing of them may have given access, or anything to anybody else.
  expect(await db.value(`select count(*) from access_grant where state <> 'expired'`)).toMatch(/^[12]$/)
  expect(wrong).toEqual([])
  console.log(`odd values: ${tries} tries, 0 failures`)
})

test('a form from anywhere but this portal’s own pages is refused with 403, before anything is read of it', async ({
  portal,
  db,
}) => {
  const before = await db.digest()
  const origins: readonly Record<string, string>[] = [
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: portal.url('southern', '') },
    { origin: portal.url('boreal', '') },
    { origin: portal.url('northwind', '').replace('http:', 'https:') },
    { origin: `${portal.url('northwind', '')}.evil.example` },
    { origin: portal.url('northwind', '').replace(/:\d+$/, '') },
    { origin: portal.url('northwind', '/') },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://evil.example', referer: portal.url('northwind', '/profile') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]
  let tries = 0
  for (const sample of await samples(portal, db)) {
    for (const headers of origins) {
      const answer = await post(portal, sample.hand, sample.path, fieldsOf(sample), headers)
      tries += 1
      expect(answer.status, `${sample.name} ${JSON.stringify(headers)}`).toBe(403)
    }
    const { body, headers } = multipart(fieldsOf(sample))
    const bare = await portal.ask('northwind', {
      path: sample.path,
      method: 'POST',
      headers: { cookie: sample.hand.cookie, ...headers },
      body,
    })
    expect(bare.status, `${sample.name} with no Origin`).toBe(403)
    const forged = await portal.ask('northwind', {
      path: sample.path,
      method: 'POST',
      headers: {
        cookie: sample.hand.cookie,
        host: 'evil.example',
        origin: 'http://evil.example',
        ...headers,
      },
      body,
    })
    expect(forged.status, `${sample.name} with a forged Host`).toBe(421)
    tries += 2
  }
  expect(await db.digest()).toBe(before)
  console.log(`foreign origins: ${tries} tries, 0 failures`)
})

test('an action posted by hand, with JavaScript’s own protocol, is held to the same', async ({
  portal,
  db,
}) => {
  const request = await openRequest(db)
  const approver = await handOf(db, owner)
  const form = await formOn(portal, approver, `${list}/requests/${request}`, one => has(one, 'duration'))
  const id = form.fields
    .map(([name, value]) => `${name}${value}`)
    .join()
    .match(/[0-9a-f]{42}/)?.[0]
  expect(id).toBeDefined()
  const before = await db.digest()
  const stranger = await handOf(db, 'admin@cedar.example')
  const account = await db.id('account', 'harbour-dental')
  const call = (
    hand: Hand,
    path: string,
    action: string,
    body: string,
    headers: Record<string, string> = {},
  ) =>
    portal.ask(hand.brand, {
      path,
      method: 'POST',
      headers: {
        cookie: hand.cookie,
        origin: portal.url(hand.brand, ''),
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        ...headers,
      },
      body,
    })
  const bodies = [
    '[]',
    '[{"status":"idle"},{}]',
    `[{"status":"idle"},{"account":"${account}","request":"${request}"}]`,
    '[{"status":"idle"},"$K1"]',
    '["$F1"]',
    '[{"__proto__":{"x":1}}]',
    'null',
    '',
    '{',
    '[[[[[[[[[[]]]]]]]]]]',
  ]
  let tries = 0
  const wrong: string[] = []
  for (const hand of [nobody, stranger, approver]) {
    for (const path of ['/sign-in', '/profile', '/accounts/harbour-dental', '/nothing-here']) {
      for (const body of bodies) {
        const answer = await call(hand, path, String(id), body)
        tries += 1
        if (answer.status >= 500) wrong.push(`${path} ${body}: ${answer.status}`)
        if (answer.body.includes('Harriet') && hand !== approver)
          wrong.push(`${path} ${body} told of somebody`)
      }
      for (const action of ['0'.repeat(42), 'x', '', 'constructor', 'f'.repeat(42)]) {
        const answer = await call(hand, path, action, '[]')
        tries += 1
        if (answer.status >= 500) wrong.push(`unknown action ${action} on ${path}: ${answer.status}`)
      }
    }
  }
  expect(await db.digest(), 'nothing was done').toBe(before)
  expect(wrong).toEqual([])
  console.log(`actions by hand: ${tries} tries, 0 failures`)
})
