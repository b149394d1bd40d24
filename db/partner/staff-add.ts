import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type StaffRole, staffKindOf } from '#lib/access/person-kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import type { AddRefusal } from '../membership/add.ts'
import { type Newcomer, personFor } from '../person/add.ts'
import { together } from '../write.ts'
import { type OfStaff, staffLetter } from './staff-letter.ts'

/** What a newcomer is to be in which firm. */
export interface NewStaff {
  readonly partnerId: string
  readonly role: StaffRole
}

/**
 * Invites somebody to a firm, whoever invites them: the provider its first administrator, and its administrators the
 * rest. The place waits for its person, also where they have a sign-in already, and until they take it they are called
 * there as whoever invites them does. Refuses `here-already`: they are of the firm; `taken`: the address can't be used
 * here; `too-many-letters`: whoever
 * has it was sent enough of them lately; `not-found`: the provider has no such firm that is open. What is refused is undone.
 */
export async function inviteStaff(
  change: Change,
  newcomer: Newcomer,
  { partnerId, role }: NewStaff,
  secret: string,
): Promise<Result<{ readonly staffId: string }, 'here-already' | AddRefusal | 'not-found'>> {
  const { tx, actor, author } = change
  const { name, email } = newcomer
  // Held, so that the firm's closing comes before this or finds it done.
  const firm = await tx.$client.query<{ name: string }>(
    'select name from partner where id = $1 and provider_id = $2 and closed_at is null for share',
    [partnerId, actor.providerId],
  )
  const partnerName = firm.rows[0]?.name
  if (partnerName === undefined) return refuse('not-found')
  const kind = staffKindOf(role)
  const met = await personFor(tx, actor.providerId, newcomer, { kind, at: partnerId })
  if (!met.ok) return refuse(met.refusal === 'here-already' ? 'here-already' : 'taken')
  const staff: OfStaff = { ...met.value, id: randomUUID(), name, email: email.address, kind, partnerName }
  const letter = await staffLetter(change, staff, secret)
  if (!letter.ok) return letter
  await together(tx, [
    {
      query: sql`(insert into partner_staff (id, provider_id, partner_id, person_id, role, invited_name)
        values (${staff.id}::uuid, ${actor.providerId}::uuid, ${partnerId}::uuid, ${staff.personId}::uuid, ${role}, ${name}) returning id)`,
      rows: 1,
    },
    ...letter.value,
    recorded(tx, author, [
      {
        action: 'staff.added',
        accountId: null,
        partnerId,
        subjectId: staff.id,
        to: 'invited',
        facts: { what: name, email: staff.email, kind, partner: partnerName },
      },
    ]),
  ])
  return ok({ staffId: staff.id })
}
