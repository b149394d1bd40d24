import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { root } from '#scripts/project.ts'
import { distDir } from './world.ts'

export interface Page {
  /** As the build names it: /accounts/[account]. */
  readonly route: string
  readonly path: string
  /** Who of the demo opens it; null = somebody who is not signed in. */
  readonly email: string | null
}

/** Who opens the pages of each part of the portal. */
const readers: readonly (readonly [prefix: string, email: string | null])[] = [
  ['/accounts', 'owner@harbour-dental.example'],
  ['/partner', 'admin@brightline.example'],
  ['/provider', 'platform@northwind.example'],
  ['/sign-in', null],
  ['/', 'owner@harbour-dental.example'],
]

const harbour = `(select id from account where slug = 'harbour-dental')`
const brightline = `(select id from partner where slug = 'brightline-it')`

/** What stands for each name in brackets, by the part of the portal. */
const values: Readonly<Record<string, string>> = {
  '/accounts [account]': `select 'harbour-dental'`,
  '/accounts [request]': `select id from access_request where account_id = ${harbour} and state = 'pending'`,
  '/accounts [grant]': `select id from access_grant where account_id = ${harbour}`,
  '/accounts [service]': `select id from service where account_id = ${harbour}`,
  '/accounts [user]': `select id from membership where account_id = ${harbour} and kind = 'end-user'`,
  '/partner [partner]': `select 'brightline-it'`,
  '/partner [account]': `select 'maple-logistics'`,
  '/partner [request]': `select id from access_request where partner_id = ${brightline} and state = 'pending'`,
  '/partner [grant]': `select id from access_grant where partner_id = ${brightline} and state = 'active'`,
  '/provider [relationship]': `select r.id from channel_relationship r where r.partner_id = ${brightline} and r.ended_at is null`,
  '/provider [domain]': `select id from branding_domain where host = 'northwind.localhost'`,
  '/ [id]': `select id from demo_mailbox`,
}

/** Every page of the build, with an address of the demo that shows it. A page that nobody knows how to reach is a fault. */
export async function pagesOf(pool: pg.Pool): Promise<Page[]> {
  const file = join(root, distDir, 'app-path-routes-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const routes = Object.entries(manifest)
    .filter(([source, route]) => source.endsWith('/page') && !route.startsWith('/_'))
    .map(([, route]) => route)
  const pages: Page[] = []
  for (const route of [...new Set(routes)].sort()) {
    const [prefix, email] = readers.find(([start]) => route.startsWith(start)) ?? ['/', null]
    let path = route
    for (const [name] of route.matchAll(/\[\w+\]/g)) {
      const question = values[`${prefix} ${name}`]
      if (!question) throw new Error(`bench/pages.ts does not know what ${name} of ${route} could be`)
      const found = await pool.query<Record<string, string>>(`${question} limit 1`)
      const value = Object.values(found.rows[0] ?? {})[0]
      if (value === undefined) throw new Error(`the demo has nothing for ${name} of ${route}`)
      path = path.replace(name, value)
    }
    pages.push({ route, path, email })
  }
  return pages
}
