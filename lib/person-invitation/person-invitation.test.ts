import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from '#lib/access/roles.ts'
import { idInToken, invitationToken, linkWays, readToken } from './link.ts'
import {
  accept,
  accountFits,
  anew,
  decline,
  invite,
  mayOffer,
  mostADay,
  mostOpen,
  mostRounds,
  move,
  offerMark,
  type PersonInvitation,
  type PersonInvitationMove,
  personInvitationStates,
  stateAt,
} from './person-invitation.ts'

const now = new Date('2026-11-24T12:00:00Z')
const later = new Date('2026-11-25T12:00:00Z')
const open: PersonInvitation = {
  state: 'created',
  lapsesAt: later,
  roles: ['subscription-owner'],
  email: 'jo@maple.example',
  anyAddress: false,
}

describe('every transition', () => {
  const sides = ['invited', 'account', 'provider', 'portal'] as const
  const moves: readonly PersonInvitationMove[] = ['accept', 'decline', 'cancel', 'lapse', 'end-with']
  const leads: Record<string, string> = {
    'created accept invited': 'accepted',
    'created decline invited': 'declined',
    'created cancel account': 'cancelled',
    'created end-with provider': 'lapsed',
  }
  test('from each state, by each side: what is not in the table is refused, and what has ended never reopens', () => {
    let tries = 0
    for (const state of personInvitationStates)
      for (const by of moves)
        for (const side of sides) {
          tries += 1
          const moved = move({ state, lapsesAt: later }, by, side, now)
          expect(moved.ok ? moved.value : undefined, `${state} ${by} ${side}`).toBe(
            leads[`${state} ${by} ${side}`],
          )
        }
    console.log(`invitations to persons: ${tries} moves`)
  })

  test('past its life it has lapsed, whatever the row says, and only the portal writes that down', () => {
    const over = { ...open, lapsesAt: now }
    expect(stateAt(over, now)).toBe('lapsed')
    expect(move(over, 'accept', 'invited', now)).toMatchObject({ refusal: 'lapsed' })
    expect(move(over, 'lapse', 'portal', now)).toMatchObject({ value: 'lapsed' })
    expect(move(open, 'lapse', 'portal', now)).toMatchObject({ refusal: 'not-due' })
    expect(move({ ...over, state: 'accepted' }, 'lapse', 'portal', now)).toMatchObject({
      refusal: 'already-decided',
    })
  })
})

describe('what may be offered', () => {
  test('nothing beyond what is yours to give; Account Owner to one address and no other', () => {
    expect(mayOffer([], open, roles)).toMatchObject({ refusal: 'no-role' })
    expect(mayOffer(['sync-contributor'], open, [])).toMatchObject({ refusal: 'beyond-yours' })
    for (const how of [
      { email: null, anyAddress: false },
      { email: 'a@b.example', anyAddress: true },
    ])
      expect(mayOffer(['account-owner'], how, roles)).toMatchObject({ refusal: 'owner-by-link' })
    expect(mayOffer(['account-owner'], open, roles).ok).toBe(true)
  })
  test('one invitation an address, and no more than anybody makes by hand', () => {
    const standing = { isInvited: false, open: 0, today: 0 }
    expect(invite(open, standing, roles).ok).toBe(true)
    expect(invite(open, { ...standing, isInvited: true }, roles)).toMatchObject({
      refusal: 'already-invited',
    })
    expect(invite(open, { ...standing, open: mostOpen }, roles)).toMatchObject({ refusal: 'too-many-open' })
    expect(invite(open, { ...standing, today: mostADay }, roles)).toMatchObject({ refusal: 'too-many-today' })
  })
  test('a new link asks the same again, and there is an end to letters', () => {
    expect(anew(open, 1, roles, now).ok).toBe(true)
    expect(anew(open, mostRounds, roles, now)).toMatchObject({ refusal: 'too-many-letters' })
    expect(anew(open, 1, [], now)).toMatchObject({ refusal: 'beyond-yours' })
    expect(anew({ ...open, state: 'accepted' }, 1, roles, now)).toMatchObject({ refusal: 'already-decided' })
    expect(anew(open, 1, roles, later)).toMatchObject({ refusal: 'lapsed' })
  })
})

describe('declining', () => {
  test('is for whoever may accept by the address, and ends what is open alone', () => {
    expect(decline(open, true, now)).toMatchObject({ value: 'declined' })
    expect(decline(open, false, now)).toMatchObject({ refusal: 'other-address' })
    expect(decline({ ...open, anyAddress: true }, false, now)).toMatchObject({ value: 'declined' })
    expect(decline({ ...open, email: null }, false, now)).toMatchObject({ value: 'declined' })
    expect(decline({ ...open, state: 'accepted' }, false, now)).toMatchObject({ refusal: 'already-decided' })
  })
})

describe('accepting', () => {
  const who = { shown: offerMark(open.roles), isAddressee: true, beside: null, offers: roles }
  test('asks every right again', () => {
    expect(accept(open, who, now)).toMatchObject({ value: ['subscription-owner'] })
    expect(accept(open, { ...who, isAddressee: false }, now)).toMatchObject({ refusal: 'other-address' })
    expect(accept({ ...open, anyAddress: true }, { ...who, isAddressee: false }, now).ok).toBe(true)
    expect(accept({ ...open, email: null }, { ...who, isAddressee: false }, now).ok).toBe(true)
    expect(accept(open, { ...who, offers: ['service-viewer'] }, now)).toMatchObject({
      refusal: 'inviter-gone',
    })
    expect(accept(open, { ...who, beside: 'here-already' }, now)).toMatchObject({ refusal: 'here-already' })
  })

  test('nobody accepts what they were not shown, be it more or less', () => {
    for (const shown of ['', 'service-viewer', 'service-viewer subscription-owner'])
      expect(accept(open, { ...who, shown }, now)).toMatchObject({ refusal: 'offer-changed' })
  })

  test('never gives more than was offered, nor than whoever invited may give: 5000 invitations', () => {
    const some = fc.subarray([...roles])
    fc.assert(
      fc.property(
        some,
        some,
        fc.boolean(),
        fc.option(fc.constant('a@b.example')),
        (offered, offers, anyAddress, email) => {
          const shown = offerMark(offered)
          const given = accept({ ...open, roles: offered, email, anyAddress }, { ...who, shown, offers }, now)
          if (!given.ok) return
          expect([...given.value].sort()).toEqual([...offered].sort())
          expect(given.value.filter((role: Role) => !offers.includes(role))).toEqual([])
          if (email === null || anyAddress) expect(given.value).not.toContain('account-owner')
        },
      ),
      { seed: 20_261_129, numRuns: 5000 },
    )
  })
})

describe('the links', () => {
  const which = { id: '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11', round: 3 }
  test('name their invitation, and only the newest of its own opens it', () => {
    for (const way of linkWays) {
      const token = invitationToken(which, way, 'secret')
      expect(token).toMatch(/^[\w-]{65}$/)
      expect(idInToken(token)).toBe(which.id)
      expect(readToken(token, which, 'secret')).toEqual({ is: 'current', way })
      expect(readToken(token, { ...which, round: 4 }, 'secret')).toEqual({ is: 'replaced' })
      expect(readToken(token, { ...which, round: 2 }, 'secret')).toEqual({ is: 'unknown' })
      expect(readToken(token, which, 'another secret')).toEqual({ is: 'unknown' })
    }
    expect(invitationToken(which, 'letter', 's')).not.toBe(invitationToken(which, 'copied', 's'))
  })
  test.each(['', 'x', '../../x', `${'a'.repeat(64)}`, `${'a'.repeat(66)}`, '*'.repeat(65)])(
    '%j is none',
    text => {
      expect(idInToken(text)).toBeNull()
    },
  )
})

test.each([
  ['the address itself', { email: 'jo@maple.example', anyAddress: false }, true, true],
  ['another address', { email: 'jo@maple.example', anyAddress: false }, false, false],
  ['another address, where any does', { email: 'jo@maple.example', anyAddress: true }, false, true],
  ['a link, which is for nobody by name', { email: null, anyAddress: true }, false, false],
])('a Microsoft account of %s', (_, invitation, isSameAddress, fits) => {
  expect(accountFits(invitation, isSameAddress)).toBe(fits)
})
