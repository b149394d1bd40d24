import { sql } from 'drizzle-orm'
import { type RetireRefusal, retire } from '#lib/branding/retire.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { intoEvent } from '../into-event.ts'
import { together, type Write } from '../write.ts'
import { calledIn } from './edit.ts'
import { domainOf, domainsOf, lockDomains } from './reads.ts'

export interface Retired {
  readonly successorHost: string
}

/**
 * Takes a branding domain out of use: its host leads to the successor from now on, whoever was at home there is at home
 * at the successor, sessions on it end, and links that are still good work there. Accounts read of it in their history.
 */
export async function retireDomain(
  change: Change,
  id: string,
  successorId: string,
): Promise<Result<Retired, RetireRefusal | 'not-found'>> {
  const { tx, actor, author } = change
  await lockDomains(tx, actor.providerId)
  // Whoever is just being added there comes first, and is among those who are moved.
  await tx.$client.query('select 1 from branding_domain where id = $1 for no key update', [id])
  const domain = await domainOf(tx, actor.providerId, id)
  if (!domain) return refuse('not-found')
  const all = await domainsOf(tx, actor.providerId)
  const rule = retire(
    all.map(one => ({ id: one.id, retired: one.retiredAt !== null })),
    id,
    successorId,
  )
  if (!rule.ok) return rule
  const successor = all.find(one => one.id === successorId)
  if (!successor) return refuse('no-successor')
  const what = calledIn(domain.details)
  const told = `${successor.name} (${successor.host})`
  const facts = { what, changes: { successor: ['', told] as const } }
  await together(tx, [
    {
      query: sql`(update branding_domain set retired_at = statement_timestamp(), successor_id = ${successorId}::uuid
        where id = ${id}::uuid and retired_at is null returning id)`,
      rows: 1,
    },
    ...moves(id, successorId),
    inAccounts(change, id, facts),
    recorded(tx, author, [
      {
        action: 'branding-domain.retired',
        accountId: null,
        partnerId: null,
        subjectId: id,
        facts,
      },
    ]),
  ])
  return ok({ successorHost: successor.host })
}

/** Whatever pointed to the domain points to its successor; a domain that led to it leads further. */
function moves(id: string, successorId: string): readonly Write[] {
  const moved = (query: ReturnType<typeof sql>) => ({ query })
  return [
    moved(
      sql`(update branding_domain set successor_id = ${successorId}::uuid where successor_id = ${id}::uuid returning id)`,
    ),
    moved(
      sql`(update person set home_brand_id = ${successorId}::uuid where home_brand_id = ${id}::uuid returning id)`,
    ),
    moved(
      sql`(update account set home_brand_id = ${successorId}::uuid where home_brand_id = ${id}::uuid returning id)`,
    ),
    moved(sql`(delete from session where branding_domain_id = ${id}::uuid returning id)`),
    moved(sql`(update one_time_token set branding_domain_id = ${successorId}::uuid
      where branding_domain_id = ${id}::uuid and used_at is null returning id)`),
  ]
}

/** One event in the history of each account that was at home there. */
function inAccounts({ author }: Change, id: string, facts: object): Write {
  return {
    query: sql`(${sql.raw(intoEvent)}
      select a.provider_id, a.id, null, clock_timestamp(), ${author.personId}::uuid, ${author.name}, ${author.firm}, ${author.kind},
        'branding-domain.retired', ${id}::uuid, null, null, ${author.address}, ${JSON.stringify(facts)}::jsonb
      from account a where a.home_brand_id = ${id}::uuid returning id)`,
  }
}

/**
 * Brings a retired domain back into use. Whoever was moved to its successor stays there: people choose their home, a
 * list of who once had another one is not kept.
 */
export async function restoreDomain(
  { tx, actor, author }: Change,
  id: string,
): Promise<Result<null, 'not-retired' | 'not-found'>> {
  await lockDomains(tx, actor.providerId)
  const domain = await domainOf(tx, actor.providerId, id)
  if (!domain) return refuse('not-found')
  if (!domain.retiredAt) return refuse('not-retired')
  const facts = { what: calledIn(domain.details) }
  await together(tx, [
    {
      query: sql`(update branding_domain set retired_at = null, successor_id = null
        where id = ${id}::uuid and retired_at is not null returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'branding-domain.restored',
        accountId: null,
        partnerId: null,
        subjectId: id,
        facts,
      },
    ]),
  ])
  return ok(null)
}
