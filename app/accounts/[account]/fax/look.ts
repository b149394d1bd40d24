import type { Refusal } from '#app/_server/door.ts'
import { readingAs } from '#app/_server/session.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { sightOf } from '#db/authority.ts'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { lookAtPdf } from '#lib/fax/pdf.ts'
import type { Language } from '#lib/language.ts'
import type { PostedFile } from '#lib/posted-file.ts'
import { documentBuckets } from '#lib/sign-in/limits.ts'
import { signInRefusalWords } from '#lib/sign-in/words.ts'

const looks = new WeakMap<PostedFile, ReturnType<typeof lookAtPdf>>()

/** What is found in a document that was posted: looked at once, however often it is asked. */
export function lookAt(file: PostedFile): ReturnType<typeof lookAtPdf> {
  const look = looks.get(file) ?? lookAtPdf(file.bytes)
  looks.set(file, look)
  return look
}

/**
 * Looks before the transaction opens, which would hold the account's lock and a connection meanwhile; for nobody but those who
 * may fax there, and not without end: each look is counted. Whether they may is decided again in that transaction.
 */
export async function lookFirst(
  actor: Actor,
  { account, file }: { readonly account: string; readonly file: PostedFile },
  language: Language,
): Promise<Refusal | null> {
  const sight = await readingAs(actor, tx => sightOf(tx, actor, { id: account }))
  if (!sight || !may(sight.authority, 'module.fax')) return null
  const words = signInRefusalWords[language]['too-many']
  const refused = await tooManyTries(documentBuckets(actor.personId), words, language)
  if (!refused) await lookAt(file)
  return refused
}
