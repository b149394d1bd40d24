import { describe, expect, test } from 'vitest'
import { packed } from '../edit.ts'
import { canonicalOf } from '../email.ts'
import { contactFields, peopleOf } from './contacts.ts'
import { contactsOf, editAccountForm, newAccountForm, visitForm } from './desk-forms.ts'
import { deskFields } from './details.ts'

const whole = {
  name: 'Quay Optics',
  legalName: 'Quay Optics Ltd.',
  addressLine: '',
  city: '',
  postalCode: '',
  country: '',
  phone: '',
  emergencyContact: '',
  timeZone: 'America/Vancouver',
  parent: '',
  ownerName: 'Quinn Avery',
  ownerEmail: 'quinn@quay.example',
  ownerRoles: ['account-owner'],
  serviceName: '',
  serviceEmail: '',
  supportName: '',
  supportEmail: '',
  provisioningName: '',
  provisioningEmail: '',
}

const faults = (change: object) => {
  const parsed = newAccountForm.safeParse({ ...whole, ...change })
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map(one => [one.path[0], one.message]))
}

describe('the form of a new account', () => {
  test.each([
    [{}, {}],
    [{ name: ' ' }, { name: 'required' }],
    [{ name: 'x'.repeat(10_000) }, { name: 'too-long:120' }],
    [{ name: 'Quay\u202eOptics' }, { name: 'not-a-line:5' }],
    [{ ownerEmail: '' }, { ownerEmail: 'required' }],
    [{ ownerEmail: 'a@b.example, c@d.example' }, { ownerEmail: 'not-an-email' }],
    [{ ownerEmail: '"a@b.example"@c.example' }, { ownerEmail: 'not-an-email' }],
    [{ ownerRoles: [] }, { ownerRoles: 'no-role' }],
    [{ ownerRoles: ['brand-contributor'] }, { ownerRoles: 'role-without-product' }],
    [{ ownerRoles: ['brand-contributor'], products: ['branding'] }, {}],
    [{ supportName: 'Sam' }, { supportEmail: 'required' }],
    [{ supportEmail: 'sam@quay.example', supportRoles: ['service-viewer'] }, { supportName: 'required' }],
    [
      { supportName: 'Sam', supportEmail: 'QUINN@quay.example', supportRoles: ['service-viewer'] },
      { supportName: 'other-name' },
    ],
    [
      { supportName: 'Quinn Avery', supportEmail: 'QUINN@quay.example', supportRoles: ['service-viewer'] },
      {},
    ],
    [{ products: ['free-lunch'] }, { products: 'not-a-choice' }],
    [{ timeZone: 'Mars/Olympus' }, { timeZone: 'not-a-zone' }],
  ])('%o', (change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
})

test('whoever is named several times is one person with all of these roles', () => {
  const input = newAccountForm.parse({
    ...whole,
    serviceName: 'Quinn Avery',
    serviceEmail: 'Quinn@QUAY.example',
    serviceRoles: ['service-viewer'],
    provisioningName: 'Pat',
    provisioningEmail: 'pat@quay.example',
    provisioningRoles: ['service-viewer', 'sync-contributor'],
  })
  expect(peopleOf(contactsOf(input), canonicalOf)).toEqual([
    {
      name: 'Quinn Avery',
      email: 'quinn@quay.example',
      roles: ['account-owner', 'service-viewer'],
      kinds: ['owner', 'service'],
    },
    {
      name: 'Pat',
      email: 'pat@quay.example',
      roles: ['service-viewer', 'sync-contributor'],
      kinds: ['provisioning'],
    },
  ])
})

test.each([
  ['', 'required'],
  ['help', 'too-short:5'],
  ['x'.repeat(501), 'too-long:500'],
  ['two\nlines of it', 'not-a-line:4'],
  ['hidden \u202e words', 'not-a-line:8'],
  ['x'.repeat(500), undefined],
  ['why so', undefined],
])('the reason of a visit is one line of 5 to 500 characters: %#', (reason, expected) => {
  const account = '018f4e7a-0000-7000-8000-000000000000'
  expect(visitForm.safeParse({ account, reason }).error?.issues[0]?.message).toBe(expected)
})

test('the desk’s form of an account: a contact is a place on it or nobody, a home may be missing', () => {
  const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'
  const { name, legalName, addressLine, city, postalCode, country, phone, emergencyContact, timeZone } = whole
  const details = {
    name,
    legalName,
    addressLine,
    city,
    postalCode,
    country,
    phone,
    emergencyContact,
    timeZone,
  }
  const nobody = Object.fromEntries(contactFields.map(field => [field, '']))
  const shown = packed(deskFields, { ...details, ...nobody, homeBrand: 'a.example' } as never)
  const filled = { account: id, shown, ...details, ...nobody }
  const read = (change: object) => {
    const parsed = editAccountForm.safeParse({ ...filled, ...change })
    return parsed.success ? null : parsed.error.issues.map(one => `${String(one.path[0])} ${one.message}`)
  }
  expect(read({})).toBeNull()
  expect(read({ ownerContact: id, homeBrand: 'b.example', looked: 'on' })).toBeNull()
  expect(read({ supportContact: 'somebody' })).toEqual(['supportContact not-a-choice'])
  expect(read({ supportContact: undefined })).toEqual(['supportContact not-a-choice'])
  expect(read({ shown: '[]' })).toEqual(['shown not-a-choice'])
})
