import fc from 'fast-check'
import { afterAll, test } from 'vitest'
import { type Command, timeSteps } from './proof/commands.ts'
import { cedar, owner, tech } from './proof/model.ts'
import { Sequences } from './proof/sequence.ts'
import { newWorld } from './proof/world.ts'
import { sequencesOf } from './testing.ts'

/**
 * The same for what becomes of access while it runs: more time asked for and given, less time, less scope and reviews,
 * among all that ends it, from where one access has an end and another has none.
 */
const seed = 20_261_128
const sequences = sequencesOf(120)
const length = 25
const full = { name: 'full', pages: [] } as const

const given: readonly Command[] = [
  { do: 'ask', key: 'r0', by: tech, way: 'slug', scope: full, duration: 24, startsIn: null },
  { do: 'approve', key: 'g0', by: owner, request: 'r0', scope: full, duration: 24 },
  { do: 'ask', key: 'r1', by: cedar, way: 'code', scope: full, duration: 'ongoing', startsIn: null },
  { do: 'approve', key: 'g1', by: owner, request: 'r1', scope: full, duration: 'ongoing' },
]

const world = await newWorld()
afterAll(() => world.close())

test(`${sequences} sequences of ${length} steps, seed ${seed}`, async () => {
  const played = new Sequences(world)
  const sequence = fc.array(timeSteps, { minLength: length, maxLength: length })
  await fc.assert(
    fc.asyncProperty(sequence, each => played.run(given, each)),
    { seed, numRuns: sequences, endOnFailure: false },
  )
  console.log(played.told())
}, 600_000)
