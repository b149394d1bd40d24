import type pg from 'pg'
import { type Tx, writing } from '../client.ts'
import { type BrokenSeal, type Verified, verifyHistory } from './seal.ts'

/** What a look at every seal of the history found. */
export interface WholeHistory {
  readonly seals: number
  /** How many events stand under seal, and whose histories they are in: accounts, firms and providers. */
  readonly events: number
  readonly owners: number
  /** Events that no seal covers yet: those of the last minutes, or all since sealing stopped. */
  readonly unsealed: number
  /** The range that is not as it was sealed, and lies before all others that are not; null = all holds. */
  readonly firstBreak: BrokenSeal | null
  readonly breaks: number
  /** To be compared with the log: an end that was cut off together with its seals shows only there. */
  readonly newest: { readonly last: string; readonly sealedAt: Date; readonly hash: string } | null
}

/** Seals a transaction: one holds up to 5,000 events, and no statement may take 20 seconds. */
const portion = 20

/** Computes every seal anew, in transactions of a few seals each. */
export async function verifyWholeHistory(from: pg.Pool): Promise<WholeHistory> {
  const sums = { seals: 0, events: 0, breaks: 0 }
  let firstBreak: BrokenSeal | null = null
  for (let next: string | null = '0'; next !== null; ) {
    const asked: { readonly from: string; readonly limit: number } = { from: next, limit: portion }
    const found: Verified = await writing({ role: 'worker' }, tx => verifyHistory(tx, asked), from)
    sums.seals += found.seals
    sums.events += found.events
    sums.breaks += found.broken.length
    firstBreak ??= found.broken[0] ?? null
    next = found.next
  }
  const about = await writing({ role: 'worker' }, aboutSeals, from)
  return { ...sums, firstBreak, ...about }
}

async function aboutSeals(tx: Tx): Promise<Pick<WholeHistory, 'owners' | 'unsealed' | 'newest'>> {
  const seal = await tx.$client.query<{ last: string; sealedAt: Date; hash: string }>(
    'select last::text, sealed_at as "sealedAt", hash from event_seal s order by s.last desc limit 1',
  )
  const newest = seal.rows[0] ?? null
  const counted = await tx.$client.query<{ owners: number; unsealed: number }>(
    `select count(distinct coalesce(account_id, partner_id, provider_id)) filter (where id <= $1)::int as owners,
        count(*) filter (where id > $1)::int as unsealed from event`,
    [newest?.last ?? '0'],
  )
  const { owners = 0, unsealed = 0 } = counted.rows[0] ?? {}
  return { newest, owners, unsealed }
}
