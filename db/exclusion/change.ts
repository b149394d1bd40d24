import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import {
  changeExclusion as allowed,
  type ExclusionAct,
  type ExclusionRefusal,
} from '#lib/exclusion/exclusion.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { LetterKind } from '#lib/mail/kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { isLiveNow } from '../grant/clock.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'

interface Standing {
  readonly partnerName: string
  readonly reaches: boolean
  /** The exclusion that holds, and who excluded. */
  readonly id: string | null
  readonly excludedBy: string | null
  /** Who included the account again last. */
  readonly includedBy: string | null
}

const acts = {
  exclude: { event: 'grant.client-excluded', letter: 'client-excluded' },
  include: { event: 'grant.client-included', letter: 'client-included' },
} as const satisfies Record<ExclusionAct, { event: EventAction; letter: LetterKind }>

async function standingOf(
  tx: Tx,
  accountId: string,
  parentId: string,
  partnerId: string,
): Promise<Standing | null> {
  const found = await tx.$client.query<Standing>(
    `select p.name as "partnerName", x.id, w.name as "excludedBy",
        exists (select 1 from access_grant g where g.account_id = $2 and g.partner_id = p.id and g.reaches_clients
          and ${isLiveNow('g')}) as reaches,
        (select i.name from client_exclusion y join person i on i.id = y.included_by
          where y.account_id = $1 and y.partner_id = p.id order by y.included_at desc limit 1) as "includedBy"
      from partner p left join client_exclusion x on x.account_id = $1 and x.partner_id = p.id and x.included_at is null
      left join person w on w.id = x.excluded_by where p.id = $3`,
    [accountId, parentId, partnerId],
  )
  return found.rows[0] ?? null
}

/**
 * A client account excludes itself from a firm that comes through its parent account, or lets it come again: from the very
 * next request on. It stands in both accounts' histories; the approvers of both hear of it, and the firm.
 * Refuses what lib/exclusion refuses, telling who came first; `not-found` where the account is nobody's client, or there
 * is no such firm.
 */
export async function changeExclusion(
  change: AccountChange,
  partnerId: string,
  act: ExclusionAct,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, ExclusionRefusal | 'not-found'>> {
  const { tx, account } = change
  if (!account.parentId) return refuse('not-found')
  const standing = await standingOf(tx, account.id, account.parentId, partnerId)
  if (!standing) return refuse('not-found')
  const { reaches, id, excludedBy, includedBy, partnerName } = standing
  const may = allowed(act, { reaches, isExcluded: id !== null })
  if (!may.ok)
    return refuse(may.refusal, { state: may.refusal, by: act === 'exclude' ? excludedBy : includedBy })
  const exclusionId = id ?? randomUUID()
  const of = { id: exclusionId, parentId: account.parentId, partnerId, partnerName, act, reason }
  await together(tx, [
    { query: act === 'exclude' ? excluded(change, of) : included(change, of), rows: 1 },
    told(change, of),
    ...letters(change, of),
  ])
  return ok({ partnerName })
}

interface Exclusion {
  readonly id: string
  readonly parentId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly act: ExclusionAct
  readonly reason: string
}

function excluded({ account, actor }: AccountChange, { id, partnerId, reason }: Exclusion): SQL {
  return sql`(insert into client_exclusion (id, provider_id, account_id, partner_id, reason, excluded_by)
    values (${id}::uuid, ${actor.providerId}::uuid, ${account.id}::uuid, ${partnerId}::uuid, ${reason}, ${actor.personId}::uuid)
    on conflict do nothing returning id)`
}

function included({ actor }: AccountChange, { id }: Exclusion): SQL {
  return sql`(update client_exclusion set included_at = statement_timestamp(), included_by = ${actor.personId}::uuid
    where id = ${id}::uuid and included_at is null returning id)`
}

/** The same in both histories: who of the client account did it stands in either. */
function told(
  { tx, author, account }: AccountChange,
  { id, parentId, partnerId, partnerName, act, reason }: Exclusion,
): Write {
  const facts = { partner: partnerName, what: account.name, whom: account.parentName ?? '' }
  return recorded(
    tx,
    author,
    [account.id, parentId].map(accountId => ({
      action: acts[act].event,
      accountId,
      partnerId,
      subjectId: id,
      reason,
      facts,
    })),
  )
}

/** One letter to each reader, also to those who decide for both accounts. */
function letters(
  { actor, author, account }: AccountChange,
  { id, parentId, partnerId, act, reason }: Exclusion,
): readonly Write[] {
  const about = {
    kind: acts[act].letter,
    subjectId: id,
    occasion: act,
    facts: { by: actor.name, firm: author.firm, reason },
    except: actor.personId,
  }
  return [
    toApprovers({ ...about, accountId: parentId }),
    toApprovers({ ...about, accountId: account.id }),
    toPartner({ ...about, accountId: account.id, partnerId, asked: [] }),
  ]
}
