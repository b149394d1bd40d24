import { randomUUID } from 'node:crypto'
import { mostAsksADay } from '#lib/asking-pace.ts'
import {
  askExtension,
  askingWaits,
  type ExtensionAskRefusal,
  type ExtensionRefusal,
  type ExtensionStanding,
  moveExtension,
} from '#lib/grant/extension.ts'
import { isLive, stateAt } from '#lib/grant/grant.ts'
import type { Extra } from '#lib/grant/terms.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { ok, type Result, refuse, type Seen } from '#lib/result.ts'
import type { PartnerChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { seenOf } from '../grant/change.ts'
import { type LoadedGrant, loadGrant } from '../grant/load.ts'
import { lockAccountsOf, stillLives } from '../grant/lock.ts'
import { enterable } from '../grant/people.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { isBlocked } from '../partner/blocked.ts'
import { grantExtension } from '../schema/extension.ts'
import { together } from '../write.ts'
import { extensionMoved, loadExtension, seenExtension } from './load.ts'

export interface AskingForMore {
  readonly grantId: string
  readonly extra: Extra
  readonly reason: string
  /** The end beside which it was asked; null = beside none. */
  readonly shownEnd: Date | null
}

/**
 * Somebody who works under a grant asks for more time: the row, the history, and a letter to every approver.
 * `not-assigned`: only whoever may enter under it asks. `changed-meanwhile`: its end
 * is another one by now, and so would be what is asked for. For what has to wait, `seen` holds the moment from which it may
 * be asked again.
 */
export async function askForMore(
  change: PartnerChange,
  { grantId, extra, reason, shownEnd }: AskingForMore,
): Promise<
  Result<
    { readonly extensionId: string; readonly askedEnd: Date | null },
    ExtensionAskRefusal | 'not-found' | 'not-assigned' | 'changed-meanwhile'
  >
> {
  await lockAccountsOf(change, [grantId])
  // Whether it is theirs is asked before whether it lives: its end takes both, and is what is to be told.
  const mine = await mayEnterUnder(change, grantId)
  const grant = await loadGrant(change.tx, grantId, { partnerId: change.partner.id })
  if (!grant) return refuse('not-found')
  if (!isLive(stateAt(grant, grant.now))) return refuse('already-ended', await seenOf(change.tx, grant))
  if (!mine) return refuse('not-assigned')
  if (shownEnd && shownEnd.getTime() !== grant.endsAt?.getTime()) return refuse('changed-meanwhile')
  const standing = await standingOf(change, grant)
  const asked = askExtension(grant, extra, standing, grant.now, grant)
  if (!asked.ok) return refuse(asked.refusal, seenAsking(asked.refusal, grant, standing))
  const { accountId, partnerId, partnerName: partner } = grant
  const row = {
    id: randomUUID(),
    providerId: change.actor.providerId,
    accountId,
    partnerId,
    grantId,
    requestedBy: change.actor.personId,
    reason,
    askedEnd: asked.value,
    state: 'pending' as const,
    createdAt: grant.now,
  }
  const endsAt = asked.value?.toISOString() ?? null
  const was = { endsAt: grant.endsAt?.toISOString() ?? null, scope: grant.scope, pages: grant.scopePages }
  await together(change.tx, [
    stillLives(grant),
    { query: change.tx.insert(grantExtension).values(row).returning({ id: grantExtension.id }), rows: 1 },
    recorded(change.tx, change.author, [
      {
        action: 'extension.asked',
        accountId,
        partnerId,
        subjectId: row.id,
        from: null,
        to: 'pending',
        reason,
        facts: { partner, requester: change.actor.name, endsAt, was },
      },
    ]),
    toApprovers({ kind: 'extension-asked', subjectId: row.id, accountId, occasion: 'asked' }),
  ])
  return ok({ extensionId: row.id, askedEnd: row.askedEnd })
}

/** Who has asked already, or from when it may be asked again. */
function seenAsking(
  refusal: ExtensionAskRefusal,
  grant: LoadedGrant,
  standing: ExtensionStanding,
): Seen | undefined {
  if (refusal === 'already-open') return { state: 'pending', by: grant.extension?.requesterName ?? null }
  const waits = askingWaits(standing, grant.now)
  return waits?.why === refusal ? { state: waits.from.toISOString(), by: null } : undefined
}

/** The person who asked, or an administrator of the firm, takes it back. */
export async function withdrawExtension(
  change: PartnerChange,
  extensionId: string,
): Promise<Result<{ readonly grantId: string }, ExtensionRefusal | 'not-found' | 'not-yours'>> {
  const of = { partnerId: change.partner.id }
  const known = await loadExtension(change.tx, extensionId, of)
  if (known) await lockAccountsOf(change, [known.grantId])
  // Read again behind the lock, and the grant after it: what has lapsed is told by how its grant ended.
  const extension = known && (await loadExtension(change.tx, extensionId, of))
  const grant = extension && (await loadGrant(change.tx, extension.grantId, of))
  if (!grant || !extension) return refuse('not-found')
  const { personId } = change.actor
  if (!maySpeakFor({ role: change.partner.role, personId }, extension.requestedBy)) return refuse('not-yours')
  const next = moveExtension(extension.state, 'withdraw', grant, grant.now)
  if (!next.ok) return refuse(next.refusal, seenExtension(extension, grant))
  const { accountId, partnerId, partnerName: partner } = grant
  const about = {
    kind: 'extension-withdrawn' as const,
    subjectId: extensionId,
    accountId,
    facts: { by: change.actor.name, firm: change.partner.name },
    except: personId,
  }
  await together(change.tx, [
    extensionMoved(extension, next.value, { personId }),
    recorded(change.tx, change.author, [
      {
        action: 'extension.withdrawn',
        accountId,
        partnerId,
        subjectId: extensionId,
        from: 'pending',
        to: next.value,
        facts: { partner, requester: extension.requesterName },
      },
    ]),
    toApprovers({ ...about, occasion: 'outcome' }),
    toPartner({ ...about, occasion: 'outcome-partner', partnerId, asked: [extension.requestedBy] }),
  ])
  return ok({ grantId: grant.id })
}

async function mayEnterUnder({ tx, partner }: PartnerChange, grantId: string): Promise<boolean> {
  const answer = await tx.$client.query<{ mine: boolean }>(
    `select ${enterable} as mine from access_grant g where g.partner_id = $1 and g.id = $4`,
    [partner.id, partner.staffId, partner.role, grantId],
  )
  return answer.rows[0]?.mine === true
}

async function standingOf({ tx }: PartnerChange, grant: LoadedGrant): Promise<ExtensionStanding> {
  return { ...(await paceOf(tx, grant)), hasOpen: grant.extension !== null }
}

/** How the firm has fared with asking the account for more time, and for more of this grant. */
export async function paceOf(
  tx: Tx,
  grant: Pick<LoadedGrant, 'id' | 'partnerId' | 'accountId'>,
): Promise<Omit<ExtensionStanding, 'hasOpen'>> {
  const answer = await tx.$client.query<Omit<ExtensionStanding, 'hasOpen'>>(
    `select ${isBlocked('$3', '$2')} as "isBlocked", (select max(decided_at) from grant_extension where grant_id = $1 and state = 'declined') as "lastDeclinedAt",
        array(select created_at from grant_extension where partner_id = $2 and account_id = $3
          order by created_at desc limit ${mostAsksADay}) as "lastSentAt"`,
    [grant.id, grant.partnerId, grant.accountId],
  )
  const { isBlocked: blocked = false, lastDeclinedAt = null, lastSentAt = [] } = answer.rows[0] ?? {}
  return { isBlocked: blocked, lastDeclinedAt, lastSentAt }
}
