// npm run bench [-- NUMBER… --quick --rows N]: measures, each as a ratio within the run, as a table and as JSON.
import { parseArgs } from 'node:util'
import { cores } from '#bench/cores.ts'
import { isMet } from '#bench/figure.ts'
import { measures } from '#bench/measures.ts'
import { type Reported, save, screenOf } from '#bench/report.ts'
import { type Options, World } from '#bench/world.ts'
import { runCommand } from '#scripts/lifetime.ts'
import { StartError, say } from '#scripts/project.ts'

await runCommand(async life => {
  const { chosen, options } = asked()
  const { told } = cores()
  say(`Cores: ${told}.`)
  const world = await World.open(life, options)
  const reported: Reported[] = []
  const failed: number[] = []
  for (const measure of chosen) {
    say(`\nMeasuring ${measure.number}: ${measure.title} …`)
    const start = Date.now()
    const finding = await measure
      .load()
      .then(run => run(world))
      .catch((fault: unknown) => {
        // The others are worth having all the same.
        console.error(fault)
        failed.push(measure.number)
        return null
      })
    if (!finding) continue
    const one = {
      number: measure.number,
      title: measure.title,
      seconds: (Date.now() - start) / 1000,
      finding,
    }
    reported.push(one)
    say(screenOf(one))
  }
  const missed = reported.flatMap(({ finding }) => finding.figures).filter(figure => !isMet(figure))
  if (options.quick) say('\nQuick sizes: nothing was written.')
  else save({ cores: told, quick: false, measures: reported })
  say(missed.length === 0 ? '\nAll targets met.' : `\nTargets missed: ${missed.length}.`)
  if (failed.length > 0) say(`Could not be measured: ${failed.join(', ')}.`)
  return failed.length > 0 ? 1 : 0
}, 130)

function asked(): { chosen: typeof measures; options: Options } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, rows: { type: 'string' } },
  })
  const rows = values.rows === undefined ? null : Number(values.rows)
  if (rows !== null && !(Number.isInteger(rows) && rows > 0))
    throw new StartError('--rows needs a number of rows.')
  const numbers = positionals.map(Number)
  const unknown = numbers.find(number => !measures.some(measure => measure.number === number))
  if (unknown !== undefined)
    throw new StartError(
      `There is no measure ${unknown}. Choose among ${measures.map(m => m.number).join(', ')}.`,
    )
  const chosen = measures.filter(({ number }) => numbers.length === 0 || numbers.includes(number))
  return { chosen, options: { quick: values.quick, rows } }
}
