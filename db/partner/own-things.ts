import { type SQL, sql } from 'drizzle-orm'
import type { Write } from '../write.ts'

/** What people keep at a firm's desk for themselves goes with their place: of one of them, or of the whole firm. */
export function withoutOwnThings(
  of: { readonly staffId: string } | { readonly partnerId: string },
): readonly Write[] {
  const theirs: SQL =
    'staffId' in of ? sql`staff_id = ${of.staffId}::uuid` : sql`partner_id = ${of.partnerId}::uuid`
  return [
    { query: sql`(delete from customer_pin where ${theirs} returning staff_id)` },
    { query: sql`(delete from calendar_feed where ${theirs} returning staff_id)` },
  ]
}
