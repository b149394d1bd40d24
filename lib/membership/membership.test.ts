import { describe, expect, test } from 'vitest'
import { managingLevels } from '#lib/access/levels.ts'
import {
  act,
  type MembershipAct,
  type MembershipState,
  membershipStates,
  moved,
  type Place,
} from './membership.ts'

const place: Place = {
  state: 'active',
  isActor: false,
  level: 'owner',
  levelAnywhere: 'owner',
  onlyHere: true,
  othersManage: true,
  manages: true,
}
const answer = (
  by: MembershipAct,
  more: Partial<Place> = {},
  actor: (typeof managingLevels)[number] = 'owner',
) => {
  const done = act(by, { ...place, ...more }, actor)
  return done.ok ? done.value : done.refusal
}

/** Every act on every state, spelled out: a change of it must be meant. */
const table: Record<MembershipAct, Record<MembershipState, string>> = {
  resend: { invited: 'invited', active: 'not-invited', disabled: 'is-disabled', removed: 'already-removed' },
  reset: { invited: 'still-invited', active: 'active', disabled: 'is-disabled', removed: 'already-removed' },
  'move-home': { invited: 'invited', active: 'active', disabled: 'disabled', removed: 'already-removed' },
  disable: {
    invited: 'still-invited',
    active: 'disabled',
    disabled: 'already-disabled',
    removed: 'already-removed',
  },
  enable: {
    invited: 'still-invited',
    active: 'not-disabled',
    disabled: 'active',
    removed: 'already-removed',
  },
  remove: { invited: 'removed', active: 'removed', disabled: 'removed', removed: 'already-removed' },
}

describe.each(Object.entries(table))('%s', (by, row) => {
  test.each(membershipStates)('of somebody %s', state => {
    expect(answer(by as MembershipAct, { state })).toBe(row[state])
  })
  test('is for nobody below the person', () => {
    for (const actor of managingLevels.slice(0, managingLevels.indexOf('owner')))
      expect(answer(by as MembershipAct, {}, actor)).toBe('above-you')
    for (const actor of managingLevels.slice(managingLevels.indexOf('owner')))
      expect(answer(by as MembershipAct, {}, actor)).not.toBe('above-you')
  })
  test('by the provider’s support shuts out nobody', () => {
    const shutsOut = by === 'disable' || by === 'remove'
    const state = by === 'enable' ? 'disabled' : by === 'resend' ? 'invited' : 'active'
    const given = answer(by as MembershipAct, { state }, 'platform-support')
    if (shutsOut) expect(given).toBe('support-helps-in')
    else expect(['invited', 'active', 'disabled']).toContain(given)
  })
})

test('what touches how somebody signs in counts all their places, the rest those of the account', () => {
  const elsewhere = { levelAnywhere: 'platform-administrator' } as const
  for (const by of ['reset', 'move-home'] as const) expect(answer(by, elsewhere)).toBe('above-you')
  for (const by of ['disable', 'remove'] as const) expect(answer(by, elsewhere)).not.toBe('above-you')
  expect(answer('move-home', { onlyHere: false })).toBe('also-elsewhere')
})

test('of somebody invited nothing is told that they are elsewhere: neither that they are, nor how high', () => {
  const nowhere = { state: 'invited' } as const
  const elsewhere = { ...nowhere, levelAnywhere: 'platform-administrator', onlyHere: false } as const
  for (const by of ['resend', 'remove'] as const) expect(answer(by, elsewhere)).toBe(answer(by, nowhere))
  expect(answer('move-home', elsewhere)).toBe('also-elsewhere')
  expect(answer('move-home', { ...elsewhere, levelAnywhere: 'user' })).toBe('also-elsewhere')
})

test('nobody shuts themselves out, and the last who can manage the account stays', () => {
  for (const by of ['disable', 'remove'] as const) {
    expect(answer(by, { isActor: true })).toBe('yourself')
    expect(answer(by, { othersManage: false })).toBe('last-one')
    expect(answer(by, { othersManage: false, manages: false })).not.toBe('last-one')
  }
  expect(answer('remove', { othersManage: false, state: 'invited' })).toBe('removed')
  expect(answer('remove', { othersManage: false, state: 'disabled' })).toBe('removed')
})

test('only who is invited can take their place, and removed is an end', () => {
  expect(membershipStates.map(state => moved(state, 'activate').ok)).toEqual([true, false, false, false])
  for (const by of ['activate', 'disable', 'enable', 'remove'] as const)
    expect(moved('removed', by)).toEqual({ ok: false, refusal: 'already-removed' })
})
