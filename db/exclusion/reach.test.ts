import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { capabilitiesOfScope } from '#lib/access/scopes.ts'
import { sightOf } from '../authority.ts'
import { reading } from '../client.ts'
import { admin, cedar, owner } from '../proof/model.ts'
import { newWorld } from '../proof/world.ts'

/**
 * A grant comes to its own account and, where it reaches clients, to that one's own client accounts but for those that
 * excluded the firm: never upward, never sideways, never two levels down.
 */
const world = await newWorld()
afterAll(() => world.close())

const seed = 20_261_128
const firms = [
  { slug: 'brightline-it', person: admin },
  { slug: 'cedar-consulting', person: cedar },
] as const

/** Account i > 0 hangs under the account of a smaller number, or under none. */
const tree = fc.array(fc.option(fc.nat(), { nil: null, freq: 4 }), { minLength: 1, maxLength: 8 })
const grant = fc.record({
  on: fc.nat(),
  firm: fc.nat({ max: 1 }),
  reaches: fc.boolean(),
  scope: fc.constantFrom('services' as const, 'people' as const, 'read-only' as const),
  live: fc.constantFrom(true, true, true, false),
})
const exclusion = fc.record({ on: fc.nat(), firm: fc.nat({ max: 1 }), over: fc.boolean() })
const drawn = fc.record({
  tree,
  grants: fc.array(grant, { maxLength: 6 }),
  exclusions: fc.array(exclusion, { maxLength: 4 }),
  closed: fc.option(fc.nat(), { nil: null, freq: 2 }),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

let sights = 0
let opened = 0

async function made({ tree: parents, grants, exclusions, closed }: Drawn) {
  const ids = parents.map(() => randomUUID())
  const at = (n: number) => n % ids.length
  const parentOf = parents.map((parent, i) => (parent === null || i === 0 ? null : parent % i))
  const rows = ids.map((id, i) => ({ id, parent: parentOf[i] === null ? null : ids[parentOf[i] ?? 0] }))
  await world.rows(
    `insert into account (id, provider_id, slug, name, home_brand_id, time_zone, request_code, parent_id)
      select d.id, h.provider_id, 'tree-' || d.id, 'Tree', h.home_brand_id, 'UTC', d.id::text, d.parent
      from account h, jsonb_to_recordset($2::jsonb) as d(id uuid, parent uuid) where h.id = $1`,
    [world.account('harbour-dental'), JSON.stringify(rows)],
  )
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, reaches_clients)
      select a.provider_id, a.id, p.id, d.scope, 'ongoing', now() - interval '1 hour', case when d.live then null else now() end,
        'active', $1, d.reaches
      from jsonb_to_recordset($2::jsonb) as d(account uuid, firm text, scope text, reaches boolean, live boolean)
      join account a on a.id = d.account join partner p on p.slug = d.firm`,
    [
      world.actor(owner).personId,
      JSON.stringify(grants.map(one => ({ ...one, account: ids[at(one.on)], firm: firms[one.firm]?.slug }))),
    ],
  )
  await world.rows(
    `insert into client_exclusion (provider_id, account_id, partner_id, excluded_by, included_at, included_by)
      select a.provider_id, a.id, p.id, $1, case when d.over then now() end, case when d.over then $1::uuid end
      from jsonb_to_recordset($2::jsonb) as d(account uuid, firm text, over boolean)
      join account a on a.id = d.account join partner p on p.slug = d.firm on conflict do nothing`,
    [
      world.actor(owner).personId,
      JSON.stringify(
        exclusions.map(one => ({ ...one, account: ids[at(one.on)], firm: firms[one.firm]?.slug })),
      ),
    ],
  )
  const shut = closed === null ? null : at(closed)
  if (shut !== null) await world.rows('update account set closed_at = now() where id = $1', [ids[shut]])
  return { ids, parentOf, at, shut }
}

/** The rule once more, walked by hand. */
function expected(
  { grants, exclusions }: Drawn,
  { parentOf, at, shut }: Awaited<ReturnType<typeof made>>,
  account: number,
  firm: number,
) {
  if (account === shut) return []
  const parent = parentOf[account] ?? null
  const excluded = exclusions.some(one => one.firm === firm && at(one.on) === account && !one.over)
  const coming = grants.filter(
    one =>
      one.firm === firm &&
      one.live &&
      at(one.on) !== shut &&
      (at(one.on) === account || (one.reaches && parent !== null && at(one.on) === parent && !excluded)),
  )
  const held = coming.flatMap(one => [...capabilitiesOfScope({ name: one.scope, pages: [] })])
  return [...new Set(held)].sort()
}

test(`over random trees of accounts a grant reaches its own clients and nobody else, seed ${seed}`, async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async one => {
      const there = await made(one)
      for (const [firm, { person }] of firms.entries()) {
        const actor = world.actor(person)
        const seen = await reading(
          { role: 'app', providerId: actor.providerId },
          async tx => {
            const all: string[][] = []
            for (const id of there.ids) {
              const sight = await sightOf(tx, actor, { id })
              all.push([...(sight?.authority.capabilities ?? [])].sort())
            }
            return all
          },
          world.pool,
        )
        sights += seen.length
        opened += seen.filter(held => held.length > 0).length
        for (const [account, held] of seen.entries())
          expect(held).toEqual(expected(one, there, account, firm))
      }
    }),
    { seed, numRuns: 250, endOnFailure: false },
  )
  console.log(`${sights} looks at accounts in 250 trees, ${opened} of them open, 0 failures`)
  expect(opened).toBeGreaterThan(100)
}, 300_000)
