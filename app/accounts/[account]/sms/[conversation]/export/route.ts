import { notFound } from 'next/navigation'
import { z } from 'zod'
import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { conversationCsv } from '#db/sms/export.ts'
import { conversationOf } from '#db/sms/reads.ts'
import { words as catalogue } from '../../words.ts'

/** A conversation, all of it, as a file. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ account: string; conversation: string }> },
): Promise<Response> {
  const { account: slug, conversation } = await params
  if (!z.uuid().safeParse(conversation).success) notFound()
  const page = await accountPage(slug, 'module.sms', (tx, { account }, { personId }) =>
    conversationOf(tx, { accountId: account.id, personId, names: false }, conversation, undefined, 1),
  )
  const { account, actor, language, now, data } = page
  if (!data) notFound()
  const words = catalogue[language]
  const batches = conversationCsv({
    actor,
    accountId: account.id,
    conversationId: conversation,
    language,
    ended: words.ended,
  })
  return csvFile({ batches, of: account.slug, what: words.file, zone: account.timeZone, now })
}
