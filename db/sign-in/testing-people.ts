import type pg from 'pg'
import { type Tx, writing } from '../client.ts'
import { loadDemo } from '../demo/load.ts'
import { type FreshDatabase, freshDatabase } from '../testing.ts'
import type { SessionPlace } from './session.ts'

export interface SignInGround {
  readonly database: FreshDatabase
  /** A branding domain of the cast, by its key. */
  readonly place: (brand: 'northwind' | 'boreal' | 'southern') => SessionPlace
  readonly personId: (email: string) => string
  /** Work behind the wall of a branding domain's provider. */
  readonly behind: <T>(place: SessionPlace, work: (tx: Tx) => Promise<T>, from?: pg.Pool) => Promise<T>
}

/** The demo cast in a database of its own, for tests of who gets in. */
export async function signInGround(): Promise<SignInGround> {
  const database = await freshDatabase()
  await loadDemo(database.url)
  const brands = await database.pool.query<{ key: string; id: string; providerId: string }>(
    `select split_part(host, '.', 1) as key, id, provider_id as "providerId" from branding_domain`,
  )
  const people = await database.pool.query<{ email: string; id: string }>('select email, id from person')
  return {
    database,
    place: key => {
      const brand = brands.rows.find(row => row.key === key)
      if (!brand) throw new Error(`no brand ${key}`)
      return { providerId: brand.providerId, brandingDomainId: brand.id }
    },
    personId: email => {
      const person = people.rows.find(row => row.email === email)
      if (!person) throw new Error(`nobody ${email}`)
      return person.id
    },
    behind: (place, work, from = database.pool) =>
      writing({ role: 'app', providerId: place.providerId }, work, from),
  }
}
