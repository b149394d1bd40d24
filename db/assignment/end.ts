import { sql } from 'drizzle-orm'
import { type TakeOffRefusal, takeOff } from '#lib/grant/assignment.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change, PartnerChange } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { seenOf } from '../grant/change.ts'
import { isAssignedNow, isLiveNow } from '../grant/clock.ts'
import { loadGrant } from '../grant/load.ts'
import { lockAccountsOf } from '../grant/lock.ts'
import { toPerson } from '../mail/letters.ts'
import { nameAt } from '../person/has-place.ts'
import { together, type Write } from '../write.ts'
import { loadStaff } from './load.ts'

/**
 * An administrator of the firm takes a technician off a grant: they are out with their next click, and told by letter.
 * Refuses what lib/assignment refuses, naming the person in `seen`.
 */
export async function endAssignment(
  change: PartnerChange,
  { grantId, staffId }: { readonly grantId: string; readonly staffId: string },
): Promise<Result<{ readonly name: string }, TakeOffRefusal | 'not-found'>> {
  await lockAccountsOf(change, [grantId])
  const { tx, actor, partner, author } = change
  const grant = await loadGrant(tx, grantId, { partnerId: partner.id })
  const [staff] = grant ? await loadStaff(tx, grant, [staffId]) : []
  if (!grant || !staff) return refuse('not-found')
  const may = takeOff(partner.role, grant, staff.held, grant.now)
  if (!may.ok)
    return refuse(
      may.refusal,
      may.refusal === 'grant-ended' ? await seenOf(tx, grant) : { state: 'ended', by: staff.name },
    )
  const { accountId, partnerId, partnerName } = grant
  const rows = staff.row ? [{ ...staff.row, accountId, partnerId, partnerName, name: staff.name }] : []
  await together(tx, [
    assignmentsEnded(rows),
    recorded(
      tx,
      author,
      rows.map(row => endedEvent(row)),
    ),
    ...rows.map(({ id: subjectId }) =>
      toPerson({
        kind: 'assignment-ended',
        subjectId,
        accountId,
        occasion: 'ended',
        facts: { by: actor.name, firm: author.firm },
        personId: staff.personId,
      }),
    ),
  ])
  return ok({ name: staff.name })
}

/** An assignment that ends, and whose it was. */
export interface Ended {
  readonly id: string
  readonly version: number
  readonly accountId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly name: string
}

/** Their rows end, each only in the version that was read. */
export function assignmentsEnded(rows: readonly Ended[]): Write {
  const versions = JSON.stringify(rows.map(({ id, version }) => ({ id, version })))
  return {
    query: sql`(update assignment x set ended_at = statement_timestamp(), version = x.version + 1
      from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
      where x.id = m.id and x.version = m.version and x.ended_at is null returning x.id)`,
    rows: rows.length,
  }
}

/** The history of it: taken off by the firm itself, unless a `cause` is named. */
export function endedEvent(
  { id, accountId, partnerId, partnerName, name }: Ended,
  cause?: 'left-firm' | 'trimmed',
): NewEvent {
  const facts = { partner: partnerName, whom: name, ...(cause && { source: cause }) }
  return { action: 'assignment.ended', accountId, partnerId, subjectId: id, facts }
}

interface Asked extends Ended {
  readonly accountName: string
}

const columns = (
  x: string,
) => `${x}.id, ${x}.version, ${x}.account_id as "accountId", ${x}.partner_id as "partnerId",
  p.name as "partnerName", ${nameAt('s', 'q')} as name, a.name as "accountName"`
const ofStaff =
  'from partner_staff s join partner p on p.id = s.partner_id join person q on q.id = s.person_id'

/**
 * What somebody who leaves the firm loses in the same write: every assignment, and whatever they asked for inside the firm
 * and nobody has answered. Their place is held first, so that nothing is given to them meanwhile.
 */
export async function leftFirm(
  { tx, actor }: Pick<Change, 'tx' | 'actor'>,
  staffId: string,
): Promise<{ readonly writes: readonly Write[]; readonly events: readonly NewEvent[] }> {
  await tx.$client.query('select 1 from partner_staff where id = $1 for no key update', [staffId])
  const held = await tx.$client.query<Asked & { readonly holds: boolean }>(
    `select ${columns('x')}, ${isAssignedNow('x')} and ${isLiveNow('g')} as holds
      ${ofStaff} join assignment x on x.staff_id = s.id and x.ended_at is null join access_grant g on g.id = x.grant_id
      join account a on a.id = x.account_id where s.id = $1 order by x.id`,
    [staffId],
  )
  const asked = await tx.$client.query<Asked>(
    `select ${columns('k')} ${ofStaff} join assignment_ask k on k.staff_id = s.id and k.state = 'waiting'
      join account a on a.id = k.account_id where s.id = $1 order by k.id`,
    [staffId],
  )
  const asks = asked.rows.map(({ id, version }) => ({ id, version }))
  const lapsed: Write = {
    query: sql`(update assignment_ask k set state = 'lapsed', version = k.version + 1, decided_at = statement_timestamp(),
        decided_by = ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as m(id uuid, version int)
      where k.id = m.id and k.version = m.version and k.state = 'waiting' returning k.id)`,
    rows: asks.length,
  }
  return {
    writes: [
      ...(held.rows.length > 0 ? [assignmentsEnded(held.rows)] : []),
      ...(asks.length > 0 ? [lapsed] : []),
    ],
    events: [
      // What the clock has ended already is not told as taken from them.
      ...held.rows.filter(({ holds }) => holds).map(row => endedEvent(row, 'left-firm')),
      ...asked.rows.map(({ id, partnerId, partnerName, name, accountName }) => ({
        action: 'assignment-ask.lapsed' as const,
        accountId: null,
        partnerId,
        subjectId: id,
        from: 'waiting',
        to: 'lapsed',
        facts: { partner: partnerName, whom: name, what: accountName },
      })),
    ],
  }
}
