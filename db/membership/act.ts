import { sql } from 'drizzle-orm'
import { actingLevel } from '#lib/access/levels.ts'
import type { EventAction } from '#lib/history/event.ts'
import {
  act,
  type MembershipAct,
  type MembershipKind,
  type MembershipRefusal,
  type MembershipState,
} from '#lib/membership/membership.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { hadEnoughLetters, passwordLetter } from '../person/activation.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { together, type Write } from '../write.ts'
import { type LoadedPlace, loadPlace } from './load.ts'

export type ActRefusal = MembershipRefusal | 'too-many-letters'

/** What others do with a button; another home has a form of its own: see home.ts. */
export type ButtonAct = Exclude<MembershipAct, 'move-home'>

const told: Record<ButtonAct, EventAction> = {
  resend: 'membership.resent',
  reset: 'membership.reset',
  disable: 'membership.disabled',
  enable: 'membership.enabled',
  remove: 'membership.removed',
}

/**
 * Does something to a person's place of one of these kinds, with its line in the history and its letter. Whoever is shut
 * out is signed out everywhere in the same transaction, and what they could still come in with is void. Refuses what
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
  if (writes && (await hadEnoughLetters(change.tx, place.personId))) return refuse('too-many-letters', seen)
  if (by === 'disable' || by === 'remove') await shutOut(change, place)
  await together(change.tx, [
    ...(writes ? await letters(change, place, by, secret) : [moved(change, place, next.value)]),
    event(change, place, by, next.value),
  ])
  return ok(place)
}

async function shutOut({ tx }: AccountChange, { personId }: LoadedPlace): Promise<void> {
  await endAllSessions(tx, personId)
  await voidTokens(tx, personId)
}

function moved({ tx: _, account }: AccountChange, place: LoadedPlace, state: MembershipState): Write {
  return {
    query: sql`(update membership set state = ${state}, version = version + 1
      where account_id = ${account.id}::uuid and id = ${place.id}::uuid and version = ${place.version} returning id)`,
    rows: 1,
  }
}

function letters(
  { tx, author, account }: AccountChange,
  { personId, hasPassword, kind }: LoadedPlace,
  by: 'resend' | 'reset',
  secret: string,
): Promise<readonly Write[]> {
  const purpose = by === 'resend' ? 'activation' : 'reset'
  const facts = { by: author.name, firm: author.firm, kind, place: account.name }
  return passwordLetter(
    tx,
    { purpose, personId, accountId: account.id, hasPassword, replaces: true, facts },
    secret,
  )
}

function event(
  { tx, author, account, partnerId }: AccountChange,
  { id, name, kind, state }: LoadedPlace,
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
      facts: { what: name, kind },
    },
  ])
}
