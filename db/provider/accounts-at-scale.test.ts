import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reading } from '../client.ts'
import { newWorld, type World } from '../proof/world.ts'
import {
  type AccountFilter,
  type AccountsAsked,
  accountCounts,
  accountFilters,
  accountsOf,
  accountsStatement,
  countsStatement,
} from './accounts.ts'
import { meantStatement, namesakeStatement } from './find.ts'

/** The provider's list where there are a hundred thousand accounts, each with an owner: by what the database reads. */
const many = 100_000

let world: World
let northwind: string

beforeAll(async () => {
  world = await newWorld()
  northwind = world.provider('northwind')
  const home = `(select home_brand_id from account where slug = 'harbour-dental')`
  const id = (kind: string) => `md5('${kind} ' || n)::uuid`
  await world.rows(`insert into person (id, provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
    select ${id('owner')}, '${northwind}', 'o' || n || '@big.example', 'o' || n || '@big.example', 'Owner ' || n, 'en', 'UTC', ${home}
    from generate_series(1, ${many}) n`)
  await world.rows(`insert into account (id, provider_id, slug, name, home_brand_id, time_zone, request_code, parent_id, closed_at)
    select ${id('account')}, '${northwind}', 'big-' || n,
      (array['Harbour','Maple','Summit','Pacific','Éclair','Granite','Willow','Cedar'])[1 + n % 8] || ' ' ||
      (array['Dental','Logistics','Bakery','Clinic','Studios'])[1 + n % 5] || ' ' || n || ' Limited', ${home}, 'UTC', 'BIG-' || n,
      case when n % 50 = 0 then md5('account ' || (n - 1))::uuid end, case when n % 100 = 7 then now() end
    from generate_series(1, ${many}) n`)
  await world.rows(`insert into membership (provider_id, account_id, person_id, kind, state, roles)
    select '${northwind}', ${id('account')}, ${id('owner')}, 'administrator', 'active', '{account-owner}'
    from generate_series(1, ${many}) n where n % 20000 <> 1`)
  await world.rows('vacuum analyze')
}, 180_000)
afterAll(() => world.close())

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Plan[]
}

/** How many pages of 8 kB a statement touches as the portal's own role, and what it reads from end to end. */
async function planOf(statement: { readonly text: string; readonly values: readonly unknown[] }) {
  const answer = await reading(
    { role: 'app', providerId: northwind },
    tx =>
      tx.$client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (analyze, buffers, format json) ${statement.text}`,
        [...statement.values],
      ),
    world.pool,
  )
  const [whole] = answer.rows[0]?.['QUERY PLAN'] ?? []
  if (!whole) throw new Error('no plan')
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  const scans = nodes(whole.Plan)
    .filter(node => node['Node Type'] === 'Seq Scan')
    .map(node => node['Relation Name'] ?? '')
  const pages = whole.Plan['Shared Hit Blocks'] + whole.Plan['Shared Read Blocks']
  return { pages, scans }
}

const asked = (of: Partial<AccountsAsked>): AccountsAsked => ({
  filter: 'open',
  search: '',
  after: undefined,
  ...of,
})
const list = (of: Partial<AccountsAsked>) =>
  reading({ role: 'app', providerId: northwind }, tx => accountsOf(tx, northwind, asked(of)), world.pool)

/** The cursor of a place in the middle of the list. */
async function deep(filter: AccountFilter): Promise<string> {
  const [row] = await world.rows<{ cursor: string }>(
    `select id || '_' || name_folded as cursor from account where provider_id = $1 and (closed_at is null) = $2
      order by name_folded, id offset $3 limit 1`,
    [northwind, filter !== 'closed', filter === 'closed' ? 900 : 90_000],
  )
  return row?.cursor ?? ''
}

const large = ['account', 'account_word', 'membership', 'person']
/** Pages of 8 kB that a list may touch, however many accounts there are: its rows with what they show, and what led to them. */
const most = { listed: 1_200, searched: 4_000, counted: 1_000 }

async function expectQuick(of: Partial<AccountsAsked>, limit: number) {
  const { pages, scans } = await planOf(accountsStatement(northwind, asked(of)))
  expect(scans.filter(table => large.includes(table))).toEqual([])
  expect(pages).toBeLessThan(limit)
}

describe('a list is read off an index, and no further than its page', () => {
  test.each(accountFilters)('%s', filter => expectQuick({ filter }, most.listed))

  test.each(['open', 'closed'] as const)('deep in the list, %s', async filter =>
    expectQuick({ filter, after: await deep(filter) }, most.listed),
  )

  test.each([
    'big-77777',
    'l',
    'limited',
    'harbour dental',
    'éclair 4',
    // The rarer word is the shorter one: all that the longer one leads to is looked at, in the index alone.
    'limited 99999',
    'limited zz',
    'nothing of this kind',
  ])('searched for “%s”', search => expectQuick({ search }, most.searched))

  test.each(accountFilters)('searched among %s', filter =>
    expectQuick({ filter, search: 'limited' }, most.searched),
  )

  test('the page after a page of a search', async () => {
    const first = await list({ search: 'maple' })
    expect(first.next).not.toBeNull()
    await expectQuick({ search: 'maple', after: first.next ?? undefined }, most.searched)
  })
})

test('the counts of the tiles stop where the tiles do', async () => {
  const { pages, scans } = await planOf(countsStatement(northwind))
  expect(scans.filter(table => large.includes(table))).toEqual([])
  expect(pages).toBeLessThan(most.counted)
  const counts = await reading(
    { role: 'app', providerId: northwind },
    tx => accountCounts(tx, northwind),
    world.pool,
  )
  expect(counts).toEqual({ open: 100, clients: 100, undecided: 5, unanswered: 0, closed: 100 })
  expect((await list({ filter: 'undecided' })).accounts.map(one => one.slug)).toEqual(
    [1, 20_001, 40_001, 60_001, 80_001].map(n => `big-${n}`),
  )
})

test('an account of a name is looked up in the index by which the list is ordered', async () => {
  for (const name of ['Harbour Dental 8 Limited', 'ÉCLAIR BAKERY 4 limited', 'nobody of this name'])
    for (const statement of [namesakeStatement(northwind, name, null), meantStatement(northwind, name)]) {
      const { pages, scans } = await planOf(statement)
      expect([name, scans]).toEqual([name, []])
      expect(pages).toBeLessThan(60)
    }
})
