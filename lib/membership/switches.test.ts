import { describe, expect, test } from 'vitest'
import { authorityOf, type LiveStanding } from '#lib/access/authority.ts'
import { actingLevel } from '#lib/access/levels.ts'
import { modulesToOffer } from '#lib/access/offering.ts'
import { type Module, modules } from '#lib/access/roles.ts'
import { buttonActs } from '#lib/membership/membership.ts'
import { type ModulesPlace, mayBecome, mayMove, merged, type Switcher } from './switches.ts'

const nothing: LiveStanding = {
  isClientAccount: false,
  parentIsClient: false,
  products: [],
  memberships: [],
  parentMemberships: [],
  grants: [],
  platform: null,
  visitUntil: null,
}
const portalUser = (...held: Module[]) => ({ kind: 'portal-user' as const, roles: [], modules: held })
const owner = { kind: 'administrator' as const, roles: ['account-owner'], modules: [] }
const granted = (name: 'full' | 'people' | 'services') => ({
  grantId: 'g',
  partnerId: 'p',
  partnerName: 'Firm',
  scope: { name, pages: [] },
  assignedScope: null,
  endsAt: null,
  viaParent: false,
  usedLately: false,
})

function switcherOf(more: Partial<LiveStanding>): Switcher {
  const authority = authorityOf({ ...nothing, ...more })
  if (!authority) throw new Error('nobody')
  return { level: actingLevel(authority), offers: modulesToOffer(authority) }
}

const of = {
  owner: switcherOf({ memberships: [owner] }),
  manager: switcherOf({ memberships: [{ kind: 'account-manager', roles: [], modules: [] }] }),
  parent: switcherOf({
    isClientAccount: true,
    parentMemberships: [{ kind: 'administrator', roles: ['service-contributor'], modules: [] }],
  }),
  platform: switcherOf({ platform: 'administrator' }),
  support: switcherOf({ platform: 'support' }),
  admin: switcherOf({ memberships: [portalUser('sms', 'admin')] }),
  desk: switcherOf({ memberships: [portalUser('sms', 'call-log')] }),
  full: switcherOf({ grants: [granted('full')] }),
  people: switcherOf({ grants: [granted('people')] }),
  services: switcherOf({ grants: [granted('services')] }),
  adminAndOwner: switcherOf({ memberships: [portalUser('admin'), owner] }),
}

test('what each may switch: owners and those with them all, a portal user with Admin what is theirs, a partner what the access holds but never Admin', () => {
  const all = [...modules]
  const offered = Object.fromEntries(Object.entries(of).map(([who, { offers }]) => [who, [...offers]]))
  expect(offered).toEqual({
    owner: all,
    manager: all,
    parent: all,
    platform: all,
    support: [],
    admin: ['sms', 'admin'],
    desk: [],
    full: ['fax', 'sms', 'call-log', 'phonebook'],
    people: [],
    services: [],
    adminAndOwner: all,
  })
})

const place = (more: Partial<ModulesPlace> = {}): ModulesPlace => ({
  state: 'active',
  isActor: false,
  level: 'user',
  modules: ['sms', 'call-log'],
  isOfFirm: false,
  ...more,
})
const answer = (who: keyof typeof of, wanted: Module[], more: Partial<ModulesPlace> = {}) => {
  const done = mayBecome(place(more), wanted, of[who])
  return done.ok ? 'ok' : done.refusal
}

describe('switching', () => {
  test('an owner gives and takes anything, also their own', () => {
    expect(answer('owner', ['fax', 'admin'])).toBe('ok')
    expect(answer('owner', [], { isActor: true, level: 'owner' })).toBe('ok')
  })
  test('a portal user with Admin gives, and takes, only what they have themselves', () => {
    expect(answer('admin', ['call-log'])).toBe('ok')
    expect(answer('admin', ['sms', 'call-log', 'admin'])).toBe('ok')
    expect(answer('admin', ['sms', 'call-log', 'fax'])).toBe('beyond-yours')
    expect(answer('admin', ['sms'])).toBe('beyond-yours')
    expect(answer('desk', ['call-log'])).toBe('beyond-yours')
  })
  test('nobody touches somebody above them, or themselves on their own level', () => {
    expect(answer('admin', ['call-log'], { level: 'owner' })).toBe('above-you')
    expect(answer('admin', ['call-log'], { level: 'administrator' })).toBe('above-you')
    expect(answer('admin', ['call-log'], { level: 'portal-administrator' })).toBe('ok')
    expect(answer('admin', ['call-log'], { isActor: true, level: 'portal-administrator' })).toBe(
      'own-modules',
    )
    expect(answer('desk', ['admin', 'sms', 'call-log'])).toBe('above-you')
    expect(answer('full', ['sms'], { level: 'owner' })).toBe('above-you')
  })
  test('a partner makes nobody an administrator, and gives its own people nothing; it may take', () => {
    expect(answer('full', ['sms', 'call-log', 'admin'])).toBe('beyond-yours')
    expect(answer('full', ['sms', 'call-log', 'fax'])).toBe('ok')
    expect(answer('full', ['sms', 'call-log', 'fax'], { isOfFirm: true })).toBe('of-the-firm')
    expect(answer('full', ['sms'], { isOfFirm: true })).toBe('ok')
    expect(answer('people', ['sms'])).toBe('beyond-yours')
  })
  test('who was removed has none', () => {
    expect(answer('owner', [], { state: 'removed' })).toBe('already-removed')
  })
})

test('what takes all modules, or gives them back, is for whom all of them are theirs; letters are for anybody', () => {
  for (const act of buttonActs) {
    const state = act === 'enable' ? 'disabled' : act === 'resend' ? 'invited' : 'active'
    const isLetter = act === 'resend' || act === 'reset'
    const by = (who: keyof typeof of, more: Partial<ModulesPlace> = {}) => {
      const done = mayMove(place({ state, ...more }), act, of[who])
      return done.ok ? 'ok' : done.refusal
    }
    expect(by('owner'), act).toBe('ok')
    expect(by('admin'), act).toBe(isLetter ? 'ok' : 'beyond-yours')
    expect(by('admin', { modules: ['sms'] }), act).toBe('ok')
    expect(by('full', { isOfFirm: true }), act).toBe(act === 'enable' ? 'of-the-firm' : 'ok')
  }
})

test('of two who look at one table, each switches what they turned and nothing else: all 8 cases', () => {
  for (const stored of [[], ['sms']] as Module[][])
    for (const shown of [[], ['sms']] as Module[][])
      for (const ticked of [[], ['sms']] as Module[][]) {
        const touched = shown.length !== ticked.length
        expect(merged(stored, { shown, ticked })).toEqual(touched ? ticked : stored)
      }
  expect(merged(['fax', 'sms'], { shown: ['sms'], ticked: ['call-log'] })).toEqual(['fax', 'call-log'])
})
