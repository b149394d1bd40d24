import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import { type Sight, sightOf } from '../authority.ts'
import { type AccountChange, type Change, changeOn, type PartnerChange } from '../change.ts'
import { reading, undo, writing } from '../client.ts'
import { loadDemo } from '../demo/load.ts'
import { authorOf } from '../events.ts'
import { heldPlaceIn } from '../partner/staff.ts'
import { heldPlatformRoleOf } from '../provider/platform.ts'
import { type FreshDatabase, freshDatabase } from '../testing.ts'

/** A database of its own with the demo's cast, and the doors through which its people act in tests. */
export interface World {
  readonly database: FreshDatabase
  readonly pool: pg.Pool
  /** The person as a signed-in actor. */
  actor(email: string): Actor
  account(slug: string): string
  partner(slug: string): string
  provider(slug: string): string
  /** What the person may do on the account at this moment, or null. */
  sight(email: string, accountId: string): Promise<Sight | null>
  /** As the door runs an account's action: behind the account's lock, authority read there. 'not-found' without it. */
  onAccount<T>(
    email: string,
    accountId: string,
    needs: Capability,
    work: (change: AccountChange) => Promise<T>,
  ): Promise<T | 'not-found'>
  /** The same for somebody who came to be only in the test. */
  onAccountAs<T>(
    actor: Actor,
    accountId: string,
    needs: Capability,
    work: (change: AccountChange) => Promise<T>,
  ): Promise<T | 'not-found'>
  /** As the door runs a firm's action. */
  asPartner<T>(
    email: string,
    slug: string,
    work: (change: PartnerChange) => Promise<T>,
  ): Promise<T | 'not-found'>
  /** As the door runs an action of the provider's staff. */
  asProvider<T>(email: string, work: (change: Change) => Promise<T>): Promise<T | 'not-found'>
  /** An account of Northwind's that has Branding, so that no right is missing there, with Harbour Dental's owner and manager as approvers, served by Brightline IT. */
  newAccount(): Promise<NewAccount>
  /** Rows of a question that is put past the wall, by the database's owner. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export interface NewAccount {
  readonly id: string
  readonly slug: string
  readonly code: string
  readonly relationshipId: string
  readonly parentName: null
}

export async function newWorld(): Promise<World> {
  const database = await freshDatabase()
  await loadDemo(database.url)
  const cast = await castOf(database.pool)
  return new LoadedWorld(database, cast)
}

interface Cast {
  readonly people: ReadonlyMap<string, Actor>
  readonly accounts: ReadonlyMap<string, string>
  readonly partners: ReadonlyMap<string, string>
  readonly providers: ReadonlyMap<string, string>
}

async function castOf(pool: pg.Pool): Promise<Cast> {
  const people = await pool.query<
    Omit<Actor, 'sessionId' | 'address' | 'authenticatedAt'> & { language: Language }
  >(
    `select id as "personId", provider_id as "providerId", name, email, language, time_zone as "timeZone" from person`,
  )
  const named = async (table: string) => {
    const found = await pool.query<{ slug: string; id: string }>(`select slug, id from ${table}`)
    return new Map(found.rows.map(row => [row.slug, row.id]))
  }
  const session = { sessionId: randomUUID(), address: '192.0.2.7', authenticatedAt: new Date() }
  return {
    people: new Map(people.rows.map(row => [row.email, { ...row, ...session }])),
    accounts: await named('account'),
    partners: await named('partner'),
    providers: await named('provider'),
  }
}

class LoadedWorld implements World {
  readonly database: FreshDatabase
  readonly #cast: Cast
  #made = 0

  constructor(database: FreshDatabase, cast: Cast) {
    this.database = database
    this.#cast = cast
  }

  get pool(): pg.Pool {
    return this.database.pool
  }

  actor(email: string): Actor {
    return { ...named(this.#cast.people, email), authenticatedAt: new Date() }
  }

  account(slug: string): string {
    return named(this.#cast.accounts, slug)
  }

  partner(slug: string): string {
    return named(this.#cast.partners, slug)
  }

  provider(slug: string): string {
    return named(this.#cast.providers, slug)
  }

  sight(email: string, accountId: string): Promise<Sight | null> {
    const actor = this.actor(email)
    const wall = { role: 'app', providerId: actor.providerId } as const
    return reading(wall, tx => sightOf(tx, actor, { id: accountId }), this.pool)
  }

  onAccount<T>(
    email: string,
    accountId: string,
    needs: Capability,
    work: (change: AccountChange) => Promise<T>,
  ) {
    return this.onAccountAs(this.actor(email), accountId, needs, work)
  }

  onAccountAs<T>(
    actor: Actor,
    accountId: string,
    needs: Capability,
    work: (change: AccountChange) => Promise<T>,
  ) {
    const wall = { role: 'app', providerId: actor.providerId, lock: accountId } as const
    return writing<T | 'not-found'>(
      wall,
      async tx => {
        const sight = await sightOf(tx, actor, { id: accountId })
        if (!sight || !may(sight.authority, needs)) return 'not-found'
        return kept(work(changeOn(tx, actor, sight, needs)))
      },
      this.pool,
    )
  }

  asPartner<T>(email: string, slug: string, work: (change: PartnerChange) => Promise<T>) {
    const actor = this.actor(email)
    return writing<T | 'not-found'>(
      { role: 'app', providerId: actor.providerId },
      async tx => {
        const partner = await heldPlaceIn(tx, actor, { slug })
        if (!partner) return 'not-found'
        const author = authorOf(actor, { kind: 'partner', firm: partner.name })
        return kept(work({ tx, actor, author, partner }))
      },
      this.pool,
    )
  }

  asProvider<T>(email: string, work: (change: Change) => Promise<T>) {
    const actor = this.actor(email)
    return writing<T | 'not-found'>(
      { role: 'app', providerId: actor.providerId },
      async tx => {
        const platform = await heldPlatformRoleOf(tx, actor)
        if (!platform) return 'not-found'
        const author = authorOf(actor, { kind: 'provider', firm: platform.providerName })
        return kept(work({ tx, actor, author }))
      },
      this.pool,
    )
  }

  async newAccount(): Promise<NewAccount> {
    this.#made += 1
    const made = {
      id: randomUUID(),
      slug: `made-${this.#made}`,
      code: `MADE-${this.#made}`,
      relationshipId: randomUUID(),
      parentName: null,
    }
    await this.rows(
      `with a as (
        insert into account (id, provider_id, slug, name, home_brand_id, time_zone, request_code)
          select $1, h.provider_id, $2, $3, h.home_brand_id, 'America/Vancouver', $4 from account h where h.id = $5 returning provider_id),
      b as (insert into account_product (provider_id, account_id, product) select a.provider_id, $1, 'branding' from a),
      m as (
        insert into membership (provider_id, account_id, person_id, kind, state, roles)
          select a.provider_id, $1, p.id, 'administrator', 'active', '{account-owner}' from a, person p where p.email = any($6))
      insert into channel_relationship (id, provider_id, partner_id, account_id) select $7, a.provider_id, $8, $1 from a`,
      [
        made.id,
        made.slug,
        `Made ${this.#made}`,
        made.code,
        this.account('harbour-dental'),
        ['owner@harbour-dental.example', 'manager@harbour-dental.example'],
        made.relationshipId,
        this.partner('brightline-it'),
      ],
    )
    return made
  }

  async rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const answer = await this.pool.query<Row>(text, [...values])
    return answer.rows
  }

  close(): Promise<void> {
    return this.database.close()
  }
}

/** A refusal undoes what was done on the way to it, as at the door. */
async function kept<T>(work: Promise<T>): Promise<T> {
  const answer = await work
  const refused = typeof answer === 'object' && answer !== null && 'ok' in answer && !answer.ok
  return refused ? undo(answer) : answer
}

function named<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name)
  if (found === undefined) throw new Error(`nobody in the cast is called ${name}`)
  return found
}
