import { expect, test } from 'vitest'
import { roles } from '#lib/access/roles.ts'
import { changeRoles, type RolesWanted } from './change-roles.ts'
import type { Place } from './membership.ts'

const place: Place = {
  state: 'active',
  isActor: false,
  level: 'administrator',
  levelAnywhere: 'administrator',
  onlyHere: true,
  othersManage: true,
  manages: false,
}
const of: RolesWanted = {
  was: ['service-viewer'],
  wanted: ['service-viewer', 'sync-contributor'],
  isAsShown: true,
  wouldManage: false,
  wouldBe: 'administrator',
  actor: 'owner',
  offers: roles,
}

test('an owner gives any role that the account can have', () => {
  expect(changeRoles(place, of).ok).toBe(true)
  expect(
    changeRoles(place, { ...of, wanted: ['account-owner'], wouldBe: 'owner', wouldManage: true }).ok,
  ).toBe(true)
})

test.each([
  ['somebody removed', { ...place, state: 'removed' }, of, 'already-removed'],
  ['somebody above', { ...place, level: 'owner' }, { ...of, actor: 'administrator' }, 'above-you'],
  ['above oneself', place, { ...of, actor: 'administrator', wouldBe: 'owner' }, 'above-you'],
  ['oneself', { ...place, isActor: true }, of, 'own-roles'],
  ['nothing', place, { ...of, wanted: [] }, 'no-role'],
  ['an old page', place, { ...of, isAsShown: false }, 'changed-meanwhile'],
  ['a role that is not theirs to give', place, { ...of, offers: ['service-viewer'] }, 'beyond-yours'],
  ['the last who manages', { ...place, manages: true, othersManage: false }, of, 'last-one'],
] as const)('%s: refused', (_, which, wanted, refusal) => {
  expect(changeRoles(which, wanted)).toMatchObject({ refusal })
})

test('what somebody has may stay, also where it is not to be given', () => {
  expect(changeRoles(place, { ...of, wanted: ['service-viewer'], offers: [] }).ok).toBe(true)
})
