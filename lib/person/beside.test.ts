import { expect, test } from 'vitest'
import { type PersonKind, personKinds } from '#lib/access/person-kinds.ts'
import { besideRefusal, mayHaveBeside } from './beside.ts'

/** What each pair comes to in one place, and in two: spelled out, so that a change of it must be meant. */
const apart = 'provider-staff'
const platform = { same: apart, other: apart }
const free = { same: null, other: null }
const rows: Partial<
  Record<PersonKind, Partial<Record<PersonKind, { same: string | null; other: string | null }>>>
> = {
  'account-manager': {
    'account-manager': { same: 'here-already', other: 'one-place' },
    'end-user': { same: 'one-place', other: 'one-place' },
  },
  'end-user': { 'end-user': { same: 'here-already', other: 'one-place' } },
  administrator: { administrator: { same: 'here-already', other: null } },
  'portal-user': { 'portal-user': { same: 'here-already', other: null } },
  'partner-administrator': {
    'partner-administrator': { same: 'here-already', other: null },
    'partner-technician': { same: 'here-already', other: null },
  },
  'partner-technician': { 'partner-technician': { same: 'here-already', other: null } },
}
const expected = (one: PersonKind, other: PersonKind) =>
  [one, other].some(kind => kind.startsWith('platform-'))
    ? platform
    : (rows[one]?.[other] ?? rows[other]?.[one] ?? free)

test.each(personKinds.flatMap(one => personKinds.map(other => [one, other] as const)))(
  '%s beside %s, in either order',
  (one, other) => {
    for (const [at, cell] of [
      ['a', expected(one, other).same],
      ['b', expected(one, other).other],
    ] as const) {
      const [first, second] = [
        { kind: one, at: 'a' },
        { kind: other, at },
      ]
      expect(besideRefusal(first, second)).toBe(cell)
      expect(besideRefusal(second, first)).toBe(cell)
    }
  },
)

test('of several places the most telling reason is given, and none where there is none', () => {
  const held = [
    { kind: 'account-manager', at: 'a' },
    { kind: 'portal-user', at: 'b' },
  ] as const
  expect(mayHaveBeside({ kind: 'portal-user', at: 'b' }, held)).toEqual({
    ok: false,
    refusal: 'here-already',
  })
  expect(mayHaveBeside({ kind: 'end-user', at: 'b' }, held)).toEqual({ ok: false, refusal: 'one-place' })
  expect(mayHaveBeside({ kind: 'portal-user', at: 'a' }, held)).toEqual({ ok: true, value: null })
  expect(mayHaveBeside({ kind: 'platform-support', at: 'n' }, [])).toEqual({ ok: true, value: null })
})
