import { sql } from 'drizzle-orm'
import { moveAsk } from '#lib/grant/designation.ts'
import type { GrantChange } from '#lib/grant/grant.ts'
import type { NewEvent } from '../events.ts'
import type { LoadedGrant } from '../grant/load.ts'
import { intoEvent } from '../into-event.ts'
import type { Write } from '../write.ts'

/**
 * What becomes of asks to end grants that end: they lapse with them, by whoever ended those. The letter is that about the
 * grant's end.
 */
export function asksLapsed(
  steps: readonly { readonly grant: LoadedGrant; readonly to: GrantChange }[],
  personId: string,
): { readonly writes: readonly Write[]; readonly events: readonly NewEvent[] } {
  const lapsing = steps.flatMap(({ grant, to }) =>
    grant.ask && moveAsk('waiting', 'lapse', { ...grant, ...to }, grant.now).ok
      ? [{ grant, ask: grant.ask }]
      : [],
  )
  if (lapsing.length === 0) return { writes: [], events: [] }
  const versions = JSON.stringify(lapsing.map(({ ask: { id, version } }) => ({ id, version })))
  return {
    writes: [
      {
        query: sql`(update designation_ask k set state = 'lapsed', version = k.version + 1, answered_at = statement_timestamp(),
            answered_by = ${personId}::uuid
          from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
          where k.id = m.id and k.version = m.version and k.state = 'waiting' returning k.id)`,
        rows: lapsing.length,
      },
    ],
    // What an account and its provider say to each other about a firm is not the firm's: see 0040.
    events: lapsing.map(({ grant: { accountId, partnerName }, ask }) => ({
      action: 'designation-ask.lapsed',
      accountId,
      partnerId: null,
      subjectId: ask.id,
      from: 'waiting',
      to: 'lapsed',
      facts: { partner: partnerName },
    })),
  }
}

/** The same within the sweep's statement, of the grants that it `moved`: two of its parts. */
export const sweptAsks = `
  ask_lapsed as (
    update designation_ask k set state = 'lapsed', version = k.version + 1, answered_at = m.ends_at
      from moved m where k.grant_id = m.id and k.state = 'waiting' and m.state = 'expired'
      returning k.id, m.provider_id, m.account_id, m.partner_id),
  ask_told as (
    ${intoEvent}
      select l.provider_id, l.account_id, null::uuid, clock_timestamp(), null, 'Latchkey', '', 'portal', 'designation-ask.lapsed', l.id,
        'waiting', 'lapsed', '', jsonb_build_object('partner', p.name)
      from ask_lapsed l join partner p on p.id = l.partner_id returning 1)`
