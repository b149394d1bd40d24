import { z } from 'zod'
import { accountPage } from '#app/_server/page.ts'
import { smsHead } from '#db/sms/reads.ts'

/** When the account's conversations, or one of them, last changed: for a page that is being looked at. Tells nothing else. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const asked = z.uuid().safeParse(new URL(request.url).searchParams.get('conversation')).data ?? null
  const page = await accountPage((await params).account, 'module.sms', (tx, { account }) =>
    smsHead(tx, account.id, asked),
  )
  return Response.json({ version: page.data.version }, { headers: { 'cache-control': 'private, no-store' } })
}
