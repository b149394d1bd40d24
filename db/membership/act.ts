import { sql } from 'drizzle-orm'
import { actingLevel } from '#lib/access/levels.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { EventAction } from '#lib/history/event.ts'
import {
  act,
  type ButtonAct,
  type MembershipRefusal,
  type MembershipState,
} from '#lib/membership/membership.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { shutOut, turnAway } from '../person/shut-out.ts'
import { together, type Write } from '../write.ts'
import { placeLetter } from './letter.ts'
import { type LoadedPlace, loadPlace } from './load.ts'

export type ActRefusal = MembershipRefusal | 'too-many-letters'

const told: Record<ButtonAct, EventAction> = {
  resend: 'membership.resent',
  reset: 'membership.reset',
  disable: 'membership.disabled',
  enable: 'membership.enabled',
  remove: 'membership.removed',
}

/**
 * Does something to a person's place of one of these kinds, with its line in the history and its letter. Whoever is
 * disabled or removed is shut out in the same transaction, whoever was only invited turned away. Refuses what
 * lib/membership refuses, naming the person; `not-found`: the account has no such place.
 */
export async function actOnMembership(
  change: AccountChange,
  { id, by }: { readonly id: string; readonly by: ButtonAct },
  kinds: readonly MembershipKind[],
  secret: string,
): Promise<Result<LoadedPlace, ActRefusal | 'not-found'>> {
  const place = await loadPlace(change, id, kinds)
  if (!place) return refuse('not-found')
  const seen = { state: place.name, by: null }
  const next = act(by, place, actingLevel(change.authority))
  if (!next.ok) return refuse(next.refusal, seen)
  const writes = by === 'resend' || by === 'reset'
  const done = writes
    ? await placeLetter(change, by === 'resend' ? 'activation' : 'reset', place, secret)
    : ok([moved(change, place, next.value)])
  if (!done.ok) return refuse(done.refusal, seen)
  await together(change.tx, [...done.value, event(change, place, by, next.value)])
  if (by === 'remove' && place.state === 'invited') await turnAway(change.tx, place.personId)
  else if (by === 'disable' || by === 'remove') await shutOut(change.tx, [place.personId])
  return ok(place)
}

function moved({ account }: AccountChange, place: LoadedPlace, state: MembershipState): Write {
  return {
    query: sql`(update membership set state = ${state}, version = version + 1
      where account_id = ${account.id}::uuid and id = ${place.id}::uuid and version = ${place.version} returning id)`,
    rows: 1,
  }
}

function event(
  { tx, author, account, partnerId }: AccountChange,
  { id, name, email, kind, state }: LoadedPlace,
  by: ButtonAct,
  next: MembershipState,
): Write {
  const changed = next === state ? {} : { from: state, to: next }
  return recorded(tx, author, [
    {
      action: told[by],
      accountId: account.id,
      partnerId,
      subjectId: id,
      ...changed,
      facts: { what: name, email, kind },
    },
  ])
}
