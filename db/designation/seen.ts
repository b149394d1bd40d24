import type { AskState } from '#lib/grant/designation.ts'
import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'

/** The latest ask to end a grant that the provider set, as the account sees it. */
export interface SeenAsk {
  readonly state: AskState
  readonly askedBy: string
  readonly askedAt: Date
  readonly reason: string
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly answer: string
}

export type AskRow = Omit<SeenAsk, 'askedAt' | 'answeredAt'> & {
  readonly askedAt: string
  readonly answeredAt: string | null
}

/** As SQL, of the grant `g`; null of what the account gave itself. */
export const lastAsk = (g: string) => `case when ${g}.designation = 'provider' then (
    select json_build_object('state', k.state, 'askedBy', asker.name, 'askedAt', k.created_at, 'reason', k.reason,
      'answeredBy', answerer.name, 'answeredAt', k.answered_at, 'answer', k.answer)
    from designation_ask k join person asker on asker.id = k.asked_by left join person answerer on answerer.id = k.answered_by
    where k.grant_id = ${g}.id order by k.created_at desc, k.id desc limit 1) end`

export function seenAsk(row: AskRow | null): SeenAsk | null {
  return (
    row && {
      ...row,
      askedAt: new Date(row.askedAt),
      answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
    }
  )
}

/** The firms of which something stays on the account $1 whatever it revokes, as SQL: those that the provider set. */
export const stayingFirms = (slug?: string) => `(select json_agg(x.name) from (
    select f.name from partner f where ${slug ? `f.slug = ${slug} and` : ''} f.id in (select g.partner_id from access_grant g
      where g.account_id = $1 and ${isLiveNow('g')} and g.designation = 'provider') order by f.name limit 20) x)`

/** The same; of one firm, or of all. */
export async function stayingOn(tx: Tx, accountId: string, slug?: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ firms: readonly string[] | null }>(
    `select ${stayingFirms(slug === undefined ? undefined : '$2')} as firms`,
    slug === undefined ? [accountId] : [accountId, slug],
  )
  return answer.rows[0]?.firms ?? []
}
