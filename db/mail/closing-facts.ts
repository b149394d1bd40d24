import type { ClosingFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import type { Found } from './facts.ts'
import { doerIn, textIn } from './written.ts'

interface Row {
  readonly letterId: string
  readonly side: string | null
  readonly isAccountClosed: boolean
  readonly closedAt: Date | null
  readonly accountSlug: string | null
  readonly accountName: string | null
  readonly partnerSlug: string | null
  readonly partnerName: string | null
  readonly partnerCode: string | null
}

/**
 * What letters about the closing of an account or a firm report on. With it the places of those who are told have ended,
 * so the side on which they read is the one on which they stood when the letter was written.
 */
export async function findClosings(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<ClosingFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select l.id as "letterId", l.facts->>'side' as side, a.slug as "accountSlug", a.name as "accountName",
        p.slug as "partnerSlug", p.name as "partnerName", p.partner_code as "partnerCode",
        case l.kind when 'account-closed' then a.closed_at else p.closed_at end as "closedAt",
        l.kind = 'partner-closed' and a.closed_at is not null as "isAccountClosed"
      from letter l left join account a on a.id = l.account_id and a.provider_id = l.provider_id
      left join partner p on p.id = (l.facts->>'partnerId')::uuid and p.provider_id = l.provider_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(row => [
      row.letterId,
      {
        standing: { isApprover: row.side === 'account', isStaff: row.side === 'partner' },
        isAccountClosed: row.isAccountClosed === true,
        factsFor: written => ({
          ...namedIn(row),
          closedAt: row.closedAt,
          doer: doerIn(written),
          said: textIn(written, 'reason'),
          grantsEnded: numberIn(written.grants),
          requestsEnded: numberIn(written.requests),
          invitationsEnded: numberIn(written.invitations),
        }),
      },
    ]),
  )
}

function namedIn(row: Row): Pick<ClosingFacts, 'account' | 'partner'> {
  const { accountSlug, accountName, partnerSlug, partnerName, partnerCode } = row
  return {
    account: accountSlug && accountName ? { slug: accountSlug, name: accountName } : null,
    partner:
      partnerSlug && partnerName && partnerCode
        ? { slug: partnerSlug, name: partnerName, code: partnerCode }
        : null,
  }
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
