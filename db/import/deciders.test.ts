import { afterAll, expect, test } from 'vitest'
import { done, importWorld, told } from './testing-world.ts'

// What the import asks before it takes a role away: the desk's question, of the account and of its client accounts.

const { world, take, digest, close } = await importWorld()
afterAll(() => close())

const people = (...rows: string[]) => ({
  people: ['email,name,kind,account,roles', ...rows].join('\n'),
})
const row = (email: string, account: string, roles: string) => `${email},X,administrator,${account},${roles}`

/** Refused in a look and in earnest, and nothing has happened. */
async function refused(texts: { people: string }, expected: readonly string[]) {
  const before = await digest()
  for (const apply of [false, true]) expect(told(await take(texts, { apply }))).toEqual(expected)
  expect(await digest()).toEqual(before)
}

const givesUp = row('proprio@erable.example', 'erable-sante', 'service-viewer')

async function second(email: string, account: string, roles: string, state: string) {
  await world.rows(
    `with p as (insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
        select provider_id, $1, $1, 'Second', 'en', 'UTC', home_brand_id from account where slug = $2 returning id)
      insert into membership (provider_id, account_id, person_id, kind, state, roles)
        select a.provider_id, a.id, p.id, 'administrator', $3, $4 from account a, p where a.slug = $2`,
    [email, account, state, [roles]],
  )
}

test('an owner who is shut out, or has not come yet, is nobody left', async () => {
  await second('second@erable.example', 'erable-sante', 'account-owner', 'active')
  await second('third@erable.example', 'erable-sante', 'account-owner', 'invited')
  await world.rows(`update person set disabled_at = now() where email = 'second@erable.example'`)
  await refused(people(givesUp), ['people 2 roles last-one'])
})

test('once somebody else can decide, the role may go, in a look and in earnest', async () => {
  await world.rows(`update person set disabled_at = null where email = 'second@erable.example'`)
  expect(done(await take(people(givesUp), { apply: false }))).toMatchObject({ applied: false, events: 0 })
  expect(done(await take(people(givesUp)))).toMatchObject({ applied: true, events: 1 })
})

test('two who leave by the same file are told each', async () => {
  await world.rows(
    `update membership set roles = '{account-owner}' where person_id = (select id from person where email = 'proprio@erable.example')`,
  )
  const both = people(givesUp, row('second@erable.example', 'erable-sante', 'service-viewer'))
  await refused(both, ['people 2 roles last-one', 'people 3 roles last-one'])
})

test('a client account that only the parent’s contributor decides for is not left with nobody', async () => {
  // Nobody of Maple Depot West itself is left; the contributors of Maple Logistics act there.
  await world.rows(
    `update membership set state = 'removed' where account_id = (select id from account where slug = 'maple-depot-west')`,
  )
  const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
    `select count(*)::int as count from membership m join account a on a.id = m.account_id
      where a.slug = 'maple-logistics' and m.state = 'active' and 'service-contributor' = any(m.roles)`,
  )
  expect(count).toBe(1)
  const contributor = (roles: string) => people(row('contributor@maple.example', 'maple-logistics', roles))
  await refused(contributor('subscription-contributor'), ['people 2 roles last-one'])
  const answer = await take(contributor('subscription-contributor'))
  expect(answer).toMatchObject({ problems: [{ other: 'Maple Depot West' }] })
  // Another role beside it takes nothing away.
  expect(done(await take(contributor('service-contributor; service-viewer'))).events).toBe(1)
})

test('whoever does not decide loses nothing that the account needs', async () => {
  await second('viewer@depot.example', 'maple-depot-west', 'service-viewer', 'active')
  await world.rows(
    `update membership set roles = '{service-viewer}' where account_id = (select id from account where slug = 'maple-logistics') and kind = 'administrator'`,
  )
  const viewer = people(row('viewer@depot.example', 'maple-depot-west', 'sync-contributor'))
  expect(done(await take(viewer)).events).toBe(1)
})
