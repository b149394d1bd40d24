import 'server-only'
import { countTry } from '#db/sign-in/limits.ts'
import type { Language } from '#lib/language.ts'
import type { Bucket } from '#lib/sign-in/limits.ts'
import { waitText } from '#lib/sign-in/words.ts'
import type { Refusal } from './door.ts'

/** Counts a try, also one that comes to nothing. The refusal once there were too many, with how long to wait. */
export async function tooManyTries(
  buckets: readonly Bucket[],
  said: (wait: string) => string,
  language: Language,
): Promise<Refusal | null> {
  const wait = await countTry(buckets)
  return wait > 0 ? { refused: said(waitText(wait, language)) } : null
}
