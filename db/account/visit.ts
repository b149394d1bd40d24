import type pg from 'pg'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from '../authority.ts'
import type { Change } from '../change.ts'
import { getPool, type Tx, writing } from '../client.ts'
import { type Author, authorOf, recorded } from '../events.ts'
import { together } from '../write.ts'

/** How long one of the provider's staff is inside once it has been noted, in minutes: see docs/decisions on the provider's staff. */
export const visitMinutes = 60

/** Begins a visit of one of the provider's staff, with its line in the account's history. */
async function begin(
  tx: Tx,
  author: Author,
  personId: string,
  accountId: string,
  reason: string,
): Promise<void> {
  await tx.$client.query(
    `insert into account_visit (provider_id, account_id, person_id, reason, started_at, ends_at)
      values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + make_interval(mins => $5))`,
    [author.providerId, accountId, personId, reason, visitMinutes],
  )
  await together(tx, [
    recorded(tx, author, [
      { action: 'account.visited', accountId, partnerId: null, subjectId: accountId, reason },
    ]),
  ])
}

/** Lets one of the provider's staff into an account for an hour, for a reason that its people read in their history. */
export async function openVisit(
  { tx, actor, author }: Change,
  accountSlug: string,
  reason: string,
): Promise<{ readonly slug: string } | null> {
  const found = await tx.$client.query<{ id: string; slug: string }>(
    'select id, slug from account where provider_id = $1 and slug = $2 and closed_at is null',
    [actor.providerId, accountSlug],
  )
  const account = found.rows[0]
  if (!account) return null
  await begin(tx, author, actor.personId, account.id, reason)
  return { slug: account.slug }
}

/** Notes that one of the provider's administrators looks into an account, once an hour: nobody has been inside without a trace. */
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
      const inside = await tx.$client.query(
        'select 1 from account_visit where person_id = $1 and account_id = $2 and ends_at > clock_timestamp() limit 1',
        [actor.personId, account.id],
      )
      if (inside.rowCount === 0) await begin(tx, author, actor.personId, account.id, '')
    },
    from,
  )
}
