import { describe, expect, test } from 'vitest'
import { originOf, parseEnvironment } from './env.ts'

const secret = 'x'.repeat(32)
const least = { DATABASE_URL: 'postgres://u@h/d', AUTH_SECRET: secret, RESEND_API_KEY: 're_1' }

function fault(more: Record<string, string | undefined>): string {
  try {
    parseEnvironment({ ...least, ...more })
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('the least that is needed, and what holds without the rest', () => {
  expect(parseEnvironment(least)).toMatchObject({
    PUBLIC_SCHEME: 'https',
    TRUSTED_PROXIES: 0,
    MAIL_RATE: 2,
    LATCHKEY_DEMO: false,
    NODE_ENV: 'production',
  })
})

test('a command whose letters wait in the outbox needs no way to send them, and else the same', () => {
  const without = { ...least, RESEND_API_KEY: undefined }
  expect(parseEnvironment(without, { lettersLater: true }).RESEND_API_KEY).toBeUndefined()
  expect(() => parseEnvironment({ ...without, AUTH_SECRET: 'short' }, { lettersLater: true })).toThrow(
    'AUTH_SECRET',
  )
})

test('an empty text is not set', () => {
  const read = parseEnvironment({
    ...least,
    CRON_SECRET: '',
    POSTGRES_URL: '',
    PUBLIC_PORT: '',
    MAIL_RATE: '',
  })
  expect([read.CRON_SECRET, read.POSTGRES_URL, read.PUBLIC_PORT, read.MAIL_RATE]).toEqual([
    undefined,
    undefined,
    undefined,
    2,
  ])
})

describe('a wrong setting stops the start with one line that names it', () => {
  test.each([
    [{ AUTH_SECRET: undefined }, 'AUTH_SECRET'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters'],
    [{ CRON_SECRET: 'x'.repeat(31) }, 'CRON_SECRET must have at least 32 characters'],
    [{ DATABASE_URL: 'mysql://u@h/d' }, 'DATABASE_URL must be an address that starts with postgres://'],
    [{ DATABASE_URL: undefined }, 'DATABASE_URL or POSTGRES_URL is needed'],
    [
      { DATABASE_URL: undefined, POSTGRES_URL: 'postgres://u@db.example/d' },
      'POSTGRES_URL must name a pooled address',
    ],
    [{ POSTGRES_PROXY: '127.0.0.1:5488' }, 'POSTGRES_PROXY leads to the database that POSTGRES_URL names'],
    [{ RESEND_BASE_URL: 'javascript:alert(1)' }, 'RESEND_BASE_URL'],
    [{ RESEND_API_KEY: undefined }, 'RESEND_API_KEY is needed outside the demo'],
    [{ PUBLIC_SCHEME: 'ftp' }, 'PUBLIC_SCHEME'],
    [{ PUBLIC_PORT: '0' }, 'PUBLIC_PORT'],
    [{ PUBLIC_PORT: '70000' }, 'PUBLIC_PORT'],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES'],
    [{ MAIL_RATE: '0' }, 'MAIL_RATE'],
    [{ LATCHKEY_DEMO: 'yes' }, 'LATCHKEY_DEMO'],
  ])('%j', (more, message) => {
    expect(fault(more)).toContain(message)
    expect(fault(more)).toMatch(/^Latchkey can't start: [^\n]+$/)
  })

  test('all that is wrong is told at once, and no value is', () => {
    const told = fault({ AUTH_SECRET: 'hunter2', CRON_SECRET: 'hunter3' })
    expect(told).toContain('AUTH_SECRET')
    expect(told).toContain('CRON_SECRET')
    expect(told).not.toContain('hunter')
  })
})

test('the demo needs no mail service, and is on only when it is told to be', () => {
  expect(parseEnvironment({ ...least, RESEND_API_KEY: undefined, LATCHKEY_DEMO: '1' }).LATCHKEY_DEMO).toBe(
    true,
  )
  expect(parseEnvironment({ ...least, LATCHKEY_DEMO: '0' }).LATCHKEY_DEMO).toBe(false)
})

test.each([
  ['https', undefined, 'https://brand.example'],
  ['http', 3000, 'http://brand.example:3000'],
] as const)('a brand’s origin over %s on port %s', (PUBLIC_SCHEME, PUBLIC_PORT, origin) => {
  expect(originOf('brand.example', { PUBLIC_SCHEME, PUBLIC_PORT })).toBe(origin)
})

const carrierKey = 'a key of 16 char'
test.each([
  [{ CARRIER_URL: 'https://carrier.example/v1' }, 'CARRIER_KEY'],
  [{ CARRIER_KEY: carrierKey }, 'CARRIER_URL'],
  [{ CARRIER_URL: 'ftp://carrier.example', CARRIER_KEY: carrierKey }, 'CARRIER_URL'],
])('a carrier that is half connected stops the start: %o', (half, named) => {
  expect(() => parseEnvironment({ ...least, ...half })).toThrow(named)
  const whole = { CARRIER_URL: 'https://carrier.example/v1', CARRIER_KEY: carrierKey }
  expect(parseEnvironment({ ...least, ...whole })).toMatchObject({
    CARRIER_KEY: carrierKey,
    MESSAGE_MONTHS: 24,
  })
})

test.each(['BACKOFFICE_KEY', 'CARRIER_KEY'])('%s has at least 16 characters', name => {
  expect(fault({ [name]: 'x'.repeat(15) })).toContain(`${name} must have at least 16 characters`)
})

describe.each([
  ['BACKOFFICE_URL', { BACKOFFICE_KEY: carrierKey }],
  ['CARRIER_URL', { CARRIER_KEY: carrierKey }],
  ['MICROSOFT_AUTHORITY', {}],
])('%s, where a key travels', (name, more) => {
  test.each([
    ['https://systems.example', 'none'],
    ['http://127.0.0.1:4000', 'none'],
    ['http://localhost:4000', 'none'],
    ['http://systems.example', `${name} must be an address that starts with https://`],
    ['http://localhost.systems.example', `${name} must be an address that starts with https://`],
    ['http://127.0.0.1@systems.example', `${name} must be an address that starts with https://`],
    ['ws://127.0.0.1', `${name} must be an address that starts with https://`],
    ['systems.example', `${name} must be an address that starts with https://`],
  ])('%s: %s', (address, told) => {
    expect(fault({ ...more, [name]: address })).toContain(told)
  })
})

test.each(['postgres://u@ep-cool-pooler.eu.example/d?sslmode=require', 'postgresql://u@localhost:5432/d'])(
  'a serverless database: %s',
  POSTGRES_URL => {
    expect(parseEnvironment({ ...least, DATABASE_URL: '', POSTGRES_URL }).POSTGRES_URL).toBe(POSTGRES_URL)
  },
)

test('beside DATABASE_URL, which comes first, POSTGRES_URL may be what a host puts there', () => {
  expect(fault({ POSTGRES_URL: 'postgres://u@db.example/d' })).toBe('none')
})

test.each([
  ['127.0.0.1:5488', 'none'],
  ['localhost:5488', 'none'],
  ['[::1]:5488', 'none'],
  ['127.0.0.1', 'POSTGRES_PROXY must be host:port on this machine'],
  ['db.example:5488', 'POSTGRES_PROXY must be host:port on this machine'],
  ['0.0.0.0:5488', 'POSTGRES_PROXY must be host:port on this machine'],
  ['127.0.0.1.db.example:5488', 'POSTGRES_PROXY must be host:port on this machine'],
  ['user@127.0.0.1:5488', 'POSTGRES_PROXY must be host:port on this machine'],
  ['127.0.0.1:5488/path', 'POSTGRES_PROXY must be host:port on this machine'],
])('a proxy to it, which is on this machine: %s', (POSTGRES_PROXY, told) => {
  expect(fault({ POSTGRES_URL: 'postgres://u@localhost/d', POSTGRES_PROXY })).toContain(told)
})

test.each(['https://login.microsoftonline.com/common', 'https://login.microsoftonline.com/'])(
  'MICROSOFT_AUTHORITY is an origin, not %s',
  MICROSOFT_AUTHORITY => {
    expect(fault({ MICROSOFT_AUTHORITY })).toContain('MICROSOFT_AUTHORITY must be the origin')
  },
)

test('without a word Microsoft is the one for everybody', () => {
  expect(parseEnvironment(least).MICROSOFT_AUTHORITY).toBe('https://login.microsoftonline.com')
})
