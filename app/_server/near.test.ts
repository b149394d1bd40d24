import { expect, test } from 'vitest'
import type { NearPlace } from '#db/person/places.ts'
import { onlyAuthorisation, placesBeside } from './near.ts'

const account = (slug: string, role: string | null, parental = false): NearPlace => ({
  kind: 'account',
  slug,
  name: slug,
  parental,
  memberships: role ? [{ kind: 'administrator', roles: [role], modules: [] }] : [],
})

test('Account authorisation stands in the menu of whoever may see it on exactly one account', () => {
  const own = account('harbour', 'account-owner')
  expect(onlyAuthorisation([own])).toBe('/accounts/harbour/settings/authorisation')
  expect(onlyAuthorisation([own, account('maple', 'subscription-owner')])).toBe(
    '/accounts/harbour/settings/authorisation',
  )
  expect(onlyAuthorisation([own, account('maple', 'account-owner')])).toBeUndefined()
  expect(onlyAuthorisation([own, account('depot', null, true)])).toBeUndefined()
  expect(onlyAuthorisation([account('maple', 'subscription-owner')])).toBeUndefined()
})

test('the switcher begins with where one is, and names it once', () => {
  const here = { href: '/accounts/harbour', label: 'Harbour Dental', kind: 'Accounts', current: true }
  const places = placesBeside(here, [account('harbour', null), account('maple', null)], 'en')
  expect(places.map(place => place.href)).toEqual(['/accounts/harbour', '/accounts/maple'])
})
