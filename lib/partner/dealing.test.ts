import { describe, expect, test } from 'vitest'
import { type Dealing, dealingState, mayAsk, mayEnter, needsAssignment, nextAct } from './dealing.ts'

const nothing: Dealing = {
  served: true,
  open: null,
  invitation: null,
  blocked: false,
  live: [],
  ended: null,
  askFrom: null,
}
const invited = { invitation: { id: 'i' } } as const
const pending = { open: { state: 'pending' } } as const
const question = { open: { state: 'question' } } as const
const active = { state: 'active', mine: true } as const
const theirs = { state: 'active', mine: false } as const
const soon = new Date(Date.now() + 3_600_000)

describe('what stands on the row, and its main action', () => {
  const cases: [name: string, dealing: Partial<Dealing>, state: string, act: string][] = [
    ['never dealt with', {}, 'none', 'ask'],
    ['asked', pending, 'asked', 'see-request'],
    ['asked back', question, 'question', 'answer'],
    ['asked back while access is open', { ...question, live: [active] }, 'question', 'answer'],
    ['open to the reader', { live: [active] }, 'active', 'enter'],
    ['open to the reader, and more was asked', { ...pending, live: [active] }, 'active', 'enter'],
    ['open to others of the firm', { live: [theirs] }, 'active', 'see'],
    ['open to others, and more was asked', { ...pending, live: [theirs] }, 'active', 'see-request'],
    ['not yet begun', { live: [{ state: 'scheduled', mine: true }] }, 'scheduled', 'see'],
    ['held', { live: [{ state: 'suspended', mine: true }] }, 'suspended', 'see'],
    ['held and open at once', { live: [{ state: 'suspended', mine: true }, active] }, 'active', 'enter'],
    ['revoked', { ended: { state: 'revoked' } }, 'revoked', 'ask'],
    ['declined an hour ago', { ended: { state: 'declined' }, askFrom: soon }, 'declined', 'see'],
    ['no longer served', { served: false, ended: { state: 'terminated' } }, 'terminated', 'see'],
    ['invited', { served: false, ...invited }, 'invited', 'see-invitation'],
    ['invited while access is open', { ...invited, live: [active] }, 'active', 'enter'],
    ['invited while access is open to others', { ...invited, live: [theirs] }, 'active', 'see-invitation'],
    ['blocked', { blocked: true, ended: { state: 'declined' } }, 'declined', 'see'],
    ['asked by its code', { served: false, ...pending }, 'asked', 'see-request'],
  ]
  test.each(cases)('%s', (_, dealing, state, act) => {
    expect(dealingState({ ...nothing, ...dealing })).toBe(state)
    expect(nextAct({ ...nothing, ...dealing })).toBe(act)
  })
})

test('asking again waits for the open request, the decline, and the channel relationship', () => {
  expect(mayAsk(nothing)).toBe(true)
  expect(mayAsk({ ...nothing, ...pending })).toBe('open')
  expect(mayAsk({ ...nothing, askFrom: soon })).toBe('wait')
  expect(mayAsk({ ...nothing, served: false })).toBe('not-served')
  expect(mayAsk({ ...nothing, ...invited })).toBe('invited')
  expect(mayAsk({ ...nothing, ...pending, blocked: true })).toBe('blocked')
})

test('a technician without an assignment is told so', () => {
  expect(needsAssignment({ live: [theirs] })).toBe(true)
  expect(mayEnter({ live: [theirs] })).toBe(false)
  expect(needsAssignment({ live: [theirs, active] })).toBe(false)
  expect(needsAssignment({ live: [{ state: 'suspended', mine: false }] })).toBe(false)
})
