import { expect, test } from 'vitest'
import { endSpanNames, endSpanOf, endSpans, firstEnd } from './ends.ts'

const now = new Date('2026-03-08T09:00:00Z')
const after = (hours: number, more = 0) => new Date(now.getTime() + hours * 3_600_000 + more)

test.each([
  [after(-1), null],
  [now, null],
  [after(0, 1), 'today'],
  [after(24), 'today'],
  [after(24, 1), 'week'],
  [after(168), 'week'],
  [after(168, 1), 'month'],
  [after(720), 'month'],
  [after(720, 1), 'later'],
  [after(100_000), 'later'],
  [null, null],
])('what ends at %j ends in the span %j', (endsAt, span) => {
  expect(endSpanOf(endsAt, now)).toBe(span)
})

test('each span begins where the one before it ends', () => {
  const spans = endSpanNames.map(name => endSpans[name])
  expect(spans.map(span => span.after)).toEqual([0, ...spans.slice(0, -1).map(span => span.until)])
  expect(spans.at(-1)?.until).toBeNull()
})

test('the first end of several; none of those without one', () => {
  expect(firstEnd([null, after(9), after(3)])).toEqual(after(3))
  expect(firstEnd([null])).toBeNull()
  expect(firstEnd([])).toBeNull()
})
