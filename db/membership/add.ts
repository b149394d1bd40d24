import { sql } from 'drizzle-orm'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { numbered } from '../account/telephone-extension.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { type Newcomer, personFor } from '../person/add.ts'
import { together } from '../write.ts'
import { placeLetter } from './letter.ts'

/** What a newcomer is to be on the account. */
export interface NewPlace {
  readonly kind: MembershipKind
  readonly roles?: readonly string[]
  readonly modules?: readonly string[]
  readonly product?: string
  readonly level?: string
  readonly extension?: string
}

/** `taken`: the address can't be used here; `too-many-letters`: whoever has it was sent enough of them lately. */
export type AddRefusal = 'taken' | 'too-many-letters'

/**
 * Adds a person to the account and has the activation letter sent: person, place, history and letter together, or none
 * of them. The place waits for its person, also where they have a sign-in already, and until they take it they are called
 * there as whoever adds them does. Refuses `taken` as lib/person/beside says, and the database's unique indexes hold it;
 * whatever is refused is undone.
 */
export async function addMember(
  change: AccountChange,
  newcomer: Newcomer,
  place: NewPlace,
  secret: string,
): Promise<Result<{ readonly membershipId: string }, AddRefusal>> {
  const { tx, author, account, partnerId } = change
  const { kind } = place
  const { name, email } = newcomer
  const met = await personFor(tx, author.providerId, newcomer, { kind, at: account.id })
  if (!met.ok) return refuse('taken')
  const membershipId = await placed(change, met.value.personId, name, place)
  if (!membershipId) return refuse('taken')
  const letter = await placeLetter(change, 'activation', { ...met.value, name, kind }, secret)
  if (!letter.ok) return letter
  await together(tx, [
    ...letter.value,
    ...(place.extension
      ? [
          numbered(
            { providerId: author.providerId, accountId: account.id, membershipId },
            '',
            place.extension,
          ),
        ]
      : []),
    recorded(tx, author, [
      {
        action: 'membership.added',
        accountId: account.id,
        partnerId,
        subjectId: membershipId,
        to: 'invited',
        facts: {
          what: name,
          email: email.address,
          kind,
          ...(place.roles && { roles: place.roles }),
          ...(place.modules?.length && { changes: { modules: ['', place.modules.join(', ')] as const } }),
        },
      },
    ]),
  ])
  return ok({ membershipId })
}

async function placed(
  { tx, author, account }: AccountChange,
  personId: string,
  name: string,
  place: NewPlace,
): Promise<string | null> {
  const list = (values: readonly string[] = []) => `{${values.join(',')}}`
  const answer = await tx.execute<{ id: string }>(
    sql`insert into membership (provider_id, account_id, person_id, kind, state, invited_name, roles, modules, product, level)
      values (${author.providerId}::uuid, ${account.id}::uuid, ${personId}::uuid, ${place.kind}, 'invited', ${name},
        ${list(place.roles)}::text[], ${list(place.modules)}::text[], ${place.product ?? null}, ${place.level ?? null})
      on conflict do nothing returning id`,
  )
  return answer.rows[0]?.id ?? null
}
