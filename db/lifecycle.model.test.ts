import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { ownerCapabilities } from '#lib/access/roles.ts'
import { type Step, steps } from './proof/commands.ts'
import { Driver } from './proof/driver.ts'
import { newModel } from './proof/model.ts'
import { expectedAccess, observe, observedAccess, statesOf } from './proof/observed.ts'
import { expected } from './proof/oracle.ts'
import { newWorld } from './proof/world.ts'

/**
 * The lifecycle against the database: random sequences of everything that people, time and the sweep can do, and after
 * every step the same answer, states, history, letters and access as a second, simple telling of the rules.
 */
const seed = 20_261_122
const sequences = 300
const length = 30
const members = [...ownerCapabilities].sort().join(' ')

const world = await newWorld()
afterAll(() => world.close())

let played = 0
const answers = new Map<string, number>()

async function run(sequence: readonly Step[]): Promise<void> {
  const driver = new Driver(world, await world.newAccount())
  const model = newModel()
  const seen = { events: 0, letters: new Set<string>() }
  let ended: ReadonlyMap<string, string> = new Map()
  const story: string[] = []
  await driver.play({ do: 'hire' })
  for (const step of sequence) {
    const command = step(model)
    story.push(JSON.stringify(command))
    const wanted = expected(model, command)
    const answered = await driver.play(command)
    played += 1
    const count = `${command.do}: ${wanted.answer}`
    answers.set(count, (answers.get(count) ?? 0) + 1)
    const found = await observe(driver, seen)
    const access = await observedAccess(driver)
    expect(
      { answer: answered.answer, states: found.states, events: found.events, letters: found.letters, access },
      story.join('\n'),
    ).toEqual({
      answer: wanted.answer,
      states: statesOf(model),
      events: [...wanted.events].sort(),
      letters: [...wanted.letters].sort(),
      access: expectedAccess(model, members),
    })
    if (wanted.told) expect(answered.told, story.join('\n')).toBe(wanted.told)
    expect(found.faults, story.join('\n')).toEqual([])
    if (command.do !== 'age')
      for (const [key, row] of ended) expect(found.ended.get(key), story.join('\n')).toBe(row)
    ended = found.ended
  }
}

test(`${sequences} sequences of ${length} steps, seed ${seed}`, async () => {
  const sequence = fc.array(steps, { minLength: length, maxLength: length })
  await fc.assert(fc.asyncProperty(sequence, run), { seed, numRuns: sequences, endOnFailure: false })
  console.log(
    `${played} steps: ${[...answers]
      .sort()
      .map(([what, times]) => `${what} ${times}`)
      .join(', ')}`,
  )
}, 600_000)
