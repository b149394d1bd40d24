import type pg from 'pg'
import { seedFirms } from './seed.ts'

/** Open requests of as many firms to the demo's dentist; gives their ids. */
export async function seedRequests(pool: pg.Pool, many: number): Promise<string[]> {
  await seedFirms(pool, many)
  const made = await pool.query<{ id: string }>(
    `insert into access_request (provider_id, account_id, partner_id, requested_by, reason, scope, duration, state, lapses_at)
      select a.provider_id, a.id, md5('partner ' || n)::uuid, md5('technician ' || n)::uuid, 'The handsets lose their registration.',
        'services', '24h', 'pending', now() + interval '7 days'
      from generate_series(1, $1::int) n, account a where a.slug = 'harbour-dental' returning id`,
    [many],
  )
  await pool.query(`update letter set state = 'sent' where state = 'queued'`)
  await pool.query('vacuum analyze')
  return made.rows.map(row => row.id)
}
