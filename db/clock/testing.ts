import pg from 'pg'
import { type FreshDatabase, leftByAll } from '../testing.ts'

/** A database whose clock can be set, for tests of what happens when its host's clock jumps. */
export interface MovableClock {
  /** By how many hours it is wrong from now on. */
  set(hours: number): Promise<void>
}

/**
 * Puts a clock of our own in front of PostgreSQL's, in this one database: every `clock_timestamp()` of the portal finds it
 * first. The view of effective grants is made anew, since it holds on to the function that it was made with. Connections
 * that are open would keep the old clock, so they are ended.
 */
export async function movableClock(database: FreshDatabase): Promise<MovableClock> {
  const { pool, url } = database
  const name = new URL(url).pathname.slice(1)
  // On a connection of its own, so that every one of the pool's can be ended.
  const maker = new pg.Client({ connectionString: url })
  await maker.connect()
  const found = await maker.query<{ text: string }>(`select pg_get_viewdef('effective_grant') as text`)
  const view = found.rows[0]?.text ?? ''
  await maker.query(`
    create schema shifted;
    grant usage on schema shifted to public;
    create table shifted.by (hours float8 not null);
    insert into shifted.by values (0);
    grant select on shifted.by to public;
    create function shifted.clock_timestamp() returns timestamptz language sql volatile as
      'select pg_catalog.clock_timestamp() + make_interval(secs => 3600 * hours) from shifted.by';
    alter database ${name} set search_path = shifted, pg_catalog, public;
    set search_path = shifted, pg_catalog, public;
    create or replace view public.effective_grant with (security_invoker = true) as ${view}`)
  await maker.end()
  await leftByAll(database)
  return { set: hours => pool.query('update shifted.by set hours = $1', [hours]).then(() => undefined) }
}
