import { describe, expect, test } from 'vitest'
import { endUserLevelsOf } from '#lib/access/products.ts'
import { packed } from '#lib/edit.ts'
import { detailFields, endUserFields, serviceFields } from './details.ts'
import { checkEndUser } from './end-user.ts'
import { detailsForm, endUserForm, serviceForm } from './forms.ts'
import { checkService } from './service.ts'

const account = '6f1c1f3e-1d3b-4a56-9a94-3a6c4f1f0001'
const details = {
  name: 'Harbour Dental',
  legalName: 'Harbour Dental Ltd.',
  addressLine: '',
  city: '',
  postalCode: '',
  country: '',
  phone: '',
  emergencyContact: '',
  timeZone: 'America/Vancouver',
}
const form = { account, shown: packed(detailFields, details), ...details }
const faultsOf = (input: object) =>
  detailsForm
    .strict()
    .safeParse(input)
    .error?.issues.map(issue => [issue.path[0], issue.message]) ?? []

describe('the account’s details', () => {
  test('are taken as they are, with a number spaced plainly', () => {
    const parsed = detailsForm.strict().parse({ ...form, phone: ' 604.555.0123 ' })
    expect(parsed.phone).toBe('604 555 0123')
    expect(parsed.shown).toEqual(details)
  })

  test.each([
    ['name', '', 'required'],
    ['legalName', '   ', 'required'],
    ['name', 'x'.repeat(121), 'too-long:120'],
    ['city', 'evil\u202etxt', 'not-a-line:5'],
    ['phone', 'call me', 'not-a-phone'],
    ['timeZone', 'Mars/Olympus', 'not-a-zone'],
    ['timeZone', '+05:00', 'not-a-zone'],
    ['shown', '{}', 'not-a-choice'],
    ['shown', '', 'not-a-choice'],
  ])('%s %j is refused: %s', (field, value, refusal) => {
    expect(faultsOf({ ...form, [field]: value })).toEqual([[field, refusal]])
  })

  test.each(['role', 'parentId', 'slug', 'homeBrandId', '__proto__x'])(
    'an unknown field %s is refused',
    field => {
      expect(detailsForm.strict().safeParse({ ...form, [field]: 'x' }).success).toBe(false)
    },
  )
})

test('a device’s form has no forwarding, and an unchecked box is off', () => {
  const shown = packed(serviceFields, { label: 'x', forwardTo: '', enabled: 'on' })
  const parsed = serviceForm.strict().parse({ account, service: account, shown, label: 'Gate' })
  expect(parsed).toMatchObject({ forwardTo: '', enabled: false })
})

test('a level that no product has is refused by the form', () => {
  const shown = packed(endUserFields, { name: 'x', extension: '', level: 'user' })
  const given = { account, endUser: account, shown, extension: '201', level: 'owner' }
  expect(endUserForm.strict().safeParse(given).success).toBe(false)
})

describe('services', () => {
  const typed = { label: 'x', enabled: 'on', forwardTo: '+1 604 555 0123' }
  test.each([
    ['number', '+1 604 555 0124', true],
    ['number', '+16045550123', 'forwards-to-itself'],
    ['trunk', 'trunk-1', 'has-no-forwarding'],
    ['device', '00:15', 'has-no-forwarding'],
  ] as const)('a %s %s that forwards: %s', (kind, identifier, answer) => {
    const checked = checkService({ kind, identifier }, typed)
    expect(checked.ok || checked.refusal).toBe(answer)
  })
})

describe('end users', () => {
  const pbx = { has: true, full: false, senders: [] as readonly string[] }
  const someone = {
    product: 'cloud-pbx',
    name: 'Lena',
    extension: '',
    pbx,
    isTheirName: false,
    toGive: endUserLevelsOf('cloud-pbx'),
  }
  const typed = { name: 'Lena', extension: '310', level: 'user' }
  test.each([
    [{}, {}, null, true],
    [{}, { extension: '' }, 'Ravi', true],
    [{}, { extension: '3' }, null, 'not-an-extension'],
    [{}, { extension: '31a' }, null, 'not-an-extension'],
    [{}, { extension: '9110' }, null, 'emergency-extension'],
    [{ extension: '9110' }, { extension: '9110' }, null, true],
    [{ extension: '9110' }, { extension: '9111' }, null, 'emergency-extension'],
    [{ pbx: { ...pbx, has: false } }, {}, null, 'no-pbx'],
    [{ pbx: { ...pbx, has: false }, extension: '310' }, {}, null, true],
    [{ pbx: { ...pbx, full: true } }, {}, null, 'too-many-extensions'],
    [{ pbx: { ...pbx, full: true }, extension: '311' }, {}, null, true],
    [{ pbx: { ...pbx, senders: ['302'] }, extension: '310' }, { extension: '' }, null, 'extension-in-use'],
    [{ pbx: { ...pbx, senders: ['302'] }, extension: '310' }, { extension: '311' }, null, true],
    [{}, {}, 'Ravi', 'extension-taken'],
    [{}, { level: 'super-admin' }, null, 'not-a-level'],
    [{ product: 'sip-trunks' }, {}, null, 'not-a-level'],
    [{}, { level: 'admin' }, null, true],
    [{ toGive: ['user'] as const }, { level: 'admin' }, null, 'level-not-theirs-to-give'],
    [{ toGive: ['user'] as const }, {}, null, true],
    [{ isTheirName: true }, {}, null, true],
    [{ isTheirName: true }, { name: 'Other' }, null, 'name-is-their-own'],
  ])('%j set to %j while %j has the extension: %s', (standing, change, holder, answer) => {
    const checked = checkEndUser({ ...someone, ...standing }, { ...typed, ...change }, holder)
    expect(checked.ok || checked.refusal).toBe(answer)
  })

  test('lines and trunks have none', () => {
    expect(endUserLevelsOf('business-lines')).toEqual([])
    expect(endUserLevelsOf('sip-trunks')).toEqual([])
    expect(endUserLevelsOf('nothing known')).toEqual([])
  })
})
