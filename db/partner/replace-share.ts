import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange, SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { newShareCode } from './share-code.ts'

/** What a firm hands out so that accounts invite it. */
export interface Handles {
  readonly partnerCode: string
  readonly shareCode: string
  /** When the share URL was last replaced, and by whom; null where it never was. */
  readonly replaced: { readonly at: Date; readonly by: string } | null
}

interface Row {
  readonly partnerCode: string
  readonly shareCode: string
  readonly at: Date | null
  readonly by: string | null
}

export async function handlesOf(tx: Tx, partner: Pick<SeenPartner, 'id'>): Promise<Handles> {
  const answer = await tx.$client.query<Row>(
    `select p.partner_code as "partnerCode", p.share_code as "shareCode", e.at, e.actor_name as by
      from partner p left join lateral (select at, actor_name from event where partner_id = p.id and subject_id = p.id
        and action = 'partner.share-code-replaced' order by id desc limit 1) e on true where p.id = $1`,
    [partner.id],
  )
  const [row] = answer.rows
  if (!row) throw new Error('the firm was there a moment ago')
  const { at, by, ...codes } = row
  return { ...codes, replaced: at && by ? { at, by } : null }
}

/**
 * Gives the firm another share URL; the old one leads nowhere any more. Codes stand in no history. Of two who replace it
 * at once the second is told by whom it was done, or the new one would be dead before anybody has it.
 * Refuses `replaced`.
 */
export async function replaceShareCode(
  { tx, author, partner }: PartnerChange,
  shown: string,
): Promise<Result<null, 'replaced'>> {
  await tx.$client.query('select 1 from partner where id = $1 for update', [partner.id])
  const { shareCode, replaced } = await handlesOf(tx, partner)
  if (shareCode !== shown) return refuse('replaced', { state: 'replaced', by: replaced?.by ?? null })
  await together(tx, [
    {
      query: sql`(update partner set share_code = ${newShareCode()} where id = ${partner.id}::uuid and closed_at is null returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'partner.share-code-replaced',
        accountId: null,
        partnerId: partner.id,
        subjectId: partner.id,
        facts: { partner: partner.name },
      },
    ]),
  ])
  return ok(null)
}
