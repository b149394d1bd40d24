import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { partnerIdsFor } from '#lib/partner/partner-id.ts'
import { newRequestCode } from '../account/request-code.ts'
import { txOn } from '../client.ts'
import { newShareCode } from '../partner/share-code.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { runAll } from './pieces.ts'

// Moves what was staged into the portal: nothing is removed, ended, opened again or given a password.

const accounts = [
  `insert into account (id, provider_id, slug, name, parent_id, home_brand_id, time_zone, request_code, legal_name, address_line,
      city, postal_code, country, phone, emergency_contact)
    select id, walled_provider(), slug, name, parent_id, brand_id, time_zone, code, legal_name, coalesce(address, ''),
      coalesce(city, ''), coalesce(postal_code, ''), coalesce(country, ''), coalesce(phone, ''), coalesce(emergency_contact, '')
    from import_accounts where fate = 'new'`,
  `update account a set name = i.name, legal_name = i.legal_name, time_zone = i.time_zone, address_line = coalesce(i.address, a.address_line),
      city = coalesce(i.city, a.city), postal_code = coalesce(i.postal_code, a.postal_code), country = coalesce(i.country, a.country),
      phone = coalesce(i.phone, a.phone), emergency_contact = coalesce(i.emergency_contact, a.emergency_contact),
      home_brand_id = coalesce(i.brand_id, a.home_brand_id),
      moved_from_brand_id = case when i.brand_id <> a.home_brand_id then null else a.moved_from_brand_id end
    from import_accounts i where i.id = a.id and i.fate = 'changed'`,
  `insert into account_product (provider_id, account_id, product)
    select walled_provider(), id, unnest(products) from import_accounts where fate in ('new', 'changed') on conflict do nothing`,
]

const partners = [
  `update partner p set name = i.name, verified_at = statement_timestamp() from import_partners i where i.id = p.id and i.fate = 'changed'`,
]

const relationships = [
  `insert into channel_relationship (id, provider_id, partner_id, account_id)
    select id, walled_provider(), partner_id, account_id from import_relationships where fate = 'new'`,
]

/** Whoever has a row that is taken in. */
const met = `exists (select 1 from import_people i where i.canonical = h.canonical and i.fate <> 'left')`

/** What they are called where the place still waits for them. */
const calledAnew = (place: string) =>
  `invited_name = case when i.waits then i.name else ${place}.invited_name end`

const people = [
  `insert into person (id, provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
    select person_id, walled_provider(), email, canonical, name, language, time_zone, brand_id from import_humans h
    where not known and ${met}`,
  `update person p set name = h.name, language = coalesce(h.language, p.language), time_zone = coalesce(h.time_zone, p.time_zone),
      home_brand_id = coalesce(h.brand_id, p.home_brand_id)
    from import_humans h where h.person_id = p.id and h.changes is not null and ${met}`,
  `insert into membership (id, provider_id, account_id, person_id, kind, state, invited_name, roles, modules, product, level)
    select i.id, walled_provider(), i.account_id, h.person_id, i.kind, 'invited', i.name, coalesce(i.roles, '{}'), coalesce(i.modules, '{}'),
      nullif(i.product, ''), nullif(i.level, '')
    from import_people i join import_humans h on h.canonical = i.canonical where i.fate = 'new' and i.account_id is not null`,
  `update membership m set version = m.version + 1, ${calledAnew('m')},
      roles = case when i.changes ? 'roles' then i.roles else m.roles end,
      modules = case when i.changes ? 'modules' then i.modules else m.modules end,
      level = coalesce(nullif(i.level, ''), m.level)
    from import_people i where i.id = m.id and i.fate = 'changed'`,
  `update pbx_extension x set ended_at = case when i.extension = '' then statement_timestamp() end,
      number = coalesce(nullif(i.extension, ''), x.number)
    from import_people i where i.id = x.membership_id and x.ended_at is null and i.fate = 'changed' and i.changes ? 'extension'`,
  `insert into pbx_extension (provider_id, account_id, membership_id, number)
    select walled_provider(), i.account_id, i.id, i.extension from import_people i
    where i.extension <> '' and i.account_id is not null and (i.fate = 'new' or (i.fate = 'changed' and i.changes ? 'extension'))
      and not exists (select from pbx_extension x where x.membership_id = i.id and x.ended_at is null)`,
  `insert into account_contact (provider_id, account_id, kind, membership_id)
    select walled_provider(), i.account_id, k.kind, i.id from import_people i cross join unnest(i.contact) as k(kind)
    where i.fate in ('new', 'changed') and i.account_id is not null
    on conflict (account_id, kind) do update set membership_id = excluded.membership_id`,
  `insert into partner_staff (id, provider_id, partner_id, person_id, role, invited_name)
    select i.id, walled_provider(), i.partner_id, h.person_id, replace(i.kind, 'partner-', ''), i.name
    from import_people i join import_humans h on h.canonical = i.canonical where i.fate = 'new' and i.partner_id is not null`,
  `update partner_staff s set role = replace(i.kind, 'partner-', ''), ${calledAnew('s')}
    from import_people i where i.id = s.id and i.fate = 'changed'`,
  // Administrators enter by role: what they asked for as technicians waits for nobody any more.
  `update assignment_ask k set state = 'lapsed', version = k.version + 1, decided_at = transaction_timestamp()
    from import_people i where i.id = k.staff_id and i.fate = 'changed' and i.kind = 'partner-administrator' and k.state = 'waiting'`,
]

export async function apply(client: pg.ClientBase): Promise<void> {
  await forgetFormer(client)
  await giveCodes(client)
  await insertPartners(client)
  await runAll(client, [...partners, ...accounts, ...relationships, ...people])
}

/** Whoever comes back, or is to be at home elsewhere: what they came in with belongs to the home that they had, as in personFor. */
async function forgetFormer(client: pg.ClientBase): Promise<void> {
  const back = await client.query<{ id: string }>(
    `select h.person_id as id from import_humans h where h.known and h.free and (h.has_password or coalesce(h.changes ? 'homeBrand', false)) and ${met}`,
  )
  const ids = back.rows.map(row => row.id)
  const tx = txOn(client)
  await endAllSessions(tx, ids)
  await voidTokens(tx, ids)
}

const batch = 5_000

/** Each new account gets a request code, made as everywhere else. */
async function giveCodes(client: pg.ClientBase): Promise<void> {
  const found = await client.query<{ line: number }>(`select line from import_accounts where fate = 'new'`)
  const lines = found.rows.map(row => row.line)
  for (let from = 0; from < lines.length; from += batch) {
    const some = lines.slice(from, from + batch)
    await client.query(
      'update import_accounts i set code = g.code from unnest($1::int[], $2::text[]) g(line, code) where i.line = g.line',
      [some, some.map(newRequestCode)],
    )
  }
}

/** New firms with their share code, and a Partner ID for those that bring none. */
async function insertPartners(client: pg.ClientBase): Promise<void> {
  const used = await client.query<{ code: string }>(
    `select partner_code as code from partner union select partner_id from import_partners where partner_id <> ''`,
  )
  const taken = new Set(used.rows.map(row => row.code))
  const found = await client.query<{ id: string; name: string; code: string | null }>(
    `select id, name, nullif(partner_id, '') as code from import_partners where fate = 'new' order by line`,
  )
  for (let from = 0; from < found.rows.length; from += batch) {
    const some = found.rows.slice(from, from + batch)
    await client.query(
      `insert into partner (id, provider_id, slug, name, partner_code, share_code)
        select i.id, walled_provider(), i.slug, i.name, g.code, g.share
        from unnest($1::uuid[], $2::text[], $3::text[]) g(id, code, share) join import_partners i on i.id = g.id`,
      [
        some.map(one => one.id),
        some.map(one => one.code ?? freeCode(one.name, taken)),
        some.map(newShareCode),
      ],
    )
  }
}

/** No firm has it, and none of this folder. */
function freeCode(name: string, taken: Set<string>): string {
  for (const code of partnerIdsFor(name, randomInt)) {
    if (taken.has(code)) continue
    taken.add(code)
    return code
  }
  throw new Error('no end of Partner IDs is reached')
}
