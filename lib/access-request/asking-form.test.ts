import { describe, expect, test } from 'vitest'
import { accountOf, askForm, fieldOfRefusal, startOf } from './asking-form.ts'

const form = {
  partner: '4f6b3f9e-8f2c-4b7e-9a51-2d8f3f1d7c55',
  account: 'harbour-dental',
  reason: 'The phones are silent.',
  ticket: '',
  duration: '24h',
  scope: 'read-only',
}

test('takes what the page sends, also where JavaScript is off and every field is there', () => {
  const all = { ...form, requestCode: '', starts: '', until: '', pages: ['sms'] }
  expect(askForm.strict().safeParse(form).success).toBe(true)
  expect(askForm.strict().safeParse(all).success).toBe(true)
})

describe('refuses as a value', () => {
  test.each([
    ['an unknown field', { ...form, state: 'approved' }],
    ['no reason', { ...form, reason: ' \n ' }],
    ['a reason that hides its direction', { ...form, reason: 'safe\u202Eelpoep' }],
    ['a reason that is too long', { ...form, reason: 'x'.repeat(2001) }],
    ['another scope', { ...form, scope: 'owner' }],
    ['another duration', { ...form, duration: '48h' }],
    ['a start that is none', { ...form, starts: '2026-02-30T10:00' }],
    ['pages that are none', { ...form, scope: 'chosen', pages: ['billing'] }],
    ['no firm', { ...form, partner: '1' }],
  ])('%s', (_, fields) => {
    expect(askForm.strict().safeParse(fields).success).toBe(false)
  })
})

test('an account is named in one way', () => {
  expect(accountOf({ account: 'maple', requestCode: '' })).toEqual({ slug: 'maple' })
  expect(accountOf({ account: '', requestCode: ' harb-2k7q-9d ' })).toEqual({ code: 'HARB-2K7Q-9D' })
  expect(accountOf({ account: '', requestCode: undefined })).toBe('none')
  expect(accountOf({ account: 'maple', requestCode: 'HARB' })).toBe('both')
})

test('the start is read in the zone that stood beside the field', () => {
  expect(startOf({ starts: '' }, 'UTC')).toBeNull()
  expect(startOf({ starts: '2026-11-24T14:00' }, 'Australia/Sydney')?.toISOString()).toBe(
    '2026-11-24T03:00:00.000Z',
  )
})

test('a refusal is told where it can be put right', () => {
  expect(fieldOfRefusal('declined-recently')).toBe('account')
  expect(fieldOfRefusal('starts-too-late')).toBe('starts')
  expect(fieldOfRefusal('already-decided')).toBeNull()
})

test('all that is missing is told at once', () => {
  const empty = {
    partner: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
    account: '',
    reason: '',
    ticket: '',
    duration: 'until',
    scope: 'chosen',
  }
  const faults = askForm
    .strict()
    .safeParse(empty)
    .error?.issues.map(issue => [issue.path[0], issue.message])
  expect(faults).toEqual([
    ['reason', 'required'],
    ['account', 'no-account'],
    ['until', 'not-a-date'],
    ['pages', 'no-page'],
  ])
})

test.each([
  ['starts', 'tomorrow', 'not-a-time'],
  ['starts', '2026-11-24', 'not-a-time'],
  ['starts', '9999-12-31T10:00', 'too-far'],
  ['starts', '2026-11-24T14:00', undefined],
  ['starts', '', undefined],
  ['until', 'tomorrow', 'not-a-date'],
  ['until', '9999-12-31', 'too-far'],
  ['until', '12026-11-24', 'too-far'],
  ['until', '9999-13-31', 'not-a-date'],
] as const)('%s %j is told as %s', (field, text, fault) => {
  const asked = {
    partner: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
    account: 'maple-logistics',
    reason: 'Phones',
    ticket: '',
    duration: '24h',
    scope: 'view-only',
    [field]: text,
  }
  const issues = askForm.safeParse(asked).error?.issues ?? []
  expect(issues.find(issue => issue.path[0] === field)?.message).toBe(fault)
})
