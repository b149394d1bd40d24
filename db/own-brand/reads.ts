import type { LogoKind, OwnLinks } from '#lib/branding/own.ts'
import { daysKept } from '#lib/days-kept.ts'
import type { Tx } from '../client.ts'

/** A logo as its page tells of it. */
export interface KeptLogo {
  readonly id: string
  readonly kind: LogoKind
  readonly contentType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly createdAt: Date
  /** When it was taken off or replaced; null = it is worn. */
  readonly endedAt: Date | null
}

/** Those that are worn, and of each kind the one before, while it can be brought back. */
export async function logosOf(tx: Tx, accountId: string): Promise<readonly KeptLogo[]> {
  const answer = await tx.$client.query<KeptLogo>(
    `select distinct on (l.kind, l.ended_at is null) l.id, l.kind, l.content_type as "contentType", length(l.content) as bytes,
        l.width, l.height, l.created_at as "createdAt", l.ended_at as "endedAt"
      from account_logo l where l.account_id = $1
        and (l.ended_at is null or l.ended_at > clock_timestamp() - interval '${daysKept} days')
      order by l.kind, l.ended_at is null, l.ended_at desc`,
    [accountId],
  )
  return answer.rows
}

export async function linksOf(tx: Tx, accountId: string): Promise<OwnLinks> {
  const answer = await tx.$client.query<OwnLinks>(
    `select b.shop_link as "shopLink", b.support_link as "supportLink" from account_brand b where b.account_id = $1`,
    [accountId],
  )
  return answer.rows[0] ?? { shopLink: '', supportLink: '' }
}
