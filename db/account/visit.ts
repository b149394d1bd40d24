import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { visitMinutes } from '#lib/account/visit.ts'
import type { Actor, Person } from '#lib/actor.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { SeenAccount } from '../authority.ts'
import type { Change } from '../change.ts'
import { type Tx, writing } from '../client.ts'
import { getPool } from '../driver/pool.ts'
import { authorOf, recorded } from '../events.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { together } from '../write.ts'
import { isRunningVisit } from './visit-clock.ts'

/** Notes that one of the provider's staff looks into an account, once an hour: nobody has been inside without a trace. */
export async function noteVisit(
  actor: Actor,
  account: Pick<SeenAccount, 'id' | 'providerName'>,
  from: pg.Pool = getPool(),
): Promise<void> {
  const wall = { role: 'app', providerId: actor.providerId, lock: account.id } as const
  const author = authorOf(actor, { kind: 'provider', firm: account.providerName })
  await writing(
    wall,
    async tx => {
      const begun = await tx.$client.query(
        `insert into account_visit (provider_id, account_id, person_id, started_at, ends_at)
          select $1, $2, u.person_id, clock_timestamp(), clock_timestamp() + make_interval(mins => $4)
          from platform_user u where u.person_id = $3 and ${isActiveStaff('u')} and not exists (select 1 from account_visit w
            where w.account_id = $2 and ${isRunningVisit('w', 'u')}) returning id`,
        [actor.providerId, account.id, actor.personId, visitMinutes],
      )
      if (begun.rowCount === 0) return
      const about = { accountId: account.id, partnerId: null, subjectId: account.id }
      await together(tx, [recorded(tx, author, [{ action: 'account.visited', ...about }])])
    },
    from,
  )
}

/** Whether the reader is of the provider's support and this is an open account of it, which they see only within a visit. */
export async function isShutToSupport(
  tx: Tx,
  { personId, providerId }: Pick<Person, 'personId' | 'providerId'>,
  slug: string,
): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from platform_user u join account a on a.provider_id = u.provider_id and a.slug = $3 and a.closed_at is null
      where u.person_id = $1 and u.provider_id = $2 and u.role = 'support' and ${isActiveStaff('u')}`,
    [personId, providerId, slug],
  )
  return answer.rowCount === 1
}

interface Visited {
  readonly id: string
  readonly slug: string
  /** One of the visitor's that runs already. */
  readonly running: boolean
}

/**
 * An open account of the provider, behind its lock, for one of its support; null for everybody else. So a visit's begin
 * and end, and what is done within it, happen one after the other.
 */
async function forSupport({ tx, actor }: Change, accountId: string): Promise<Visited | null> {
  await tx.$client.query('select 1 from account where id = $1 and provider_id = $2 for no key update', [
    accountId,
    actor.providerId,
  ])
  const answer = await tx.$client.query<Visited>(
    `select a.id, a.slug, exists (select 1 from account_visit w where w.account_id = a.id and ${isRunningVisit('w', 'u')}) as running
      from account a join platform_user u on u.provider_id = a.provider_id and u.person_id = $3
        and u.role = 'support' and ${isActiveStaff('u')}
      where a.id = $1 and a.provider_id = $2 and a.closed_at is null`,
    [accountId, actor.providerId, actor.personId],
  )
  return answer.rows[0] ?? null
}

/**
 * Lets one of the provider's support into an account for an hour, for a reason that its people read in their history.
 * One that runs is neither begun anew nor made longer, and keeps the reason that was given.
 */
export async function openVisit(
  change: Change,
  accountId: string,
  reason: string,
): Promise<Result<{ readonly slug: string; readonly how: 'begun' | 'ran-already' }, 'not-found'>> {
  const { tx, actor, author } = change
  const account = await forSupport(change, accountId)
  if (!account) return refuse('not-found')
  const { id, slug, running } = account
  if (running) return ok({ slug, how: 'ran-already' })
  const begun = await tx.$client.query<{ endsAt: Date }>(
    `insert into account_visit (provider_id, account_id, person_id, reason, started_at, ends_at)
      values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + make_interval(mins => $5)) returning ends_at as "endsAt"`,
    [actor.providerId, id, actor.personId, reason, visitMinutes],
  )
  const endsAt = begun.rows[0]?.endsAt.toISOString() ?? null
  const about = { accountId: id, partnerId: null, subjectId: id }
  await together(tx, [
    recorded(tx, author, [{ action: 'account.visit-opened', ...about, reason, facts: { endsAt } }]),
  ])
  return ok({ slug, how: 'begun' })
}

/** Ends the visit of one of the provider's support at once. One that is over already stays as it was. */
export async function endVisit(
  change: Change,
  accountId: string,
): Promise<Result<{ readonly slug: string }, 'not-found'>> {
  const { tx, actor, author } = change
  const account = await forSupport(change, accountId)
  if (!account) return refuse('not-found')
  const { id, slug, running } = account
  if (running)
    await together(tx, [
      {
        query: sql`(update account_visit set ends_at = clock_timestamp()
          where account_id = ${id}::uuid and person_id = ${actor.personId}::uuid and ends_at > clock_timestamp() returning id)`,
      },
      recorded(tx, author, [
        { action: 'account.visit-ended', accountId: id, partnerId: null, subjectId: id },
      ]),
    ])
  return ok({ slug })
}
