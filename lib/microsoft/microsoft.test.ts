import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountIn, isFailure, signedInAt, tenantRefused } from './identity.ts'
import { mayLink, mayUnlink, mostLinks } from './link.ts'
import {
  entranceOf,
  isComplete,
  issuerOf,
  type MicrosoftSetting,
  mayBeSwitched,
  mostTenants,
  noSetting,
  personalTenant,
  tenantsIn,
  tenantsText,
} from './setting.ts'
import { isMicrosoftField, microsoftText } from './words.ts'

const [one, two, object] = [
  '11111111-2222-4333-8444-555555555555',
  '66666666-7777-4888-8999-aaaaaaaaaaaa',
  'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
]
const base = 'https://login.microsoftonline.com'
const complete: MicrosoftSetting = {
  isOn: false,
  whose: 'listed',
  tenants: [one],
  clientId: object,
  hasSecret: true,
}

describe('tenant ids that somebody typed', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', ' \n ', []],
    ['one', one, [one]],
    ['in capitals', one.toUpperCase(), [one]],
    ['one a line', `${one}\n${two}\n`, [one, two]],
    ['with commas', `${one}, ${two}`, [one, two]],
    ['the same twice', `${one} ${one.toUpperCase()}`, [one]],
  ])('%s', (_, text, tenants) => {
    expect(tenantsIn(text)).toEqual({ ok: true, value: tenants })
  })

  test.each([
    ['a name', 'contoso.onmicrosoft.com', 'not-a-tenant'],
    ['one of two is none', `${one} common`, 'not-a-tenant'],
    ['a path', `${one}/v2.0`, 'not-a-tenant'],
    ['personal accounts', `${one} ${personalTenant}`, 'personal-tenant'],
    [
      'too many',
      Array.from({ length: mostTenants + 1 }, (_, i) => one.slice(0, -2) + String(i + 10)).join(' '),
      'too-many-tenants',
    ],
  ])('%s', (_, text, refusal) => {
    expect(tenantsIn(text)).toMatchObject({ refusal })
  })

  test('what is stored and shown is read back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 10 }), tenants => {
        const text = tenantsText({ whose: 'listed', tenants })
        expect(tenantsIn(text)).toEqual({ ok: true, value: tenants })
      }),
    )
    expect(tenantsText({ whose: 'any', tenants: [] })).toBe('any')
  })
})

test('people of one tenant are led to its own door, all others to the one for organisations', () => {
  expect(entranceOf(base, complete)).toBe(`${base}/${one}/v2.0`)
  expect(entranceOf(base, { whose: 'listed', tenants: [one, two] })).toBe(`${base}/organizations/v2.0`)
  expect(entranceOf(base, { whose: 'any', tenants: [] })).toBe(`${base}/organizations/v2.0`)
  expect(issuerOf(base, two)).toBe(`${base}/${two}/v2.0`)
})

test.each<[string, Partial<MicrosoftSetting>, boolean, string | null]>([
  ['on, complete', {}, true, null],
  ['on, with any organisation and no tenant', { whose: 'any', tenants: [] }, true, null],
  ['on, without a tenant', { tenants: [] }, true, 'incomplete'],
  ['on, without an application', { clientId: '' }, true, 'incomplete'],
  ['on, without a secret', { hasSecret: false }, true, 'incomplete'],
  ['on twice', { isOn: true }, true, 'already-so'],
  ['off', { isOn: true }, false, null],
  ['off, though it is incomplete by now', { isOn: true, hasSecret: false }, false, null],
  ['off twice', {}, false, 'already-so'],
])('switched %s', (_, more, isOn, refusal) => {
  const answer = mayBeSwitched({ ...complete, ...more }, isOn)
  expect(answer.ok ? null : answer.refusal).toBe(refusal)
})

test('a provider that has set nothing has it off and incomplete', () => {
  expect(noSetting.isOn).toBe(false)
  expect(isComplete(noSetting)).toBe(false)
})

describe('which account a token speaks of', () => {
  const claims = {
    tid: one,
    oid: object,
    name: 'Harriet Osei',
    preferred_username: 'harriet@harbour.example',
  }
  test('tenant and object are who it is; name and address are only told', () => {
    expect(accountIn(claims)).toEqual({
      tenant: one,
      object,
      name: 'Harriet Osei',
      address: 'harriet@harbour.example',
    })
  })

  test.each<[string, Record<string, unknown>, Partial<Record<'name' | 'address', string>>]>([
    ['no name', { name: undefined }, { name: 'harriet@harbour.example' }],
    [
      'an e-mail claim where no user name is',
      { preferred_username: undefined, email: 'h@x.example' },
      { address: 'h@x.example' },
    ],
    ['neither', { preferred_username: undefined, name: undefined }, { name: '', address: '' }],
    ['signs that nobody sees', { name: 'Harriet\u202Egnp.exe\u0000\n' }, { name: 'Harrietgnp.exe' }],
    ['something that is no text', { name: { first: 'x' }, preferred_username: 7 }, { name: '', address: '' }],
  ])('%s', (_, more, told) => {
    expect(accountIn({ ...claims, ...more })).toMatchObject(told)
  })

  test('an overlong name is cut', () => {
    expect(accountIn({ ...claims, name: 'x'.repeat(5000) })?.name).toHaveLength(200)
  })

  test.each([
    ['no tenant', { tid: undefined }],
    ['no object', { oid: undefined }],
    ['a tenant that is a word', { tid: 'common' }],
    ['a tenant in capitals, which is another text', { tid: one.replace('1', 'A') }],
    ['an object that is a list', { oid: [object] }],
  ])('%s: none', (_, more) => {
    expect(accountIn({ ...claims, ...more })).toBeNull()
  })

  test('whatever a token says, an account has both ids or there is none', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('tid', 'oid', 'name', 'email'), fc.anything()), said => {
        const account = accountIn(said)
        expect(account === null || (account.tenant.length === 36 && account.object.length === 36)).toBe(true)
      }),
    )
  })
})

test.each([
  ['seconds since 1970', 1_796_000_000, '2026-11-30T00:53:20.000Z'],
  ['nothing', undefined, '1970-01-01T00:00:00.000Z'],
  ['a text', '1796000000', '1970-01-01T00:00:00.000Z'],
  ['no number', Number.NaN, '1970-01-01T00:00:00.000Z'],
  ['more than a date holds', 1e300, '1970-01-01T00:00:00.000Z'],
  ['before 1970', -5, '1970-01-01T00:00:00.000Z'],
])('a token that says of when somebody signed in there: %s', (_, said, at) => {
  expect(signedInAt({ auth_time: said }).toISOString()).toBe(at)
})

test.each([
  ['a listed tenant', one, { whose: 'listed', tenants: [one, two] }, null],
  ['another', object, { whose: 'listed', tenants: [one, two] }, 'other-tenant'],
  ['any', object, { whose: 'any', tenants: [] }, null],
  ['any, while tenants are still noted', object, { whose: 'any', tenants: [one] }, null],
  ['personal, where any is let in', personalTenant, { whose: 'any', tenants: [] }, 'personal'],
  ['nobody set anything', one, noSetting, 'other-tenant'],
] as const)('%s', (_, tenant, setting, refusal) => {
  expect(tenantRefused(tenant, setting)).toBe(refusal)
})

test.each([
  ['nobody’s', { linkedTo: 'nobody', isLetIn: true, links: 0 }, null],
  ['nobody’s, beside others', { linkedTo: 'nobody', isLetIn: true, links: mostLinks - 1 }, null],
  ['one too many', { linkedTo: 'nobody', isLetIn: true, links: mostLinks }, 'too-many-links'],
  ['another person’s', { linkedTo: 'another', isLetIn: true, links: 0 }, 'linked-elsewhere'],
  ['theirs already', { linkedTo: 'this-person', isLetIn: true, links: 1 }, 'linked-already'],
  ['of an organisation that is not let in', { linkedTo: 'nobody', isLetIn: false, links: 0 }, 'not-let-in'],
] as const)('linking what is %s', (_, linking, refusal) => {
  const answer = mayLink(linking)
  expect(answer.ok ? null : answer.refusal).toBe(refusal)
})

test.each([
  ['one of two', { links: 2, hasPassword: false }, null],
  ['the only one, beside a password', { links: 1, hasPassword: true }, null],
  ['the only one, without a password', { links: 1, hasPassword: false }, 'last-way-in'],
  ['one that is gone', { links: 0, hasPassword: true }, 'gone'],
] as const)('unlinking %s', (_, standing, refusal) => {
  const answer = mayUnlink(standing)
  expect(answer.ok ? null : answer.refusal).toBe(refusal)
})

test('the history tells of the secret only which one it is', () => {
  expect(microsoftText('microsoftSecret', '2', 'en')).toBe('no. 2')
  expect(microsoftText('microsoftSecret', '', 'en')).toBe('')
  expect(microsoftText('microsoftTenants', 'any', 'fr')).toBe('toute organisation')
  expect(microsoftText('microsoftTenants', one, 'en')).toBe(one)
  expect(isMicrosoftField('microsoftClient')).toBe(true)
  expect(isMicrosoftField('name')).toBe(false)
})

test('a page tells a failure only by its own name', () => {
  expect(isFailure('stale')).toBe(true)
  for (const text of ['', 'toString', undefined, ['stale']]) expect(isFailure(text)).toBe(false)
})
