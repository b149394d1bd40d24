import { expect, test } from 'vitest'
import { accountSections, hasPage } from './account-sections.ts'
import { ownerCapabilities } from './roles.ts'
import { toldOf } from './told.ts'

test('what lets somebody change a thing has the page on which it is seen; a module only its own', () => {
  for (const capability of ['partners.decide', 'people.update', 'general.update', 'activity.read'] as const)
    expect(hasPage(capability), capability).toBe(true)
  const opens = new Set<string>(accountSections.flatMap(({ needs }) => needs))
  for (const capability of ['module.sms', 'billing.read', 'administrators.manage'] as const)
    expect(hasPage(capability), capability).toBe(
      [capability, capability.replace('manage', 'read')].some(one => opens.has(one)),
    )
})

test('an owner reads seeing and changing as one thing', () => {
  expect(toldOf(ownerCapabilities)).not.toContain('partners.read')
  expect(toldOf(['account.read', 'billing.read'])).toEqual(['billing.read'])
  expect(toldOf(['account.read'])).toEqual(['account.read'])
})
