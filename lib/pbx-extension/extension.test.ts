import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calledIn, circleThrough, conflictOf, sendersTo } from './beside.ts'
import { type Around, checkExtension, type Route, type Standing, startingValues } from './extension.ts'
import { pinMark, refusedAsPin } from './pin.ts'

const around: Around = {
  numbers: new Map([
    ['201', 'a'],
    ['202', 'b'],
  ]),
  memberIds: new Set(['m']),
  profileIds: new Set(['p']),
  from: 'CA',
}
const typed = { ...startingValues, number: '203', name: 'Lobby' }

describe('an extension by itself', () => {
  test.each([
    [{}, null],
    [{ number: '911' }, 'number emergency-extension'],
    [{ number: '2' }, 'number not-an-extension'],
    [{ name: '', member: 'm' }, null],
    [{ name: '' }, 'name no-name'],
    [{ member: 'stranger' }, 'member unknown-member'],
    [{ profile: 'p' }, null],
    [{ profile: 'stranger' }, 'profile unknown-profile'],
    [{ device: 'fax' }, 'device not-a-device'],
    [{ voicemail: 'maybe' }, 'voicemail not-yes-or-no'],
    [{ voicemail: 'off' }, 'busy no-voicemail'],
    [{ voicemail: 'off', busy: 'nothing' }, 'unanswered no-voicemail'],
    [{ voicemail: 'off', busy: 'nothing', unanswered: 'nothing' }, null],
    [{ ring: '4' }, 'ring not-seconds'],
    [{ ring: '5' }, null],
    [{ ring: '120' }, null],
    [{ ring: '121' }, 'ring not-seconds'],
    [{ ring: '2e1' }, 'ring not-seconds'],
    [{ busy: 'elsewhere' }, 'busy not-a-route'],
    [{ busy: 'extension', busyTo: '201' }, null],
    [{ busy: 'extension', busyTo: '203' }, 'busyTo itself'],
    [{ busy: 'extension', busyTo: '299' }, 'busyTo no-such-extension'],
    [{ busy: 'extension', busyTo: '' }, 'busyTo no-such-extension'],
    [{ unanswered: 'outside', unansweredTo: '(604) 555-0123' }, null],
    [{ unanswered: 'outside', unansweredTo: '204' }, 'unansweredTo not-outside'],
    [{ unanswered: 'outside', unansweredTo: '911' }, 'unansweredTo emergency-outside'],
    [{ unanswered: 'outside', unansweredTo: '1-1-2' }, 'unansweredTo emergency-outside'],
  ])('%j: %j', (more, fault) => {
    const checked = checkExtension({ ...typed, ...more }, around)
    expect(checked.ok ? null : `${checked.fault.field} ${checked.fault.code}`).toBe(fault)
  })

  test('keeps a number that is older than its rule, and gets no other such one', () => {
    expect(checkExtension({ ...typed, number: '9110', device: 'both' }, around, '9110').ok).toBe(true)
    expect(checkExtension({ ...typed, number: '9111' }, around, '9110').ok).toBe(false)
    expect(checkExtension({ ...typed, number: '' }, around, '').ok).toBe(false)
  })

  test('is kept as the world dials it, and without what is not asked for', () => {
    const checked = checkExtension(
      { ...typed, busy: 'outside', busyTo: '604 555 0123', unansweredTo: '201', ring: '020' },
      around,
    )
    expect(checked.ok && checked.value.values).toMatchObject({
      busyTo: '+16045550123',
      unansweredTo: '',
      ring: '20',
    })
    expect(checked.ok && checked.value.kept.busy).toEqual({
      kind: 'outside',
      extensionId: null,
      outside: '+16045550123',
    })
  })
})

const nothing: Route = { kind: 'nothing', extensionId: null, outside: '' }
const to = (extensionId: string): Route => ({ kind: 'extension', extensionId, outside: '' })
const standing = (number: string, busy: Route = nothing, unanswered: Route = nothing): Standing => ({
  number,
  name: `N${number}`,
  memberId: null,
  busy,
  unanswered,
})

describe('an extension beside the others', () => {
  test('has a number and a person of its own', () => {
    const everybody = new Map([
      ['a', { ...standing('201'), memberId: 'm' }],
      ['b', standing('201')],
      ['c', { ...standing('203'), memberId: 'm' }],
    ])
    expect(conflictOf('b', everybody)).toEqual({ field: 'number', code: 'taken', fact: 'N201' })
    expect(conflictOf('c', everybody)).toEqual({ field: 'member', code: 'has-extension', fact: '201' })
  })

  test('sends no call round in a circle, whichever of its two ways it takes, and the circle is named', () => {
    const everybody = new Map([
      ['a', standing('201', nothing, to('b'))],
      ['b', standing('202', to('d'), to('c'))],
      ['c', standing('203', to('a'))],
      ['d', standing('204')],
    ])
    expect(conflictOf('a', everybody)).toEqual({
      field: 'unansweredTo',
      code: 'circle',
      fact: '201 → 202 → 203 → 201',
    })
    expect(conflictOf('c', everybody)).toMatchObject({ field: 'busyTo', fact: '203 → 201 → 202 → 203' })
    expect(conflictOf('d', everybody)).toBeNull()
    expect(sendersTo(new Set(['c']), everybody).map(one => one.number)).toEqual(['202'])
    expect(sendersTo(new Set(['b', 'c']), everybody).map(one => one.number)).toEqual(['201'])
  })

  test('a circle is found where following every call for long enough comes back, and nowhere else', () => {
    const ways = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(ways, edges => {
        const everybody = new Map(
          [...new Set(edges.map(([at]) => at))].map(at => {
            const [, busy = 0, unanswered = 0] = edges.find(([from]) => from === at) ?? []
            return [String(at), standing(String(at), to(String(busy)), to(String(unanswered)))]
          }),
        )
        for (const id of everybody.keys()) {
          let reached = new Set([id])
          let back = false
          for (let step = 0; step <= everybody.size; step += 1) {
            reached = new Set(
              [...reached].flatMap(at => {
                const one = everybody.get(at)
                return one ? [one.busy.extensionId ?? '', one.unanswered.extensionId ?? ''] : []
              }),
            )
            back ||= reached.has(id)
          }
          const circle = circleThrough(id, everybody)
          expect(circle !== null).toBe(back)
          expect(circle?.[0] ?? id).toBe(circle?.at(-1) ?? id)
        }
      }),
    )
  })
})

test.each([
  ['4071', null],
  ['40718', null],
  ['407', 'not-a-pin'],
  ['407182930', 'not-a-pin'],
  ['40a1', 'not-a-pin'],
  ['0000', 'pin-too-easy'],
  ['1234', 'pin-too-easy'],
  ['7890', 'pin-too-easy'],
  ['4321', 'pin-too-easy'],
  ['1212', 'pin-too-easy'],
  ['121212', 'pin-too-easy'],
  ['2015', 'pin-is-extension'],
  ['5201', 'pin-is-extension'],
  ['1029', 'pin-is-extension'],
])('%j as a PIN of 201: %j', (pin, refusal) => {
  expect(refusedAsPin(pin, '201')).toBe(refusal)
})

test('what is kept of a PIN is another with another key, extension, PIN or secret', () => {
  const marks = [
    ['a', 'k', '4071', 's'],
    ['b', 'k', '4071', 's'],
    ['a', 'l', '4071', 's'],
    ['a', 'k', '4072', 's'],
    ['a', 'k', '4071', 't'],
  ].map(([a = '', b = '', c = '', d = '']) => pinMark(a, b, c, d))
  expect(new Set(marks).size).toBe(5)
  expect(marks.join()).not.toContain('4071')
})

test('an extension is called by its own name, else as its person is, else by its number', () => {
  const members = [{ id: 'm', name: 'Ines' }]
  expect(calledIn(members, { name: 'Lobby', memberId: 'm', number: '301' })).toBe('Lobby')
  expect(calledIn(members, { name: '', memberId: 'm', number: '301' })).toBe('Ines')
  expect(calledIn(members, { name: '', memberId: 'gone', number: '301' })).toBe('301')
})
