import fc from 'fast-check'
import { afterAll, test } from 'vitest'
import { steps } from './proof/commands.ts'
import { Sequences } from './proof/sequence.ts'
import { newWorld } from './proof/world.ts'
import { sequencesOf } from './testing.ts'

/**
 * The lifecycle against the database: random sequences of everything that people, time and the sweep can do, and after
 * every step the same answer, states, history, letters and access as a second, simple telling of the rules.
 */
const seed = 20_261_122
const sequences = sequencesOf(300)
const length = 30

const world = await newWorld()
afterAll(() => world.close())

test(`${sequences} sequences of ${length} steps, seed ${seed}`, async () => {
  const played = new Sequences(world)
  const sequence = fc.array(steps, { minLength: length, maxLength: length })
  await fc.assert(
    fc.asyncProperty(sequence, each => played.run([], each)),
    { seed, numRuns: sequences, endOnFailure: false },
  )
  console.log(played.told())
}, 600_000)
