import { sql } from 'drizzle-orm'
import { isLive } from '#lib/grant/grant.ts'
import type { Author } from '../events.ts'
import { intoEvent } from '../into-event.ts'
import { nameAt } from '../person/has-place.ts'
import type { Write } from '../write.ts'

const facts = `jsonb_build_object('partner', p.name, 'whom', ${nameAt('s', 'q')}, 'what', a.name)`
const named = (
  k: string,
) => `join account a on a.id = ${k}.account_id join partner p on p.id = ${k}.partner_id
  join partner_staff s on s.id = ${k}.staff_id join person q on q.id = s.person_id`

/**
 * What becomes of asks to be assigned to grants that end: they lapse with them, by whoever ended those, in the firm's own
 * history. The accounts' locks must be held, so that none is asked or answered meanwhile.
 */
export function joinAsksLapsed(
  steps: readonly {
    readonly grant: { readonly id: string }
    readonly to: { readonly state: Parameters<typeof isLive>[0] }
  }[],
  { providerId, personId, name, firm, kind, address }: Author,
): readonly Write[] {
  const ended = steps.filter(({ to }) => !isLive(to.state)).map(({ grant }) => grant.id)
  if (ended.length === 0) return []
  const ids = sql`any(${`{${ended.join(',')}}`}::uuid[])`
  return [
    {
      query: sql`(update assignment_ask set state = 'lapsed', version = version + 1, decided_at = statement_timestamp(),
          decided_by = ${personId}::uuid where grant_id = ${ids} and state = 'waiting' returning id)`,
    },
    {
      query: sql`(${sql.raw(intoEvent)}
        select ${providerId}::uuid, null::uuid, k.partner_id, clock_timestamp(), ${personId}::uuid, ${name}, ${firm}, ${kind},
          'assignment-ask.lapsed', k.id, 'waiting', 'lapsed', ${address}, ${sql.raw(facts)}
        from assignment_ask k ${sql.raw(named('k'))}
        where k.grant_id = ${ids} and k.state = 'waiting' returning id)`,
    },
  ]
}

/** The same within the sweep's statement, of the grants that it `moved`: two of its parts. */
export const sweptJoinAsks = `
  join_lapsed as (
    update assignment_ask k set state = 'lapsed', version = k.version + 1, decided_at = m.ends_at
      from moved m where k.grant_id = m.id and k.state = 'waiting' and m.state = 'expired'
      returning k.id, k.staff_id, m.provider_id, m.account_id, m.partner_id),
  join_told as (
    ${intoEvent}
      select l.provider_id, null::uuid, l.partner_id, clock_timestamp(), null, 'Latchkey', '', 'portal', 'assignment-ask.lapsed', l.id,
        'waiting', 'lapsed', '', ${facts}
      from join_lapsed l ${named('l')} returning 1)`
