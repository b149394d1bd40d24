import { anyProvider } from '#db/brand.ts'
import { log } from './log.ts'

const minute = 60_000

let lookedAt = Number.NEGATIVE_INFINITY
let thereIsOne = false

/**
 * A host without a portal was asked for. Where that is because nobody has set up anything yet, the log says what to do:
 * once a minute at most, whoever asks how often. Once there is a provider, nobody looks again.
 */
export async function hintAtSetup(now = performance.now()): Promise<void> {
  if (thereIsOne || now - lookedAt < minute) return
  lookedAt = now
  thereIsOne = await anyProvider()
  if (!thereIsOne) log.warn('there is no provider yet, so no host has a portal: run npm run setup')
}
