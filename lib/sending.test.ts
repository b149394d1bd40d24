import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carrierReason,
  comesFrom,
  pauseBefore,
  type SendingState,
  type ToldState,
  toldStates,
} from './sending.ts'

const afterWord = (state: SendingState, told: ToldState): SendingState =>
  comesFrom(told).includes(state) ? told : state

test.each<[SendingState, ToldState, SendingState]>([
  ['queued', 'sent', 'sent'],
  ['queued', 'delivered', 'delivered'],
  ['queued', 'failed', 'failed'],
  ['sent', 'sent', 'sent'],
  ['sent', 'delivered', 'delivered'],
  ['sent', 'failed', 'failed'],
  ['delivered', 'sent', 'delivered'],
  ['delivered', 'failed', 'delivered'],
  ['failed', 'sent', 'failed'],
  ['failed', 'delivered', 'failed'],
])('what is %s and told to be %s is %s', (state, told, after) => {
  expect(afterWord(state, told)).toBe(after)
})

test('word that comes again, or late, changes nothing once all is over', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...toldStates), { maxLength: 8 }), words => {
      const all = words.reduce<SendingState>(afterWord, 'queued')
      const ended = words.find(word => word !== 'sent')
      expect(all).toBe(ended ?? (words.length > 0 ? 'sent' : 'queued'))
      expect(words.reduce<SendingState>(afterWord, all)).toBe(all)
    }),
  )
})

test('a reason that nobody knows is another one', () => {
  expect(carrierReason('busy')).toBe('busy')
  for (const said of ['no-word', 'closed', '__proto__', '', null, 7])
    expect(carrierReason(said)).toBe('other')
})

test('tries come further and further apart', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 50].map(pauseBefore)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses[0]).toBe(5_000)
  expect(pauses.at(-1)).toBe(900_000)
})
