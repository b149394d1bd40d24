import { readingAs } from '#app/_server/session.ts'
import { sightOf } from '#db/authority.ts'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { lookAtPdf } from '#lib/fax/pdf.ts'
import type { PostedFile } from '#lib/posted-file.ts'

const looks = new WeakMap<PostedFile, ReturnType<typeof lookAtPdf>>()

/** What is found in a document that was posted: looked at once, however often it is asked. */
export function lookedAt(file: PostedFile): ReturnType<typeof lookAtPdf> {
  const look = looks.get(file) ?? lookAtPdf(file.bytes)
  looks.set(file, look)
  return look
}

/**
 * Looks before the transaction opens, which would hold the account's lock and a connection meanwhile; for nobody but those who
 * may fax there. Whether they may is decided again in that transaction.
 */
export async function lookedAtFor(actor: Actor, accountId: string, file: PostedFile): Promise<void> {
  const sight = await readingAs(actor, tx => sightOf(tx, actor, { id: accountId }))
  if (sight && may(sight.authority, 'module.fax')) await lookedAt(file)
}
