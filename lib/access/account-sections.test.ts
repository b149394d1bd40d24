import { expect, test } from 'vitest'
import { accountSections } from './account-sections.ts'
import { capabilities } from './capabilities.ts'
import { ownerCapabilities } from './roles.ts'
import { toldOf } from './told.ts'

test('every right has a page: one that it opens, or that seeing the same thing opens', () => {
  const opens = new Set<string>(accountSections.flatMap(({ needs }) => needs))
  const seeing = (capability: string) => capability.replace(/\.[^.]+$/, '.read')
  expect(capabilities.filter(one => !opens.has(one) && !opens.has(seeing(one)))).toEqual([])
})

test('an owner reads seeing and changing as one thing', () => {
  expect(toldOf(ownerCapabilities)).not.toContain('partners.read')
  expect(toldOf(['account.read', 'billing.read'])).toEqual(['billing.read'])
  expect(toldOf(['account.read'])).toEqual(['account.read'])
})
