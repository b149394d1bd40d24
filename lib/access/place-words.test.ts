import { expect, test } from 'vitest'
import { authorityOf, type LiveMembership, nobody } from './authority.ts'
import { capabilities } from './capabilities.ts'
import { capabilityTexts } from './capability-words.ts'
import { partsOf } from './place-words.ts'
import { modules, roles } from './roles.ts'

const place = (more: Partial<LiveMembership>): LiveMembership => ({
  kind: 'administrator',
  roles: [],
  modules: [],
  ...more,
})

/** What the place's own person is told, where they have nothing else. */
function told(membership: LiveMembership, { language = 'en' as 'en' | 'fr', client = false } = {}) {
  const standing = { ...nobody, memberships: [membership], isClientAccount: client }
  const held = authorityOf(standing)?.capabilities ?? new Set()
  return partsOf(membership, held, language).map(part => [
    part.name,
    ...capabilityTexts(part.capabilities, language),
    ...(part.onClients ? [part.onClients] : []),
  ])
}

test('every role and module says what it is for, in both languages', () => {
  for (const language of ['en', 'fr'] as const) {
    const all = told(place({ roles }), { language })
    expect(all).toHaveLength(roles.length)
    const switched = told(place({ kind: 'portal-user', modules }), { language })
    expect(switched).toHaveLength(modules.length)
    for (const [name, ...allows] of [...all, ...switched]) {
      expect(name).toBeTruthy()
      expect(allows.length, name).toBeGreaterThan(0)
    }
    expect(new Set(capabilities.flatMap(one => capabilityTexts([one], language))).size).toBe(
      capabilities.length,
    )
  }
})

test('a portal user reads their modules, an administrator their roles', () => {
  expect(told(place({ kind: 'portal-user', modules: ['sms', 'call-log'] }))).toEqual([
    ['SMS', 'send and receive text messages'],
    ['Call log', 'see the call log, and add calls to it from a file'],
  ])
  expect(told(place({ roles: ['subscription-owner'] }))).toEqual([
    ['Subscription Owner', 'see bills', 'see trials'],
  ])
  expect(told(place({ roles: ['service-contributor'] }))).toEqual([
    ['Service Contributor', 'see client accounts', 'act as an Account Owner on client accounts'],
  ])
})

test('a place that gives nothing beside the overview says so, and words that nobody knows say nothing', () => {
  for (const kind of ['portal-user', 'end-user'] as const)
    expect(told(place({ kind, roles: ['account-owner'] })).map(([, ...allows]) => allows)).toEqual([
      ['see this overview'],
    ])
  expect(told(place({ roles: ['__proto__', 'Account-Owner'] }))).toEqual([])
})

test('a client account’s own people read nothing of what costs money there', () => {
  const contributor = place({ roles: ['subscription-contributor'] })
  expect(told(contributor)[0]).toContain('see, add and change subscriptions and licences')
  expect(told(contributor, { client: true })).toEqual([
    ['Subscription Contributor', 'see subscriptions and licences', 'see client accounts'],
  ])
})
