import { afterAll, describe, expect, test } from 'vitest'
import { type PersonKind, personKinds } from '#lib/access/person-kinds.ts'
import { importedKinds } from '#lib/import/files.ts'
import { besideRefusal } from '#lib/person/beside.ts'
import { codeOf } from '../faults.ts'
import { takeIn } from '../import/import.ts'
import { newWorld } from '../proof/world.ts'
import { type At, peopleOf, places } from './testing.ts'

// Every pair of places that one person could have, in both orders, in one place and in two, by the screens' functions and
// by files: what comes of it is what lib/person/beside says, whatever came first.

const world = await newWorld()
const { add, personId } = await peopleOf(world)
const client = await world.pool.connect()
afterAll(async () => {
  client.release()
  await world.close()
})

interface Pair {
  readonly first: PersonKind
  readonly second: PersonKind
  readonly at: At
  readonly email: string
  readonly refusal: ReturnType<typeof besideRefusal>
}

let made = 0
/** The provider is one: somebody of its own people is there and nowhere else. */
const isThere = (kind: PersonKind, at: At) => at === 'a' || !kind.startsWith('platform-')
const pairsOf = (kinds: readonly PersonKind[]): readonly Pair[] =>
  kinds.flatMap(first =>
    kinds.flatMap(second =>
      (['a', 'b'] as const)
        .filter(at => isThere(second, at))
        .map(at => ({
          first,
          second,
          at,
          email: `pair${++made}@people.example`,
          refusal: besideRefusal({ kind: first, at: 'a' }, { kind: second, at }),
        })),
    ),
  )

/** How many places somebody has. */
async function held(email: string): Promise<number> {
  const [row] = await world.rows<{ n: number }>(
    `select (select count(*) from membership where person_id = $1 and state <> 'removed')::int
      + (select count(*) from partner_staff where person_id = $1 and removed_at is null)::int
      + (select count(*) from platform_user where person_id = $1 and removed_at is null)::int as n`,
    [await personId(email)],
  )
  return row?.n ?? 0
}

const isRefusal = (answer: string) => /^(?:taken|here-already|address-taken)$/.test(answer)

test('by the screens: each pair in both orders', async () => {
  const pairs = pairsOf(personKinds)
  for (const { first, second, at, email, refusal } of pairs) {
    const what = `${first}, then ${second} at ${at}`
    expect(isRefusal(await add(email, first)), what).toBe(false)
    expect(isRefusal(await add(email.toUpperCase(), second, at)), what).toBe(refusal !== null)
    expect(await held(email), what).toBe(refusal ? 1 : 2)
  }
  console.log(`pairs of places by the screens: ${pairs.length} tries, 0 failures`)
})

const columns = 'email,name,kind,account,partner,roles,modules,product,level,branding_domain'
function row(email: string, kind: PersonKind, at: At): string {
  const { account, firm, product } = places[at]
  const where = kind.startsWith('partner-') ? `,${firm}` : `${account},`
  const roles = kind === 'administrator' ? 'service-viewer' : ''
  const modules = kind === 'portal-user' ? 'sms' : ''
  const user = kind === 'end-user' ? `${product},user` : ','
  return [email, 'New Comer', kind, where, roles, modules, user, 'northwind.localhost'].join(',')
}

async function* bytes(text: string) {
  yield Buffer.from(text)
}

/** Takes rows in; gives the lines that are refused, the first being 2. */
async function taken(rows: readonly string[], apply: boolean): Promise<readonly number[]> {
  const people = bytes([columns, ...rows].join('\n'))
  const answer = await takeIn(client, { provider: 'northwind', sources: { people }, apply, inviteWith: null })
  if (answer.kind === 'problems') return answer.problems.map(({ line }) => line ?? 0)
  if (answer.kind !== 'done') throw new Error(answer.kind)
  return []
}

/** Refuses nothing of what may stand, then takes in what is left. */
async function takeInAllBut(rows: readonly string[], refused: readonly boolean[]): Promise<void> {
  const expected = refused.flatMap((no, i) => (no ? [i + 2] : []))
  expect(await taken(rows, false)).toEqual(expected)
  expect(
    await taken(
      rows.filter((_, i) => !refused[i]),
      true,
    ),
  ).toEqual([])
}

describe('by files', () => {
  test('both places in one file', async () => {
    const pairs = pairsOf(importedKinds)
    const rows = pairs.flatMap(({ email, first, second, at }) => [
      row(email, first, 'a'),
      row(email, second, at),
    ])
    await takeInAllBut(
      rows,
      pairs.flatMap(({ refusal }) => [false, refusal !== null]),
    )
    for (const { email, refusal, first, second } of pairs)
      expect(await held(email), `${first} and ${second}`).toBe(refusal ? 1 : 2)
    console.log(`pairs of places in one file: ${pairs.length} tries, 0 failures`)
  })

  test('the second by a file, after the first by the screens', async () => {
    const pairs = pairsOf(personKinds).filter(({ second }) => !second.startsWith('platform-'))
    for (const { email, first } of pairs) expect(isRefusal(await add(email, first))).toBe(false)
    // Whoever is there already is not refused by a file: it says of them what they are.
    const rows = pairs.map(({ email, second, at }) => row(email, second, at))
    await takeInAllBut(
      rows,
      pairs.map(({ refusal }) => refusal !== null && refusal !== 'here-already'),
    )
    for (const { email, refusal, first, second } of pairs)
      expect(await held(email), `${first}, then ${second}`).toBe(refusal ? 1 : 2)
    console.log(`pairs of places, the second by a file: ${pairs.length} tries, 0 failures`)
  })

  test('the second by the screens, after the first by a file', async () => {
    const pairs = pairsOf(personKinds).filter(({ first }) => !first.startsWith('platform-'))
    expect(
      await taken(
        pairs.map(({ email, first }) => row(email, first, 'a')),
        true,
      ),
    ).toEqual([])
    for (const { email, first, second, at, refusal } of pairs) {
      expect(isRefusal(await add(email, second, at)), `${first}, then ${second}`).toBe(refusal !== null)
      expect(await held(email)).toBe(refusal ? 1 : 2)
    }
    console.log(`pairs of places, the second by the screens: ${pairs.length} tries, 0 failures`)
  })
})

test('of two who add one person at once as what can’t stand together one does, 20 rounds', async () => {
  const rivals = [
    ['account-manager', 'platform-support'],
    ['partner-technician', 'platform-administrator'],
    ['end-user', 'account-manager'],
    ['portal-user', 'platform-support'],
  ] as const
  for (let round = 0; round < 20; round++)
    for (const [one, other] of rivals) {
      const email = `rival${++made}@people.example`
      const both = await Promise.all([add(email, one, 'a', 'One'), add(email, other, 'b', 'Other')])
      expect(both.filter(isRefusal), `${one} and ${other}`).toHaveLength(1)
      const [person] = await world.rows('select name from person where email = $1', [email])
      expect(person, 'whoever came second has not renamed them').toEqual({
        name: isRefusal(both[0]) ? 'Other' : 'One',
      })
    }
  console.log(`one person added at once as two things: ${20 * rivals.length} tries, 0 failures`)
})

test('the database holds the provider’s staff apart, by whatever way a row is written', async () => {
  const [manager, support] = [`m${++made}@people.example`, `s${++made}@people.example`]
  await add(manager, 'account-manager')
  await add(support, 'platform-support')
  const writes = [
    [
      `insert into platform_user (provider_id, person_id, role) select provider_id, id, 'support' from person where email = $1`,
      manager,
    ],
    [
      `insert into membership (provider_id, account_id, person_id, kind, state) select p.provider_id, a.id, p.id, 'portal-user', 'invited'
        from person p, account a where p.email = $1 and a.slug = 'harbour-dental'`,
      support,
    ],
    [
      `insert into partner_staff (provider_id, partner_id, person_id, role) select p.provider_id, f.id, p.id, 'technician'
        from person p, partner f where p.email = $1 and f.slug = 'cedar-consulting'`,
      support,
    ],
  ] as const
  for (const [text, email] of writes) {
    const refused = await world.rows(text, [email]).then(
      () => null,
      error => codeOf(error),
    )
    expect(refused).toBe('23505')
    expect(await held(email)).toBe(1)
  }
})
