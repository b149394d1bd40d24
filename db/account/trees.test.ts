import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { heldBy, type OracleWorld } from '#lib/access/testing-oracle.ts'
import { worlds } from '#lib/access/testing-worlds.ts'
import { sightOf } from '../authority.ts'
import { reading } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { clientsOf } from './client-list.ts'

// The access check itself, over random trees of accounts in the database, against what was written down by hand.

const world = await newWorld()
afterAll(() => world.close())
const seed = 20_261_130
const runs = 150

/** By the numbers that random worlds give them. */
const emails = [
  'owner@harbour-dental.example',
  'owner@maple.example',
  'contributor@maple.example',
  'owner@depot.example',
  'admin@brightline.example',
  'admin@cedar.example',
  'platform@northwind.example',
]
const firms = ['brightline-it', 'cedar-consulting']
const people = emails.map(email => world.actor(email))
const idOf = (person: number) => people[person]?.personId

/** Writes the tree with all that stands on it; gives the ids of its accounts. */
async function made(tree: OracleWorld): Promise<readonly string[]> {
  const ids = tree.accounts.map(() => randomUUID())
  const rows = tree.accounts.map(({ parent }, i) => ({
    id: ids[i],
    parent: parent === null ? null : ids[parent],
  }))
  await world.rows(
    `insert into account (id, provider_id, slug, name, home_brand_id, time_zone, request_code, parent_id)
      select d.id, h.provider_id, 'tree-' || d.id, 'Tree', h.home_brand_id, 'UTC', d.id::text, d.parent
      from account h, jsonb_to_recordset($2::jsonb) as d(id uuid, parent uuid) where h.id = $1`,
    [world.account('harbour-dental'), JSON.stringify(rows)],
  )
  await world.rows(
    `insert into account_product (provider_id, account_id, product)
      select a.provider_id, a.id, p from account a, unnest(array['cloud-pbx', 'branding']) p
      where a.id = any($1) and (p <> 'branding' or a.id = any($2))`,
    [ids, ids.filter((_, i) => tree.accounts[i]?.branding)],
  )
  const provider = world.provider('northwind')
  await world.rows(`delete from partner_staff where person_id = $1`, [idOf(0)])
  for (const { person, firm } of tree.staff.filter(one => one.person < 4))
    await world.rows(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at) values ($1, $2, $3, 'administrator', now())`,
      [provider, world.partner(firms[firm] ?? ''), idOf(person)],
    )
  await world.rows(`delete from membership where kind = 'account-manager' and person_id = any($1)`, [
    people.map(one => one.personId),
  ])
  for (const { person, account, kind, roles, modules } of tree.places)
    await world.rows(
      `insert into membership (provider_id, account_id, person_id, kind, state, roles, modules)
        values ($1, $2, $3, $4, 'active', $5, $6)`,
      [provider, ids[account], idOf(person), kind, roles, modules],
    )
  for (const { account, firm, scope, reaches } of tree.grants)
    await world.rows(
      `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by, reaches_clients)
        values ($1, $2, $3, $4, 'ongoing', now() - interval '1 hour', 'active', $5, $6)`,
      [provider, ids[account], world.partner(firms[firm] ?? ''), scope, idOf(0), reaches],
    )
  for (const { account, firm } of tree.exclusions)
    await world.rows(
      `insert into client_exclusion (provider_id, account_id, partner_id, excluded_by) values ($1, $2, $3, $4) on conflict do nothing`,
      [provider, ids[account], world.partner(firms[firm] ?? ''), idOf(0)],
    )
  return ids
}

test('everybody may on every account what was written down by hand, and the list of clients leads where one may go', async () => {
  let [sights, open, links] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(worlds, async tree => {
      const ids = await made(tree)
      const here = [...new Set([...tree.places, ...tree.staff, ...tree.platform].map(one => one.person))]
      for (const person of here) {
        const actor = people[person]
        if (!actor) throw new Error('nobody of that number')
        const wall = { role: 'app', providerId: actor.providerId } as const
        const seen = await reading(
          wall,
          async tx => {
            const held: string[][] = []
            const enters = new Map<string, boolean>()
            for (const id of ids) {
              const sight = await sightOf(tx, actor, { id })
              held.push([...(sight?.authority.capabilities ?? [])].sort())
              const clients = await clientsOf(tx, id, actor.personId, { search: '', after: null })
              for (const client of clients) enters.set(client.id, client.enters)
            }
            return { held, enters }
          },
          world.pool,
        )
        for (const [account, id] of ids.entries()) {
          const expected = heldBy(tree, person, account)
          expect(seen.held[account]).toEqual(expected)
          sights += 1
          if (expected.length > 0) open += 1
          const link = seen.enters.get(id)
          // An administrator without roles has a place there that gives nothing: no test makes one beside these.
          if (link !== undefined && link !== expected.length > 0)
            expect([id, link]).toEqual([id, hasEmptyPlace(tree, person, account)])
          if (link !== undefined) links += 1
        }
      }
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
  console.log(
    `the access check over ${runs} random trees: ${sights} looks, ${open} open, ${links} links, 0 failures`,
  )
  expect(open).toBeGreaterThan(200)
}, 300_000)

/** An administrator's place without a role gives nothing; a link to it leads to a page that says so. */
function hasEmptyPlace(tree: OracleWorld, person: number, account: number): boolean {
  return tree.places.some(
    one =>
      one.person === person &&
      one.account === account &&
      one.kind === 'administrator' &&
      one.roles.length === 0,
  )
}
