/** What a step of the tests came to. A test that was skipped did not pass: it counts as failed. */
export interface Tally {
  passed: number
  failed: number
}

export const onePassed: Tally = { passed: 1, failed: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1 }

/** One check with a yes or no, such as lint. */
export function tallyExit(code: number): Tally {
  return code === 0 ? onePassed : oneFailed
}

/**
 * Counts a run of vitest by its JSON report. A file that fell over before its tests, a run that failed with no test
 * to show for it, a report that is missing and a run of no tests at all each count as a failure.
 */
export function tallyVitest(report: unknown, code: number): Tally {
  const { numPassedTests, numTotalTests, testResults } = fields(report)
  const passed = count(numPassedTests)
  const fallen = list(testResults).filter(file => {
    const { status, assertionResults } = fields(file)
    return status === 'failed' && !list(assertionResults).some(test => fields(test).status === 'failed')
  })
  return settled(passed, count(numTotalTests) - passed + fallen.length, code)
}

/** Counts a run of Playwright by its JSON report, with the same care. */
export function tallyPlaywright(report: unknown, code: number): Tally {
  const { stats, errors } = fields(report)
  const { expected, unexpected, flaky, skipped } = fields(stats)
  const failed = count(unexpected) + count(flaky) + count(skipped) + list(errors).length
  return settled(count(expected), failed, code)
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  )
}

/** The last line of every test run. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}

/** A run of nothing is no success, nor is one that ended badly. */
export function exitCodeOf({ passed, failed }: Tally): number {
  return failed === 0 && passed > 0 ? 0 : 1
}

function settled(passed: number, failed: number, code: number): Tally {
  const unaccounted = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: unaccounted ? 1 : failed }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
