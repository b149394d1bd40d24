import fc from 'fast-check'
import { afterAll, test } from 'vitest'
import { type Command, handedSteps } from './proof/commands.ts'
import { admin, owner } from './proof/model.ts'
import { Sequences } from './proof/sequence.ts'
import { newWorld } from './proof/world.ts'
import { sequencesOf } from './testing.ts'

/**
 * The same for who works under a firm's access: handed on, all or less, changed, taken back and asked for inside the firm,
 * among all that moves or ends the access itself, from where one has an end and another has none.
 */
const seed = 20_261_129
const sequences = sequencesOf(150)
const length = 25
const full = { name: 'full', pages: [] } as const

const given: readonly Command[] = [
  { do: 'ask', key: 'r0', by: admin, way: 'slug', scope: full, duration: 720, startsIn: null },
  { do: 'approve', key: 'g0', by: owner, request: 'r0', scope: full, duration: 720 },
  { do: 'ask', key: 'r1', by: admin, way: 'slug', scope: full, duration: 'ongoing', startsIn: null },
  { do: 'approve', key: 'g1', by: owner, request: 'r1', scope: full, duration: 'ongoing' },
]

const world = await newWorld()
afterAll(() => world.close())

test(`${sequences} sequences of ${length} steps, seed ${seed}`, async () => {
  const played = new Sequences(world)
  const sequence = fc.array(handedSteps, { minLength: length, maxLength: length })
  await fc.assert(
    fc.asyncProperty(sequence, each => played.run(given, each)),
    { seed, numRuns: sequences, endOnFailure: false },
  )
  console.log(played.told())
}, 600_000)
