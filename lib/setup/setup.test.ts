import { describe, expect, test } from 'vitest'
import { plainAccent } from '#lib/branding/brand.ts'
import { checkSetup, type SetupField, setupFault, setupFields, setupQuestions } from './setup.ts'

const given = {
  name: 'Érable Télécom',
  host: 'portail.erable.example',
  'admin-name': 'Ana Roy',
  'admin-email': 'ana@erable.example',
  'support-email': 'aide@erable.example',
  'sender-address': 'portail@erable.example',
} as const

test('what is left out takes its default', () => {
  expect(checkSetup({ ...given, language: ' fr ' })).toEqual({
    ok: true,
    setup: {
      ...given,
      slug: 'erable-telecom',
      language: 'fr',
      accent: plainAccent,
      'time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  })
})

test('all that is missing is told at once', () => {
  const checked = checkSetup({})
  expect(checked.ok ? [] : checked.faults.map(fault => fault.field)).toEqual([
    'name',
    'slug',
    'host',
    'admin-name',
    'admin-email',
    'support-email',
    'sender-address',
  ])
})

describe('an answer is held to the rule of its screen', () => {
  test.each<[SetupField, string, string]>([
    ['name', 'x'.repeat(10_000), 'too long'],
    ['name', 'a\u0007b', 'a control character'],
    ['slug', 'Érable', 'small letters'],
    ['slug', 'new', 'small letters'],
    ['host', 'https://portal.example.com', 'host name'],
    ['host', 'portal.example.com:443', 'host name'],
    ['host', 'portal', 'host name'],
    ['host', '10.0.0.1', 'host name'],
    ['language', 'de', 'en or fr'],
    ['admin-email', 'a@b.example, c@d.example', 'one e-mail address'],
    ['admin-email', '"a@b"@c.example', 'one e-mail address'],
    ['support-email', 'nobody', 'one e-mail address'],
    ['sender-address', 'a@b.example\r\nBcc: c@d.example', 'a control character'],
    ['accent', '#777777', '4.47:1'],
    ['accent', 'red;}body{', '# and six'],
    ['time-zone', 'Mars/Base', 'time zone'],
  ])('%s %j', (field, text, said) => {
    expect(setupFault(field, text)).toContain(said)
  })

  test('every field has its question', () => {
    for (const field of setupFields) expect(setupQuestions[field]).toMatch(/^\p{Lu}/u)
  })
})
