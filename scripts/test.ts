// npm test [-- PART [FILTER…]]: everything that CI runs, or one part of it, closed by "N passed, N failed".
import { runCommand } from './lifetime.ts'
import { StartError } from './project.ts'
import { closingLine, exitCodeOf, oneFailed, sum, type Tally } from './tally.ts'
import { testSteps } from './test-steps.ts'

const parts = ['lint', 'types', 'unit', 'integration', 'serverless', 'e2e', 'edge', 'several']

await runCommand(async life => {
  const [part, ...filter] = process.argv.slice(2)
  if (part !== undefined && !parts.includes(part)) {
    throw new StartError(
      `There is no part "${part}". Choose one of ${parts.join(', ')}, or none for all of them.`,
    )
  }
  const results: { name: string; tally: Tally }[] = []
  for (const step of testSteps(life, part, filter)) {
    console.log(`\n── ${step.name}`)
    const missed = results.find(({ name, tally }) => step.after?.includes(name) && tally.failed > 0)
    if (missed) {
      console.log(`Not run: ${missed.name} failed.`)
      results.push({ name: step.name, tally: oneFailed })
    } else {
      results.push({ name: step.name, tally: await carriedOut(step.run) })
    }
  }
  console.log('')
  for (const { name, tally } of results) console.log(`${name.padEnd(28)}${closingLine(tally)}`)
  const total = sum(results.map(({ tally }) => tally))
  console.log(`\n${closingLine(total)}`)
  return exitCodeOf(total)
}, 130)

/** A step that could not even start has failed; the others are run all the same. */
async function carriedOut(run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error)
    return oneFailed
  }
}
