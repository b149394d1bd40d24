import { describe, expect, test } from 'vitest'
import { aimedTime, nextBatchSize } from './batch-size.ts'

const bounds = { smallest: 1, largest: 2000 }

test.each([
  ['that took as long as it should stays', 400, aimedTime, 400],
  ['that took twice as long is halved', 400, 2 * aimedTime, 200],
  ['that took ten times as long is a tenth, at once', 400, 10 * aimedTime, 40],
  ['that was a little faster grows a little', 400, aimedTime / 1.25, 500],
  ['that was much faster grows by half', 400, 5, 600],
  ['that took no time that can be measured grows by half', 400, 0, 600],
  ['of one row grows too', 1, 5, 2],
  ['of one row that takes for ever is one row', 1, 60_000, 1],
  ['never becomes larger than the largest', 1900, 5, 2000],
])('a batch %s', (_, size, milliseconds, next) => {
  expect(nextBatchSize(size, milliseconds, bounds)).toBe(next)
})

test('the smallest and the largest hold whatever was before', () => {
  expect(nextBatchSize(40, 10_000, { smallest: 10, largest: 40 })).toBe(10)
  expect(nextBatchSize(5000, 1, { smallest: 10, largest: 40 })).toBe(40)
})

describe.each([
  ['fast', 0.02],
  ['middling', 0.2],
  ['slow', 5],
  ['hopeless', 90],
])('a %s machine', (_, perRow) => {
  test('soon takes about the time that is aimed at, and never much more than once', () => {
    // Each batch has a cost of its own beside that of its rows.
    const took = (size: number) => 3 + size * perRow
    const times: number[] = []
    for (let i = 0, size = 100; i < 20; i++) {
      const time = took(size)
      times.push(time)
      size = nextBatchSize(size, time, bounds)
    }
    expect(times.filter(time => time > 2.5 * aimedTime).length).toBeLessThanOrEqual(1)
    const last = times.at(-1) ?? 0
    expect(last).toBeLessThanOrEqual(1.1 * aimedTime)
    if (took(bounds.largest) > aimedTime) expect(last).toBeGreaterThan(0.8 * aimedTime)
  })

  test('that becomes half as fast holds no rows for too long', () => {
    let size = 100
    for (let i = 0; i < 20; i++) size = nextBatchSize(size, 3 + size * perRow, bounds)
    const slower = 3 + size * 2 * perRow
    expect(slower).toBeLessThan(250)
    expect(nextBatchSize(size, slower, bounds)).toBeLessThanOrEqual(size)
  })
})
