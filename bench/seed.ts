import type pg from 'pg'

/** Rows in bulk, by sets. Their ids are made from their numbers, so that any of them can be named later. */
const id = (kind: string, n: string) => `md5('${kind} ' || ${n})::uuid`

const northwind = `(select id from provider where slug = 'northwind')`
const brand = `(select id from branding_domain where host = 'northwind.localhost')`

async function all(pool: pg.Pool, statements: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set synchronous_commit = off')
    for (const statement of statements) await client.query(statement)
  } finally {
    client.release(true)
  }
}

function people(kind: 'admin' | 'technician' | 'owner', many: number): string {
  return `insert into person (id, provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
    select ${id(kind, 'n')}, ${northwind}, '${kind}' || n || '@bench.example', '${kind}' || n || '@bench.example',
      initcap('${kind}') || ' ' || n, case n % 2 when 0 then 'en' else 'fr' end, 'America/Vancouver', ${brand}
    from generate_series(1, ${many}) n`
}

function firms(many: number): string[] {
  const staff = (kind: 'admin' | 'technician', role: string) =>
    `insert into partner_staff (id, provider_id, partner_id, person_id, role, activated_at)
      select ${id(`staff ${kind}`, 'n')}, ${northwind}, ${id('partner', 'n')}, ${id(kind, 'n')}, '${role}', now()
      from generate_series(1, ${many}) n`
  return [
    people('admin', many),
    people('technician', many),
    `insert into partner (id, provider_id, slug, name, partner_code, share_code)
      select ${id('partner', 'n')}, ${northwind}, 'bench-firm-' || n, 'Firm ' || n, 'BEN-' || n, 'share-bench-' || n
      from generate_series(1, ${many}) n`,
    staff('admin', 'administrator'),
    staff('technician', 'technician'),
  ]
}

function accountRows(slugs: string, from: number, to: number): string {
  return `insert into account (id, provider_id, slug, name, home_brand_id, time_zone, request_code)
    select ${id('account', 'n')}, ${northwind}, ${slugs}, 'Account ' || n, ${brand}, 'America/Vancouver', 'bench-code-' || n
    from generate_series(${from}, ${to}) n`
}

/** Firms with an administrator and a technician each. */
export async function seedFirms(pool: pg.Pool, many: number): Promise<void> {
  await all(pool, firms(many))
}

export interface Estate {
  readonly accounts: number
  readonly partners: number
  readonly grants: number
  /** Grants of a day that end in a month, or that have ended one after the other within the last day. */
  readonly end: 'later' | 'past'
}

/**
 * Accounts with an owner each, firms with an administrator and a technician each, and grants spread over both; every
 * technician is assigned to their firm's grants. Grant n is of account n % accounts and firm n % partners.
 */
export async function seedEstate(pool: pg.Pool, { accounts, partners, grants, end }: Estate): Promise<void> {
  const moments =
    end === 'later'
      ? `now() - interval '1 day', now() + interval '30 days', now() + interval '29 days'`
      : `now() - interval '1 day' - n * interval '50 milliseconds', now() - n * interval '50 milliseconds',
         now() - n * interval '50 milliseconds'`
  await all(pool, [
    ...firms(partners),
    people('owner', accounts),
    accountRows(`'bench-' || n`, 1, accounts),
    `insert into membership (provider_id, account_id, person_id, kind, state, roles)
      select ${northwind}, ${id('account', 'n')}, ${id('owner', 'n')}, 'administrator', 'active', '{account-owner}'
      from generate_series(1, ${accounts}) n`,
    `insert into access_grant (id, provider_id, account_id, partner_id, scope, duration, state, approved_by, starts_at, ends_at, due_at)
      select ${id('grant', 'n')}, ${northwind}, ${id('account', `(n % ${accounts} + 1)`)}, ${id('partner', `(n % ${partners} + 1)`)},
        'services', '24h', 'active', ${id('owner', `(n % ${accounts} + 1)`)}, ${moments}
      from generate_series(1, ${grants}) n`,
    ...(end === 'later' ? [assignments(grants, accounts, partners)] : []),
    'vacuum analyze',
    'checkpoint',
  ])
}

function assignments(grants: number, accounts: number, partners: number): string {
  return `insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by)
    select ${northwind}, ${id('account', `(n % ${accounts} + 1)`)}, ${id('grant', 'n')}, ${id('partner', `(n % ${partners} + 1)`)},
      ${id('staff technician', `(n % ${partners} + 1)`)}, ${id('admin', `(n % ${partners} + 1)`)}
    from generate_series(1, ${grants}) n`
}

/** A second account for each of so many owners, called bench-owned-N, whose ids forms take for ids. */
export async function seedOwned(pool: pg.Pool, many: number): Promise<void> {
  await all(pool, [
    `with made as (insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
        select ${northwind}, 'bench-owned-' || n, 'Owned ' || n, ${brand}, 'America/Vancouver', 'bench-owned-code-' || n
        from generate_series(1, ${many}) n returning id, substr(slug, 13) as n)
      insert into membership (provider_id, account_id, person_id, kind, state, roles)
        select ${northwind}, id, ${id('owner', 'n')}, 'administrator', 'active', '{account-owner}' from made`,
    'analyze',
  ])
}

/** One account for each size, called bench-list-SIZE, with that many live grants; the demo's dentist owns them all. */
export async function seedLists(pool: pg.Pool, sizes: readonly number[]): Promise<void> {
  const partners = 2000
  const lists = sizes.flatMap((size, i) => [
    accountRows(`'bench-list-${size}'`, i, i),
    `insert into membership (provider_id, account_id, person_id, kind, state, roles)
      select ${northwind}, ${id('account', `'${i}'`)}, id, 'administrator', 'active', '{account-owner}'
      from person where email = 'owner@harbour-dental.example'`,
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, state, approved_by, starts_at, ends_at, due_at, created_at, last_used_at, last_used_by)
      select ${northwind}, ${id('account', `'${i}'`)}, ${id('partner', `(n % ${partners} + 1)`)}, 'services', 'until:2099-12-31', 'active',
        p.id, now() - interval '10 days', now() + interval '90 days', now() + interval '60 days',
        now() - n * interval '1 second', now() - interval '3 hours', ${id('technician', `(n % ${partners} + 1)`)}
      from generate_series(1, ${size}) n, person p where p.email = 'owner@harbour-dental.example'`,
  ])
  await all(pool, [...firms(partners), ...lists, 'vacuum analyze', 'checkpoint'])
}
