import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { HandedOn, type Seen } from './proof/handed-on-driver.ts'
import { allowed, people, places } from './proof/handed-on-oracle.ts'
import { steps } from './proof/handed-on-steps.ts'
import { newWorld } from './proof/world.ts'
import { sequencesOf } from './testing.ts'

/**
 * Grants that overlap, their ends, and what is handed on of them, on an account and its client, against a list of facts
 * and one question: after every step everybody may do just what the facts say, and the portal did what they allow.
 */
const seed = 20_261_129
const sequences = sequencesOf(200)
const length = 50

const world = await newWorld()
afterAll(() => world.close())

test(`${sequences} histories of ${length} steps, seed ${seed}`, async () => {
  const counts = new Map<string, number>()
  let open = 0
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: length, maxLength: length }), async history => {
      const played = await HandedOn.begin(world)
      const story: string[] = []
      for (const step of history) {
        story.push(JSON.stringify(step))
        const { expected, answered } = await played.play(step)
        const wanted = Object.fromEntries(
          people.flatMap(who => places.map(on => [`${who} on ${on}`, allowed(played.facts, who, on)])),
        ) as Seen
        expect({ answered, may: await played.seen() }, story.join('\n')).toEqual({
          answered: expected,
          may: wanted,
        })
        const what = `${step.do}: ${expected ? 'done' : 'refused'}`
        counts.set(what, (counts.get(what) ?? 0) + 1)
        open += Object.values(wanted).filter(one => one.length > 0).length
      }
    }),
    { seed, numRuns: sequences, endOnFailure: false },
  )
  const told = [...counts].sort().map(([what, times]) => `${what} ${times}`)
  console.log(`${sequences * length} steps, ${open} doors open after them: ${told.join(', ')}`)
}, 900_000)
