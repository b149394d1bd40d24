import { expect, test } from 'vitest'
import { packed } from '#lib/edit.ts'
import { PostedFile } from '#lib/posted-file.ts'
import { colourFields } from './domain.ts'
import { coloursForm, newDomainForm, pictureForm } from './forms.ts'

const good = {
  host: 'third.example',
  brandName: 'Third Voice',
  supportName: 'Care',
  supportEmail: 'Care@Third.example',
  supportPhone: '+1 604 555 0199',
  supportUrl: 'https://third.example/help',
  senderName: 'Third "Voice"',
  senderAddress: 'portal@third.example',
  defaultLanguage: 'fr',
  termsUrl: '',
  privacyUrl: 'https://third.example/privacy',
  accent: ' #0b5cab ',
}

function faults(values: object): Record<string, string> {
  const parsed = newDomainForm.strict().safeParse(values)
  const first: Record<string, string> = {}
  for (const one of parsed.error?.issues ?? []) first[String(one.path[0])] ??= one.message
  return first
}

test('a branding domain as it should be', () => {
  expect(newDomainForm.parse(good)).toEqual({
    ...good,
    supportEmail: 'Care@third.example',
    accent: '#0b5cab',
  })
})

test.each([
  ['host', 'Third.example', 'not-a-host'],
  ['host', '', 'required'],
  ['brandName', 'x'.repeat(10_000), 'too-long:80'],
  ['brandName', 'a\u202Eb', 'not-a-line:2'],
  ['senderName', 'Voice\r\nBcc: all@victim.example', 'not-a-line:6'],
  ['senderName', 'Voice\u0000', 'not-a-line:6'],
  ['senderAddress', 'a@x.example, b@x.example', 'not-an-email'],
  ['senderAddress', 'a@x.example;b@x.example', 'not-an-email'],
  ['senderAddress', '"e@attacker.example"@victim.example', 'not-an-email'],
  ['senderAddress', 'e\uFF20attacker.example', 'not-an-email'],
  ['senderAddress', 'e\uFE6Battacker.example', 'not-an-email'],
  ['senderAddress', 'a@x.example\r\nBcc: b@x.example', 'not-a-line:12'],
  ['senderAddress', 'Voice <a@x.example>', 'not-an-email'],
  ['supportEmail', '', 'required'],
  ['supportPhone', 'call me', 'not-a-phone'],
  ['supportUrl', 'http://third.example/', 'not-https'],
  ['termsUrl', 'javascript:alert(1)', 'not-https'],
  ['privacyUrl', 'https://user:pass@third.example/', 'not-https'],
  ['privacyUrl', 'https://', 'not-https'],
  ['defaultLanguage', 'de', 'not-a-choice'],
])('%s %j is refused at its place', (field, value, refusal) => {
  expect(faults({ ...good, [field]: value })).toEqual({ [field]: refusal })
})

test('a field that was not asked for is refused', () => {
  expect(newDomainForm.strict().safeParse({ ...good, providerId: 'x' }).success).toBe(false)
})

test.each(['save', 'preview', 'light:#0b5cab', 'dark:#7cc4ff'])('an act %s', act => {
  const form = {
    domain: crypto.randomUUID(),
    shown: packed(colourFields, { accent: '', accentDark: '' }),
    act,
  }
  expect(coloursForm.safeParse({ ...form, accent: 'anything', accentDark: '' }).success).toBe(true)
  expect(coloursForm.safeParse({ ...form, accent: '', accentDark: '', act: `${act};}` }).success).toBe(false)
})

test('a picture is a file that holds something', () => {
  const form = { domain: crypto.randomUUID(), kind: 'logo' }
  const parse = (picture: unknown) => pictureForm.safeParse({ ...form, picture }).success
  expect(parse(new PostedFile(new Uint8Array([1])))).toBe(true)
  for (const other of [new PostedFile(new Uint8Array()), '', 'text', undefined, { bytes: [1] }])
    expect(parse(other)).toBe(false)
})
