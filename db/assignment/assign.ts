import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import {
  type AssignmentTerms,
  type AssignRefusal,
  assign as assignOne,
  termsUnder,
} from '#lib/grant/assignment.ts'
import { endIn } from '#lib/grant/terms.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { seenOf } from '../grant/change.ts'
import { type LoadedGrant, loadGrant } from '../grant/load.ts'
import { lockAccountsOf, stillLives } from '../grant/lock.ts'
import { toPerson } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'
import { type LoadedStaff, loadStaff, termsText } from './load.ts'

export interface Assigning {
  readonly grantId: string
  readonly staffIds: readonly string[]
  /** Null = all that the grant gives. */
  readonly scope: Scope | null
  /** Null = as long as the firm has the access. */
  readonly duration: Duration | null
  /** Whose assignments the form showed, in which version; null = it was about none of them. */
  readonly shown: ReadonlyMap<string, number> | null
}

/** Who was assigned or got other terms; whoever had these terms already is not among them. */
export type Assigned = Result<{ readonly names: readonly string[] }, AssignRefusal | 'not-found'> & {
  /** The account of which somebody tried to give more than it gave the firm. */
  readonly triedOn?: string
}

/**
 * An administrator of the firm hands a grant on to technicians: rows, history and letters in one write, for all of them or
 * for none. Whoever had asked for it is answered by it.
 * Refuses what lib/assignment refuses, naming the person it is about in `seen`.
 */
export async function assign(change: PartnerChange, assigning: Assigning): Promise<Assigned> {
  await lockAccountsOf(change, [assigning.grantId])
  return assignBehindLock(change, assigning)
}

/** The locks of the accounts concerned are held. `answer`: what is said to whoever had asked. */
export async function assignBehindLock(
  change: PartnerChange,
  assigning: Assigning,
  answer = '',
): Promise<Assigned> {
  const assigned = await assignSteps(change, assigning, { answer, letters: true })
  return assigned.ok ? ok({ names: assigned.value.steps.map(({ staff: { name } }) => name) }) : assigned
}

/** The same, step by step; without `letters` the caller tells of them. */
export async function assignSteps(
  change: PartnerChange,
  { grantId, staffIds, scope, duration, shown }: Assigning,
  { answer, letters }: { readonly answer: string; readonly letters: boolean },
): Promise<
  Result<{ readonly steps: readonly Step[]; readonly grant: LoadedGrant }, AssignRefusal | 'not-found'> &
    Pick<Assigned, 'triedOn'>
> {
  const { tx, partner } = change
  const grant = await loadGrant(tx, grantId, { partnerId: partner.id })
  if (!grant) return refuse('not-found')
  const wanted = { scope, endsAt: duration && endIn(duration, grant, grant.now, grant) }
  const terms = termsUnder(partner.role, grant, scopeFrom(grant.scope, grant.scopePages), wanted, grant.now)
  if (!terms.ok) {
    if (terms.refusal === 'grant-ended') return refuse('grant-ended', await seenOf(tx, grant))
    return terms.refusal === 'beyond-scope' ? { ...terms, triedOn: grant.accountId } : terms
  }
  const staff = await loadStaff(tx, grant, staffIds)
  if (staff.length === 0 || staff.length < new Set(staffIds).size) return refuse('not-found')
  const steps: Step[] = []
  for (const one of staff) {
    const next = assignOne(one, terms.value, shown && (shown.get(one.id) ?? 0))
    if (next.ok) steps.push({ staff: one, act: next.value, id: one.row?.id ?? randomUUID() })
    else if (next.refusal !== 'already-assigned' || staff.length === 1)
      return refuse(next.refusal, { state: 'refused', by: one.name })
  }
  if (steps.length === 0) return refuse('already-assigned')
  await together(tx, [
    stillLives(grant),
    ...rowsOf(change, grant, steps, terms.value),
    ...asksGranted(change, steps, answer),
    recorded(
      tx,
      change.author,
      steps.flatMap(step => eventsOf(grant, step, terms.value)),
    ),
    ...(letters ? steps.map(step => letterOf(change, grant, step, answer)) : []),
  ])
  return ok({ steps, grant })
}

export interface Step {
  readonly staff: LoadedStaff
  readonly act: 'given' | 'changed'
  /** Of the assignment. */
  readonly id: string
}

/**
 * Whoever has a row gets the terms in it, from the version that was seen; whose time was up begins anew. A new row counts
 * on from the one before, so that a form can't take the one for the other.
 */
function rowsOf(
  { actor }: PartnerChange,
  { id: grantId, accountId, partnerId }: LoadedGrant,
  steps: readonly Step[],
  { scope, endsAt }: AssignmentTerms,
): readonly Write[] {
  const terms = sql`${scope?.name ?? null}::text, ${`{${(scope?.pages ?? []).join(',')}}`}::text[], ${endsAt?.toISOString() ?? null}::timestamptz`
  const fresh = steps.filter(({ staff }) => !staff.row)
  const known = steps.flatMap(({ act, staff }) =>
    staff.row ? [{ id: staff.row.id, version: staff.row.version, anew: act === 'given' }] : [],
  )
  const inserted: Write = {
    query: sql`(insert into assignment (id, provider_id, account_id, grant_id, partner_id, staff_id, assigned_by, scope, scope_pages, ends_at, version)
      select m.id, ${actor.providerId}::uuid, ${accountId}::uuid, ${grantId}::uuid, ${partnerId}::uuid, m.staff, ${actor.personId}::uuid, ${terms},
        1 + coalesce((select max(e.version) from assignment e where e.grant_id = ${grantId}::uuid and e.staff_id = m.staff), 0)
      from jsonb_to_recordset(${JSON.stringify(fresh.map(({ id, staff }) => ({ id, staff: staff.id })))}::jsonb) as m(id uuid, staff uuid)
      returning id)`,
    rows: fresh.length,
  }
  const updated: Write = {
    query: sql`(update assignment x set (scope, scope_pages, ends_at) = row(${terms}), assigned_by = ${actor.personId}::uuid,
        version = x.version + 1, created_at = case when m.anew then statement_timestamp() else x.created_at end
      from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as m(id uuid, version int, anew boolean)
      where x.id = m.id and x.version = m.version and x.ended_at is null returning x.id)`,
    rows: known.length,
  }
  return [...(fresh.length > 0 ? [inserted] : []), ...(known.length > 0 ? [updated] : [])]
}

function asksGranted({ actor }: PartnerChange, steps: readonly Step[], answer: string): readonly Write[] {
  const asks = steps.flatMap(({ staff }) => staff.ask ?? [])
  if (asks.length === 0) return []
  return [
    {
      query: sql`(update assignment_ask k set state = 'granted', version = k.version + 1, decided_at = statement_timestamp(),
          decided_by = ${actor.personId}::uuid, answer = ${answer}
        from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as m(id uuid, version int)
        where k.id = m.id and k.version = m.version and k.state = 'waiting' returning k.id)`,
      rows: asks.length,
    },
  ]
}

/** The account reads who works on it; that somebody had asked inside the firm is the firm's own. */
function eventsOf(grant: LoadedGrant, { staff, act, id }: Step, terms: AssignmentTerms): readonly NewEvent[] {
  const { accountId, partnerId, partnerName: partner, accountName } = grant
  const facts = { partner, whom: staff.name, ...termsText(terms, grant) }
  const was = act === 'changed' && staff.held ? { was: termsText(staff.held, grant) } : {}
  return [
    {
      action: act === 'given' ? 'assignment.given' : 'assignment.changed',
      accountId,
      partnerId,
      subjectId: id,
      facts: { ...facts, ...was },
    },
    ...(staff.ask
      ? [
          {
            action: 'assignment-ask.granted' as const,
            accountId: null,
            partnerId,
            subjectId: staff.ask.id,
            from: 'waiting',
            to: 'granted',
            facts: { partner, whom: staff.name, what: accountName },
          },
        ]
      : []),
  ]
}

/** Whoever had asked is answered; whoever had not is told what they have. */
export function letterOf(
  { actor, author }: PartnerChange,
  { accountId }: Pick<LoadedGrant, 'accountId'>,
  { staff: { ask, row, personId }, act, id }: Step,
  reason: string,
): Write {
  const about = { accountId, facts: { by: actor.name, firm: author.firm, reason }, personId }
  if (ask) return toPerson({ ...about, kind: 'assignment-answered', subjectId: ask.id, occasion: 'answered' })
  const occasion = `${act}-${(row?.version ?? 0) + 1}`
  return toPerson({ ...about, kind: `assignment-${act}`, subjectId: id, occasion })
}
