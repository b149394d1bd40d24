import { sql } from 'drizzle-orm'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { newRequestCode } from './request-code.ts'

/** Gives the account another request code; the old one finds nothing any more. Codes stand in no history. */
export async function replaceRequestCode({ tx, author, account }: AccountChange): Promise<void> {
  await together(tx, [
    {
      query: sql`(update account set request_code = ${newRequestCode()} where id = ${account.id}::uuid returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      { action: 'account.code-replaced', accountId: account.id, partnerId: null, subjectId: account.id },
    ]),
  ])
}
