import { sql } from 'drizzle-orm'
import { isLive } from '#lib/grant/grant.ts'
import type { Author } from '../events.ts'
import { intoEvent } from '../into-event.ts'
import { nameAt } from '../person/has-place.ts'
import type { Write } from '../write.ts'

// With a grant ends what the firm made of it: nobody stays assigned under it, and asks to be lapse. The one stands in the
// history by the grant's own end, the other in the firm's.

/** What the history tells of an ask that lapses, of the rows of `joinAskNamed`. */
export const joinAskFacts = `jsonb_build_object('partner', p.name, 'whom', ${nameAt('s', 'q')}, 'what', a.name)`
export const joinAskNamed = (
  k: string,
) => `join account a on a.id = ${k}.account_id join partner p on p.id = ${k}.partner_id
  join partner_staff s on s.id = ${k}.staff_id join person q on q.id = s.person_id`

/** By whoever ends those of the grants that a change ends. The accounts' locks must be held, so that nothing is added meanwhile. */
export function handedOnEnded(
  steps: readonly {
    readonly grant: { readonly id: string; readonly joinAsks: number }
    readonly to: { readonly state: Parameters<typeof isLive>[0] }
  }[],
  { providerId, personId, name, firm, kind, address }: Author,
): readonly Write[] {
  const ended = steps.filter(({ to }) => !isLive(to.state)).map(({ grant }) => grant)
  if (ended.length === 0) return []
  const ids = sql`any(${`{${ended.map(({ id }) => id).join(',')}}`}::uuid[])`
  const unassigned: Write = {
    query: sql`(update assignment set ended_at = statement_timestamp() where grant_id = ${ids} and ended_at is null returning id)`,
  }
  const rows = ended.reduce((sum, { joinAsks }) => sum + joinAsks, 0)
  if (rows === 0) return [unassigned]
  return [
    unassigned,
    {
      query: sql`(update assignment_ask set state = 'lapsed', version = version + 1, decided_at = statement_timestamp(),
          decided_by = ${personId}::uuid where grant_id = ${ids} and state = 'waiting' returning id)`,
      rows,
    },
    {
      query: sql`(${sql.raw(intoEvent)}
        select ${providerId}::uuid, null::uuid, k.partner_id, clock_timestamp(), ${personId}::uuid, ${name}, ${firm}, ${kind},
          'assignment-ask.lapsed', k.id, 'waiting', 'lapsed', ${address}, ${sql.raw(joinAskFacts)}
        from assignment_ask k ${sql.raw(joinAskNamed('k'))}
        where k.grant_id = ${ids} and k.state = 'waiting' returning id)`,
      rows,
    },
  ]
}

/** The same within the sweep's statement, of the grants that it `moved`: three of its parts. */
export const sweptHandedOn = `
  unassigned as (
    update assignment x set ended_at = least(x.ends_at, m.ends_at)
      from moved m where x.grant_id = m.id and x.ended_at is null and m.state = 'expired' returning 1),
  join_lapsed as (
    update assignment_ask k set state = 'lapsed', version = k.version + 1, decided_at = m.ends_at
      from moved m where k.grant_id = m.id and k.state = 'waiting' and m.state = 'expired'
      returning k.id, k.staff_id, m.provider_id, m.account_id, m.partner_id),
  join_told as (
    ${intoEvent}
      select l.provider_id, null::uuid, l.partner_id, clock_timestamp(), null, 'Latchkey', '', 'portal', 'assignment-ask.lapsed', l.id,
        'waiting', 'lapsed', '', ${joinAskFacts}
      from join_lapsed l ${joinAskNamed('l')} returning 1)`
