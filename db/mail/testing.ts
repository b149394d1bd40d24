import { type FakeResend, startFakeResend } from '#e2e/fixtures/resend.ts'
import { originOf } from '#lib/env.ts'
import { renderLetter } from '#lib/mail/render.tsx'
import { resendSender } from '#lib/mail/resend.ts'
import { loadDemo } from '../demo/load.ts'
import { type FreshDatabase, freshDatabase } from '../testing.ts'
import type { RelayTools } from './relay.ts'

export const testSecret = 'a secret of the tests, which guards nothing'

/** Another body each time it is asked, and no work: for tests of how letters travel, not of what they say. */
export const quickRender: RelayTools['render'] = async ({ kind }, { name, now }) => ({
  subject: kind,
  html: `<p>${name}</p>`,
  text: `${name}, ${now.toISOString()}`,
})

/** The demo's cast on a database of its own, with a mail service beside it that misbehaves when told. */
export interface LettersBench {
  readonly database: FreshDatabase
  readonly service: FakeResend
  readonly tools: RelayTools
  /** One row of the answer, by column. */
  row(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>>
  rows(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Empties the outbox and puts `n` letters about the demo's open request into it; gives their ids. */
  fill(n: number): Promise<string[]>
  /** The same beside what is there. */
  add(n: number): Promise<string[]>
  /** Lets the time pass that letters wait for, and forgets leases and pauses. */
  passTime(): Promise<void>
  close(): Promise<void>
}

/** `like` is a database in which the demo is loaded already. */
export async function openLettersBench(like?: FreshDatabase): Promise<LettersBench> {
  const database = await freshDatabase(like ? { like: like.url } : {})
  if (!like) await loadDemo(database.url)
  const service = await startFakeResend()
  const { pool } = database
  const rows = async (text: string, values: readonly unknown[] = []) =>
    (await pool.query<Record<string, unknown>>(text, [...values])).rows
  const add = async (n: number) => {
    const made = await rows(
      `insert into letter (provider_id, branding_domain_id, account_id, person_id, to_address, to_name, language, kind, subject_id, dedupe_key)
        select r.provider_id, p.home_brand_id, r.account_id, p.id, p.email, p.name, p.language, 'access-requested', r.id, 'filled:' || gen_random_uuid()
        from generate_series(1, $1::int) i, access_request r, person p
        where r.state = 'pending' and p.email = 'owner@harbour-dental.example' returning id`,
      [n],
    )
    return made.map(row => String(row.id))
  }
  return {
    database,
    service,
    rows,
    tools: {
      sender: resendSender('re_fake', service.url),
      render: renderLetter,
      originOf: host => originOf(host, { PUBLIC_SCHEME: 'https', PUBLIC_PORT: undefined }),
      rate: 1000,
      secret: testSecret,
      timeout: 2_000,
      from: pool,
    },
    async row(text, values) {
      return (await rows(text, values))[0] ?? {}
    },
    async fill(n) {
      await pool.query('delete from letter')
      return add(n)
    },
    add,
    async passTime() {
      await pool.query(
        `update letter set next_attempt_at = clock_timestamp(), lease_until = null where state = 'queued'`,
      )
      await pool.query(`update cursor set position = '0' where job = 'mail'`)
    },
    async close() {
      await service.close()
      await database.close()
    },
  }
}
