import type { RelationshipFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import { type Between, between, type Found, found, hasOther, joined, named } from './facts.ts'
import { doerIn, textIn } from './written.ts'

interface RelationshipRow extends Between {
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly grantsEnded: number
  readonly requestsEnded: number
  readonly invitationsEnded: number
  readonly hasOther: boolean
}

export async function findRelationships(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<RelationshipFacts>>> {
  const answer = await tx.$client.query<RelationshipRow>(
    `select c.started_at as "startedAt", c.ended_at as "endedAt",
        (select count(*)::int from access_grant g where g.partner_id = c.partner_id and g.account_id = c.account_id
          and g.relationship_id = c.id and g.state = 'terminated' and g.ended_at = c.ended_at) as "grantsEnded",
        (select count(*)::int from access_request r where r.partner_id = c.partner_id and r.account_id = c.account_id
          and r.relationship_id = c.id and r.state = 'lapsed' and r.decided_by is not null and r.decided_at = c.ended_at) as "requestsEnded",
        (select count(*)::int from partner_invitation i where i.partner_id = c.partner_id and i.account_id = c.account_id
          and i.relationship_id = c.id and i.state = 'lapsed' and i.decided_by is not null and i.decided_at = c.ended_at) as "invitationsEnded",
        ${hasOther('c')}) as "hasOther", ${between('c')}
      from letter l join channel_relationship c on c.id = l.subject_id and c.provider_id = l.provider_id
      ${joined('c')}`,
    [ids],
  )
  return found(answer.rows, (row, written) => ({
    ...named(row),
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    doer: doerIn(written),
    said: textIn(written, 'reason'),
    grantsEnded: row.grantsEnded,
    requestsEnded: row.requestsEnded,
    invitationsEnded: row.invitationsEnded,
    hasOther: row.hasOther,
  }))
}
