import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadDemo } from '../demo/load.ts'
import { freshDatabase } from '../testing.ts'
import { relay } from './relay.ts'
import { type LettersBench, openLettersBench } from './testing.ts'
import { approve, owner, tech } from './testing-owner.ts'

// To whom a waiting letter still goes, and from which brand.

const budget = 10_000
const demo = await freshDatabase()
await loadDemo(demo.url)
let bench: LettersBench
beforeEach(async () => {
  bench = await openLettersBench(demo)
})
afterEach(() => bench.close())
afterAll(() => demo.close())

const dropped = () =>
  bench.rows(
    `select to_address, kind, drop_reason from letter where state = 'dropped' order by to_address, kind`,
  )

describe('who gets no letter any more', () => {
  test.each([
    ['disabled', `update person set disabled_at = now() where email = $1`, 'person-gone'],
    [
      'no longer an owner',
      `update membership set roles = '{service-viewer}' where person_id = (select id from person where email = $1)`,
      'not-entitled',
    ],
    [
      'of a closed account',
      `update account set closed_at = now() where slug = 'harbour-dental' and $1 <> ''`,
      'account-closed',
    ],
    [
      'with two addresses in one',
      `update letter set to_address = to_address || ', ' || $1 where to_address = $1`,
      'not-an-address',
    ],
    [
      'with a header in the address',
      `update letter set to_address = to_address || E'\\r\\nBcc: all@victim.example' where to_address = $1`,
      'not-an-address',
    ],
  ])('%s', async (_name, statement, reason) => {
    await bench.rows(statement, [owner])
    await relay(bench.tools, budget)
    expect(bench.service.mails.filter(mail => mail.to.includes(owner))).toEqual([])
    expect(
      await bench.rows(`select drop_reason from letter where to_address like $1 || '%'`, [owner]),
    ).toEqual([{ drop_reason: reason }])
  })

  test('staff who left the firm', async () => {
    await approve(bench)
    await bench.rows(
      `update partner_staff set removed_at = now() where person_id = (select id from person where email = $1)`,
      [tech],
    )
    await relay(bench.tools, budget)
    expect(bench.service.mails.map(mail => mail.to)).not.toContain(tech)
    expect(await dropped()).toContainEqual({
      to_address: tech,
      kind: 'access-approved',
      drop_reason: 'not-entitled',
    })
  })
})

describe('brands', () => {
  test('a retired brand’s letters come from its successor', async () => {
    await bench.rows(`update branding_domain b set retired_at = now(), successor_id = s.id from branding_domain s
      where b.host = 'northwind.localhost' and s.host = 'boreal.localhost'`)
    await relay(bench.tools, budget)
    expect(bench.service.mails[0]?.from).toContain('portal@boreal.example')
    expect(bench.service.mails[0]?.html).toContain('https://boreal.localhost/accounts/')
    expect(bench.service.mails[0]?.html).not.toContain('northwind.localhost')
  })

  test('a sender’s name stays inside its quotes', async () => {
    await bench.rows(
      `update branding_domain set sender_name = E'Evil" <x@evil.example>\\r\\nBcc: y' where host = 'northwind.localhost'`,
    )
    await relay(bench.tools, budget)
    expect(bench.service.mails[0]?.from).toBe('"Evil\\" <x@evil.example> Bcc: y" <portal@northwind.example>')
  })
})

test('a letter of a kind that nobody knows is dropped', async () => {
  await bench.fill(2)
  await bench.rows(
    `update letter set kind = 'from-a-later-version' where id = (select min(id::text)::uuid from letter)`,
  )
  expect(await relay(bench.tools, budget)).toMatchObject({ sent: 1, dropped: 1 })
})
