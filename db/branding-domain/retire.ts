import { sql } from 'drizzle-orm'
import { type RetireRefusal, restore, retire } from '#lib/branding/retire.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { intoEvent } from '../into-event.ts'
import { together, type Write } from '../write.ts'
import { titleOfDomain } from './edit.ts'
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
  const what = titleOfDomain(domain.details)
  const told = `${successor.name} (${successor.host})`
  const facts = { what, changes: { successor: ['', told] as const } }
  await together(tx, [
    {
      query: sql`(update branding_domain set retired_at = statement_timestamp(), successor_id = ${successorId}::uuid,
          moved_accounts = (select count(*) from account where home_brand_id = ${id}::uuid),
          moved_people = (select count(*) from person where home_brand_id = ${id}::uuid)
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
      sql`(update account set home_brand_id = ${successorId}::uuid, moved_from_brand_id = coalesce(moved_from_brand_id, ${id}::uuid)
        where home_brand_id = ${id}::uuid returning id)`,
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
 * Brings a retired domain back into use, and with it the accounts that its retirement moved and that nobody has given
 * another home since. People stay at the successor, where they have signed in meanwhile: see docs/decisions/0034.
 */
export async function restoreDomain(
  change: Change,
  id: string,
): Promise<Result<null, 'not-retired' | 'not-found'>> {
  const { tx, actor, author } = change
  await lockDomains(tx, actor.providerId)
  const domain = await domainOf(tx, actor.providerId, id)
  if (!domain) return refuse('not-found')
  const next = restore({ retired: domain.retiredAt !== null })
  if (!next.ok) return next
  // A statement of its own: an account is brought home only to a domain that is in use again.
  await tx.$client.query(
    'update branding_domain set retired_at = null, successor_id = null, moved_accounts = null, moved_people = null where id = $1',
    [id],
  )
  // Whoever is just giving one of them another home comes first, and keeps it.
  await tx.$client.query(
    'select 1 from account where moved_from_brand_id = $1 order by id for no key update',
    [id],
  )
  const facts = { what: titleOfDomain(domain.details) }
  await together(tx, [
    ...broughtBack(change, id, facts),
    recorded(tx, author, [
      { action: 'branding-domain.restored', accountId: null, partnerId: null, subjectId: id, facts },
    ]),
  ])
  return ok(null)
}

/** The accounts that come back with the domain, each with its line in the history. */
function broughtBack({ author }: Change, id: string, facts: { readonly what: string }): readonly Write[] {
  return [
    {
      query: sql`(update account set home_brand_id = ${id}::uuid, moved_from_brand_id = null
        where moved_from_brand_id = ${id}::uuid returning id)`,
    },
    {
      query: sql`(${sql.raw(intoEvent)}
        select a.provider_id, a.id, null, clock_timestamp(), ${author.personId}::uuid, ${author.name}, ${author.firm}, ${author.kind},
          'branding-domain.restored', ${id}::uuid, null, null, ${author.address},
          ${JSON.stringify(facts)}::jsonb || jsonb_build_object('changes', jsonb_build_object('homeBrand', jsonb_build_array(s.host, b.host)))
        from account a join branding_domain b on b.id = a.moved_from_brand_id join branding_domain s on s.id = a.home_brand_id
        where a.moved_from_brand_id = ${id}::uuid returning id)`,
    },
  ]
}
