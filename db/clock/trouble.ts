import type { Tx } from '../client.ts'

/** What the last look at the database's clock found. */
export interface ClockTrouble {
  /** Milliseconds by which it was ahead of the server's, negative = behind; null where the two agreed. */
  readonly apart: number | null
  readonly checkedAt: Date
  /** Where it went back in the last week: when that was noticed, and by how many milliseconds. */
  readonly back: { readonly at: Date; readonly by: number } | null
}

/** What is to be said about the database's clock, or null. */
export async function clockTrouble(tx: Tx): Promise<ClockTrouble | null> {
  const answer = await tx.$client.query<{
    apart: number
    checkedAt: Date
    backAt: Date | null
    backSeconds: number
  }>(
    `select apart::float8 as apart, checked_at as "checkedAt", back_seconds as "backSeconds",
        case when back_at > checked_at - interval '7 days' then back_at end as "backAt"
      from clock_watch where checked_at is not null and (apart <> 0 or back_at > checked_at - interval '7 days')`,
  )
  const row = answer.rows[0]
  if (!row) return null
  const { apart, checkedAt, backAt, backSeconds } = row
  return {
    apart: apart === 0 ? null : apart,
    checkedAt,
    back: backAt && { at: backAt, by: backSeconds * 1000 },
  }
}
