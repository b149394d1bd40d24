import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'

/** What one person does about their own things of this sort comes one after the other, until the transaction ends. */
export async function oneAtATime(
  tx: Tx,
  what: 'pins' | 'calendar',
  { staffId }: Pick<SeenPartner, 'staffId'>,
): Promise<void> {
  await tx.$client.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [
    `latchkey: ${what}`,
    staffId,
  ])
}
