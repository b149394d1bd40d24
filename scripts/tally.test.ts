import { describe, expect, test } from 'vitest'
import { closingLine, exitCodeOf, sum, tallyExit, tallyPlaywright, tallyVitest } from './tally.ts'

const passing = { assertionResults: [{ status: 'passed' }], status: 'passed' }

describe('vitest', () => {
  test('counts what passed and what failed', () => {
    const report = { numTotalTests: 9, numPassedTests: 7, testResults: [passing] }
    expect(tallyVitest(report, 1)).toEqual({ passed: 7, failed: 2 })
  })

  test('a skipped test has not passed', () => {
    expect(
      tallyVitest({ numTotalTests: 4, numPassedTests: 3, numPendingTests: 1, testResults: [] }, 0),
    ).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  test('a file that falls over before its tests is a failure beside those of others', () => {
    const report = {
      numTotalTests: 2,
      numPassedTests: 1,
      testResults: [
        passing,
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
      ],
    }
    expect(tallyVitest(report, 1)).toEqual({ passed: 1, failed: 2 })
  })

  test.each([
    ['no report', undefined, 0],
    ['no report and a bad end', undefined, 1],
    ['no tests', { numTotalTests: 0, numPassedTests: 0, testResults: [] }, 0],
  ])('%s is one failure', (_name, report, code) => {
    expect(tallyVitest(report, code)).toEqual({ passed: 0, failed: 1 })
  })

  test('a bad end with every test passed is a failure all the same', () => {
    expect(tallyVitest({ numTotalTests: 5, numPassedTests: 5, testResults: [passing] }, 1)).toEqual({
      passed: 5,
      failed: 1,
    })
  })
})

describe('playwright', () => {
  test.each([
    [{ expected: 4, unexpected: 0, flaky: 0, skipped: 0 }, [], { passed: 4, failed: 0 }],
    [{ expected: 4, unexpected: 2, flaky: 0, skipped: 3 }, [], { passed: 4, failed: 5 }],
    [{ expected: 4, unexpected: 0, flaky: 1, skipped: 0 }, [], { passed: 4, failed: 1 }],
    [
      { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      [{ message: 'No tests found' }],
      { passed: 0, failed: 1 },
    ],
  ])('%j and errors %j', (stats, errors, tally) => {
    expect(tallyPlaywright({ stats, errors }, tally.failed ? 1 : 0)).toEqual(tally)
  })

  test('no report is one failure', () => {
    expect(tallyPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

test('steps add up to one closing line', () => {
  const total = sum([tallyExit(0), tallyExit(2), { passed: 40, failed: 1 }])
  expect(closingLine(total)).toBe('41 passed, 2 failed')
})

test.each([
  [{ passed: 3, failed: 0 }, 0],
  [{ passed: 3, failed: 1 }, 1],
  [{ passed: 0, failed: 0 }, 1],
])('%j leaves with %i', (tally, code) => {
  expect(exitCodeOf(tally)).toBe(code)
})
