import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { mayAskFrom } from '#lib/asking-pace.ts'
import type { AssignRefusal } from '#lib/grant/assignment.ts'
import {
  type AssignmentAskMoveRefusal,
  type AssignmentAskRefusal,
  type AssignmentAskState,
  mayAskToJoin,
  moveAssignmentAsk,
} from '#lib/grant/assignment-ask.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { seenOf } from '../grant/change.ts'
import { type LoadedGrant, loadGrant } from '../grant/load.ts'
import { lockAccountsOf, stillLives } from '../grant/lock.ts'
import { toPartner, toPerson } from '../mail/letters.ts'
import { assignmentAsk } from '../schema/assignment-ask.ts'
import { together, type Write } from '../write.ts'
import { assignBehindLock } from './assign.ts'
import { loadStaff } from './load.ts'

/**
 * A technician asks the firm's own administrators to be assigned to a grant: the row, the firm's history, and a letter to
 * each of them. For what has to wait, `seen` holds the moment from which it may be asked again.
 */
export async function askToJoin(
  change: PartnerChange,
  grantId: string,
  reason: string,
): Promise<Result<{ readonly askId: string }, AssignmentAskRefusal | 'not-found'>> {
  await lockAccountsOf(change, [grantId])
  const { tx, actor, partner, author } = change
  const grant = await loadGrant(tx, grantId, { partnerId: partner.id })
  const [staff] = grant ? await loadStaff(tx, grant, [partner.staffId]) : []
  if (!grant || !staff) return refuse('not-found')
  const lastDeclinedAt = await lastDeclined(tx, grantId, staff.id)
  const standing = {
    role: partner.role,
    isAssigned: staff.held !== null,
    isWaiting: staff.ask !== null,
    lastDeclinedAt,
  }
  const may = mayAskToJoin(grant, standing, grant.now)
  if (!may.ok) {
    const from = mayAskFrom(lastDeclinedAt, grant.now)
    if (may.refusal === 'grant-ended') return refuse('grant-ended', await seenOf(tx, grant))
    return refuse(may.refusal, from ? { state: from.toISOString(), by: null } : undefined)
  }
  const { accountId, accountName: what, partnerId, partnerName } = grant
  const row = {
    id: randomUUID(),
    providerId: actor.providerId,
    accountId,
    partnerId,
    grantId,
    staffId: staff.id,
    reason,
  }
  await together(tx, [
    stillLives(grant),
    { query: tx.insert(assignmentAsk).values(row).returning({ id: assignmentAsk.id }), rows: 1 },
    recorded(tx, author, [
      {
        action: 'assignment-ask.sent',
        accountId: null,
        partnerId,
        subjectId: row.id,
        from: null,
        to: 'waiting',
        reason,
        facts: { partner: partnerName, whom: staff.name, what },
      },
    ]),
    toPartner({
      kind: 'assignment-asked',
      subjectId: row.id,
      accountId,
      partnerId,
      asked: [],
      occasion: 'asked',
      except: actor.personId,
    }),
  ])
  return ok({ askId: row.id })
}

async function lastDeclined(tx: Tx, grantId: string, staffId: string): Promise<Date | null> {
  const answer = await tx.$client.query<{ at: Date | null }>(
    `select max(decided_at) as at from assignment_ask where grant_id = $1 and staff_id = $2 and state = 'declined'`,
    [grantId, staffId],
  )
  return answer.rows[0]?.at ?? null
}

interface LoadedAsk {
  readonly id: string
  readonly grantId: string
  readonly staffId: string
  readonly personId: string
  readonly name: string
  readonly state: AssignmentAskState
  readonly version: number
  readonly decidedByName: string | null
}

type Moved<Refusal extends string = never> = Promise<
  Result<
    { readonly grantId: string; readonly name: string },
    AssignmentAskMoveRefusal | 'not-found' | Refusal
  >
>

/**
 * An administrator of the firm answers. Granted, the whole of the access is handed on for as long as the firm has it;
 * whoever asked is told by letter either way.
 */
export async function answerJoin(
  change: PartnerChange,
  askId: string,
  act: 'grant' | 'decline',
  answer: string,
): Moved<AssignRefusal> {
  const loaded = await lockedAsk(change, askId)
  if (!loaded) return refuse('not-found')
  const { ask, grant } = loaded
  const mover = { role: change.partner.role, isAsker: ask.personId === change.actor.personId }
  const next = moveAssignmentAsk(ask.state, act, mover, grant, grant.now)
  if (!next.ok) return refuse(next.refusal, { state: ask.state, by: ask.decidedByName })
  const done = ok({ grantId: grant.id, name: ask.name })
  if (act === 'grant') {
    const whole = { grantId: grant.id, staffIds: [ask.staffId], scope: null, duration: null, shown: null }
    const assigned = await assignBehindLock(change, whole, answer)
    return assigned.ok ? done : assigned
  }
  const { actor, author } = change
  await together(change.tx, [
    moved(change, ask, next.value, answer),
    told(change, ask, grant, 'assignment-ask.declined', next.value, answer),
    toPerson({
      kind: 'assignment-answered',
      subjectId: ask.id,
      accountId: grant.accountId,
      occasion: 'answered',
      facts: { by: actor.name, firm: author.firm, reason: answer },
      personId: ask.personId,
    }),
  ])
  return done
}

/** Whoever asked takes it back. */
export async function withdrawJoin(change: PartnerChange, askId: string): Moved {
  const loaded = await lockedAsk(change, askId)
  if (!loaded) return refuse('not-found')
  const { ask, grant } = loaded
  const mover = { role: change.partner.role, isAsker: ask.personId === change.actor.personId }
  const next = moveAssignmentAsk(ask.state, 'withdraw', mover, grant, grant.now)
  if (!next.ok) return refuse(next.refusal, { state: ask.state, by: ask.decidedByName })
  await together(change.tx, [
    moved(change, ask, next.value, ''),
    told(change, ask, grant, 'assignment-ask.withdrawn', next.value, ''),
  ])
  return ok({ grantId: grant.id, name: ask.name })
}

/** The account's lock first: changes on one account happen one after the other. */
async function lockedAsk(
  change: PartnerChange,
  id: string,
): Promise<{ readonly ask: LoadedAsk; readonly grant: LoadedGrant } | null> {
  const { tx, partner } = change
  const of = await tx.$client.query<{ grantId: string }>(
    'select grant_id as "grantId" from assignment_ask where id = $1 and partner_id = $2',
    [id, partner.id],
  )
  const grantId = of.rows[0]?.grantId
  if (!grantId) return null
  await lockAccountsOf(change, [grantId])
  const found = await tx.$client.query<LoadedAsk>(
    `select k.id, k.grant_id as "grantId", k.staff_id as "staffId", s.person_id as "personId", q.name, k.state, k.version,
        d.name as "decidedByName"
      from assignment_ask k join partner_staff s on s.id = k.staff_id join person q on q.id = s.person_id
      left join person d on d.id = k.decided_by where k.id = $1`,
    [id],
  )
  const ask = found.rows[0]
  const grant = await loadGrant(tx, grantId, { partnerId: partner.id })
  return ask && grant ? { ask, grant } : null
}

function moved({ actor }: PartnerChange, ask: LoadedAsk, to: AssignmentAskState, answer: string): Write {
  return {
    query: sql`(update assignment_ask set state = ${to}, version = version + 1, decided_at = statement_timestamp(),
        decided_by = ${actor.personId}::uuid, answer = ${answer}
      where id = ${ask.id}::uuid and version = ${ask.version}::int and state = 'waiting' returning id)`,
    rows: 1,
  }
}

function told(
  { tx, author }: PartnerChange,
  ask: LoadedAsk,
  { partnerId, partnerName: partner, accountName: what }: LoadedGrant,
  action: 'assignment-ask.declined' | 'assignment-ask.withdrawn',
  to: AssignmentAskState,
  reason: string,
): Write {
  const facts = { partner, whom: ask.name, what }
  return recorded(tx, author, [
    { action, accountId: null, partnerId, subjectId: ask.id, from: 'waiting', to, reason, facts },
  ])
}
