import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seal } from '#lib/mail/seal.ts'
import { type Tx, writing } from '../client.ts'
import { loadDemo } from '../demo/load.ts'
import { freshDatabase } from '../testing.ts'
import { together } from '../write.ts'
import { toPerson } from './letters.ts'
import { relay } from './relay.ts'
import { type LettersBench, openLettersBench, testSecret } from './testing.ts'
import { tech } from './testing-owner.ts'

const budget = 10_000
const demo = await freshDatabase()
await loadDemo(demo.url)
let bench: LettersBench
beforeEach(async () => {
  bench = await openLettersBench(demo)
})
afterEach(() => bench.close())
afterAll(() => demo.close())

describe('a sign-in letter', () => {
  const token = 'tok_abcdefghijklmnopqrstuvwxyz'

  async function ask(): Promise<string> {
    const tokenId = randomUUID()
    const person = await bench.row('select id, provider_id, home_brand_id from person where email = $1', [
      tech,
    ])
    await bench.rows('delete from letter')
    await bench.rows(
      `insert into one_time_token (id, provider_id, person_id, branding_domain_id, purpose, token_hash, expires_at)
        values ($1, $2, $3, $4, 'sign-in', 'hash', now() + interval '10 minutes')`,
      [tokenId, person.provider_id, person.id, person.home_brand_id],
    )
    const write = (tx: Tx) =>
      together(tx, [
        toPerson({
          kind: 'sign-in-link',
          subjectId: tokenId,
          accountId: null,
          occasion: 'asked',
          personId: String(person.id),
          secret: seal(JSON.stringify({ token, code: '493027' }), testSecret),
        }),
      ])
    await writing({ role: 'app', providerId: String(person.provider_id) }, write, bench.database.pool)
    return tokenId
  }

  const row = () => bench.row(`select state, drop_reason, secret, frozen, last_error, attempts from letter`)

  test('carries link and code, and is wiped once sent', async () => {
    await ask()
    await relay(bench.tools, budget)
    expect(bench.service.mails[0]?.text).toContain(`https://northwind.localhost/sign-in/link/${token}`)
    expect(bench.service.mails[0]?.text).toContain('493027')
    expect(await row()).toMatchObject({ state: 'sent', secret: null, frozen: null })
  })

  test('never lies in the database in the clear, also while it waits for its next try', async () => {
    await ask()
    bench.service.behave(() => 'accept-and-lose-reply')
    await relay(bench.tools, budget)
    const waiting = await row()
    expect(waiting.state).toBe('queued')
    expect(waiting.frozen).not.toBeNull()
    expect(JSON.stringify(waiting)).not.toMatch(/tok_abc|493027/)
    bench.service.behave(() => 'accept')
    await bench.passTime()
    expect(await relay(bench.tools, budget)).toMatchObject({ sent: 1, failed: 0 })
    expect(bench.service.mails).toHaveLength(1)
  })

  test.each([
    ['spent', 'update one_time_token set used_at = now() where id = $1', 'token-spent'],
    [
      'over',
      `update one_time_token set expires_at = now() - interval '1 second' where id = $1`,
      'token-spent',
    ],
    [
      'of an address that changed',
      `update person set email = 'new@brightline.example' where email = '${tech}' and $1 <> ''`,
      'address-changed',
    ],
    ['gone', 'delete from one_time_token where id = $1', 'subject-gone'],
  ])('%s: dropped and wiped', async (_name, statement, reason) => {
    await bench.rows(statement, [await ask()])
    await relay(bench.tools, budget)
    expect(bench.service.mails).toEqual([])
    expect(await row()).toMatchObject({ state: 'dropped', drop_reason: reason, secret: null })
  })

  test('with an unreadable secret waits alone, while the others go', async () => {
    await ask()
    await bench.rows(`update letter set secret = 'v1.broken'`)
    await bench.add(3)
    expect(await relay(bench.tools, budget)).toMatchObject({ sent: 3, again: 1 })
    expect(await bench.row(`select attempts, last_error from letter where kind = 'sign-in-link'`)).toEqual({
      attempts: 1,
      last_error: 'not a sealed text',
    })
  })
})
