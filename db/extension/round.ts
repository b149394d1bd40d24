import { sql } from 'drizzle-orm'
import type { ExtensionAskRefusal } from '#lib/grant/extension.ts'
import { extraFrom } from '#lib/grant/terms-forms.ts'
import { ok, type Result, refuse, type Seen } from '#lib/result.ts'
import type { PartnerChange, SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { askForMore } from './ask.ts'

// Several accounts are asked for more time at once: each by an ask of its own, in a transaction of its own, and what became
// of each is noted in that very transaction. See docs/decisions/0048.

export interface Round {
  /** The key of the form that was sent. */
  readonly id: string
  readonly extra: string
  readonly reason: string
  /** Under which grants, with the end beside which each is asked; null = beside none. */
  readonly grants: ReadonlyMap<string, Date | null>
}

/**
 * Notes what is to be asked, before any of it is: whoever sends the same form again goes on where it stopped. Refuses
 * `not-found`: a grant is not the firm's; `other`: the key was used for something else.
 */
export async function beginRound(
  { tx, actor, partner }: PartnerChange,
  { id, extra, reason, grants }: Round,
): Promise<Result<null, 'not-found' | 'other'>> {
  const ids = [...grants.keys()]
  const own = await tx.$client.query('select id from access_grant where partner_id = $1 and id = any($2)', [
    partner.id,
    ids,
  ])
  if (own.rows.length !== ids.length) return refuse('not-found')
  const begun = await tx.$client.query(
    `insert into extension_round (id, provider_id, partner_id, asked_by, extra, reason) values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do nothing returning id`,
    [id, actor.providerId, partner.id, actor.personId, extra, reason],
  )
  if (begun.rows.length > 0) {
    await tx.$client.query(
      `insert into extension_round_ask (provider_id, round_id, account_id, grant_id, shown_end)
        select g.provider_id, $1, g.account_id, g.id, m.shown from unnest($2::uuid[], $3::timestamptz[]) as m(id, shown)
        join access_grant g on g.id = m.id`,
      [id, ids, [...grants.values()]],
    )
    return ok(null)
  }
  const same = await tx.$client.query(
    `select 1 from extension_round r where r.id = $1 and r.partner_id = $2 and r.asked_by = $3 and r.extra = $4 and r.reason = $5
      and array(select k.grant_id from extension_round_ask k where k.round_id = r.id order by 1)
        = array(select unnest($6::uuid[]) order by 1)`,
    [id, partner.id, actor.personId, extra, reason, ids],
  )
  return same.rows.length > 0 ? ok(null) : refuse('other')
}

/** The grants whose turn has not come, the one that ends first before the others; null where there is no such round of this person's. */
export async function waitingIn(
  { tx, actor, partner }: Pick<PartnerChange, 'tx' | 'actor' | 'partner'>,
  roundId: string,
): Promise<readonly string[] | null> {
  const answer = await tx.$client.query<{ ids: string[] }>(
    `select array(select k.grant_id from extension_round_ask k join access_grant g on g.id = k.grant_id
        where k.round_id = r.id and k.outcome is null order by g.ends_at, g.id) as ids
      from extension_round r where r.id = $1 and r.partner_id = $2 and r.asked_by = $3`,
    [roundId, partner.id, actor.personId],
  )
  return answer.rows[0]?.ids ?? null
}

/**
 * Asks under one grant of the round, as somebody who asks for it alone, and notes what became of it. The note is held
 * first: whoever sends the same form at this moment waits, and finds it done.
 */
export async function askNext(change: PartnerChange, roundId: string, grantId: string): Promise<void> {
  const { tx, actor, partner } = change
  const found = await tx.$client.query<{
    extra: string
    reason: string
    outcome: string | null
    shownEnd: Date | null
  }>(
    `select r.extra, r.reason, k.outcome, k.shown_end as "shownEnd" from extension_round_ask k join extension_round r on r.id = k.round_id
      where k.round_id = $1 and k.grant_id = $2 and r.partner_id = $3 and r.asked_by = $4 for update of k`,
    [roundId, grantId, partner.id, actor.personId],
  )
  const ask = found.rows[0]
  const extra = ask && extraFrom(ask.extra)
  if (!ask || !extra || ask.outcome !== null) return
  const asked = await askForMore(change, {
    grantId,
    extra,
    reason: ask.reason,
    shownEnd: ask.shownEnd,
  })
  if (!asked.ok && asked.refusal === 'not-found')
    throw new Error('a grant of the round is no longer the firm’s')
  const seen = asked.ok ? null : (asked.seen ?? null)
  await tx.execute(sql`update extension_round_ask set outcome = ${asked.ok ? 'asked' : asked.refusal},
      asked_end = ${asked.ok ? (asked.value.askedEnd?.toISOString() ?? null) : null}::timestamptz,
      seen_state = ${seen?.state ?? null}, seen_by = ${seen?.by ?? null}
    where round_id = ${roundId}::uuid and grant_id = ${grantId}::uuid and outcome is null`)
}

/** What became of the asking of one account. */
export interface RoundAsk {
  readonly grantId: string
  readonly accountSlug: string
  readonly accountName: string
  readonly outcome: 'asked' | ExtensionAskRefusal | 'not-assigned' | 'changed-meanwhile' | null
  /** Null = for good, or nothing was asked. */
  readonly askedEnd: Date | null
  readonly seen: Seen | undefined
}

interface Row extends Omit<RoundAsk, 'seen'> {
  readonly seenState: string | null
  readonly seenBy: string | null
}

/** What became of all of them, by the customers' names; null where this person has no such round. */
export async function roundOf(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  personId: string,
  roundId: string,
): Promise<readonly RoundAsk[] | null> {
  const answer = await tx.$client.query<Row>(
    `select k.grant_id as "grantId", a.slug as "accountSlug", a.name as "accountName", k.outcome, k.asked_end as "askedEnd",
        k.seen_state as "seenState", k.seen_by as "seenBy"
      from extension_round r join extension_round_ask k on k.round_id = r.id join account a on a.id = k.account_id
      where r.id = $1 and r.partner_id = $2 and r.asked_by = $3 order by a.name, k.grant_id`,
    [roundId, partner.id, personId],
  )
  if (answer.rows.length === 0) return null
  return answer.rows.map(({ seenState, seenBy, ...row }) => ({
    ...row,
    seen: seenState === null ? undefined : { state: seenState, by: seenBy },
  }))
}

/**
 * What the form that asks several accounts needs beside the list: the provider's limit in hours (null = none), and this
 * person's newest round of the last day that did not come to its end.
 */
export async function roundsBefore(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  personId: string,
): Promise<{ readonly unfinished: string | null; readonly longestHours: number | null }> {
  const answer = await tx.$client.query<{ unfinished: string | null; longestHours: number | null }>(
    `select v.longest_grant_hours as "longestHours", (select r.id from extension_round r
        where r.partner_id = p.id and r.asked_by = $2 and r.created_at > clock_timestamp() - interval '24 hours'
          and exists (select 1 from extension_round_ask k where k.round_id = r.id and k.outcome is null)
        order by r.created_at desc limit 1) as unfinished
      from partner p join provider v on v.id = p.provider_id where p.id = $1`,
    [partner.id, personId],
  )
  return answer.rows[0] ?? { unfinished: null, longestHours: null }
}
