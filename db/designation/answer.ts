import { sql } from 'drizzle-orm'
import {
  type AskMove,
  type AskMoveRefusal,
  type AskState,
  askStateAt,
  moveAsk,
} from '#lib/grant/designation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { type NewEvent, recorded } from '../events.ts'
import { grantsMoved } from '../grant/change.ts'
import { grantLetters } from '../grant/letters.ts'
import { type LoadedGrant, loadGrant } from '../grant/load.ts'
import { toApprovers } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'

interface LoadedAsk {
  readonly id: string
  readonly accountId: string
  readonly grantId: string
  readonly state: AskState
  readonly version: number
  readonly answeredByName: string | null
}

/** What the provider says to an ask: it ends the access, or it says why that stays. */
export type Answer = Exclude<AskMove, 'lapse'>

/**
 * The provider answers. Ended, the grant is terminated with all that hangs on it, and both sides hear of it as of any
 * end; kept, the account's approvers hear why, and may ask again a day later.
 * Refuses what lib/grant/designation refuses; an administrator who came too late is told who answered, or who ended it.
 */
export async function answerAsk(
  change: Change,
  askId: string,
  answer: Answer,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, AskMoveRefusal | 'not-found'>> {
  const { tx } = change
  const ask = await lockedAsk(tx, change.actor.providerId, askId)
  const grant = ask && (await loadGrant(tx, ask.grantId, ask))
  if (!ask || !grant) return refuse('not-found')
  const next = moveAsk(ask.state, answer, grant, grant.now)
  if (!next.ok) return refuse(next.refusal, seen(ask, grant))
  await together(tx, [
    moved(change, ask, next.value, reason),
    recorded(tx, change.author, [told(ask, grant, next.value, reason)]),
    ...(answer === 'end' ? ended(change, grant, reason) : kept(change, ask, reason)),
  ])
  return ok({ partnerName: grant.partnerName })
}

/** The account's lock first: changes on one account happen one after the other. */
async function lockedAsk(tx: Tx, providerId: string, id: string): Promise<LoadedAsk | null> {
  await tx.$client.query(
    `select 1 from account where id = (select account_id from designation_ask where id = $1 and provider_id = $2)
      for no key update`,
    [id, providerId],
  )
  const found = await tx.$client.query<LoadedAsk>(
    `select k.id, k.account_id as "accountId", k.grant_id as "grantId", k.state, k.version, w.name as "answeredByName"
      from designation_ask k left join person w on w.id = k.answered_by where k.id = $1 and k.provider_id = $2`,
    [id, providerId],
  )
  return found.rows[0] ?? null
}

function seen(ask: LoadedAsk, grant: LoadedGrant) {
  return { state: askStateAt(ask.state, grant, grant.now), by: ask.answeredByName ?? grant.endedByName }
}

function moved(change: Change, ask: LoadedAsk, to: AskState, reason: string): Write {
  return {
    query: sql`(update designation_ask set state = ${to}, version = version + 1, answered_at = statement_timestamp(),
        answered_by = ${change.actor.personId}::uuid, answer = ${reason}
      where id = ${ask.id}::uuid and version = ${ask.version}::int returning id)`,
    rows: 1,
  }
}

function told(ask: LoadedAsk, grant: LoadedGrant, to: AskState, reason: string): NewEvent {
  return {
    action: to === 'ended' ? 'designation-ask.granted' : 'designation-ask.kept',
    accountId: ask.accountId,
    partnerId: null,
    subjectId: ask.id,
    from: ask.state,
    to,
    reason,
    facts: { partner: grant.partnerName },
  }
}

/** The ask was answered and does not lapse with the grant. */
function ended(change: Change, grant: LoadedGrant, reason: string): readonly Write[] {
  const answered = { ...grant, ask: null }
  return [
    ...grantsMoved(change, [answered], 'terminate', 'provider', reason).writes,
    ...grantLetters(change, [answered], 'terminate', reason),
  ]
}

function kept({ actor, author }: Change, ask: LoadedAsk, reason: string): readonly Write[] {
  return [
    toApprovers({
      kind: 'designation-kept',
      subjectId: ask.grantId,
      accountId: ask.accountId,
      occasion: `kept-${ask.id}`,
      facts: { by: actor.name, firm: author.firm, reason },
    }),
  ]
}
