import { type ExtensionRefusal, moveExtension } from '#lib/grant/extension.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { loadGrant } from '../grant/load.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together } from '../write.ts'
import { extensionMoved, loadExtension, seenExtension } from './load.ts'

/** Says no to more time, with a reason if the approver gives one. The grant keeps its end. */
export async function declineExtension(
  change: AccountChange,
  extensionId: string,
  reason: string,
): Promise<Result<{ readonly grantId: string }, ExtensionRefusal | 'not-found'>> {
  const of = { accountId: change.account.id }
  const extension = await loadExtension(change.tx, extensionId, of)
  const grant = extension && (await loadGrant(change.tx, extension.grantId, of))
  if (!extension || !grant) return refuse('not-found')
  const next = moveExtension(extension.state, 'decline', grant, grant.now)
  if (!next.ok) return refuse(next.refusal, seenExtension(extension, grant))
  const { personId, name } = change.actor
  const { accountId, partnerId, partnerName: partner } = grant
  const about = {
    kind: 'extension-declined' as const,
    subjectId: extensionId,
    accountId,
    facts: { by: name, firm: change.author.firm, reason },
  }
  await together(change.tx, [
    extensionMoved(extension, next.value, { personId, reason }),
    recorded(change.tx, change.author, [
      {
        action: 'extension.declined',
        accountId,
        partnerId,
        subjectId: extensionId,
        from: 'pending',
        to: next.value,
        reason,
        facts: { partner, requester: extension.requesterName },
      },
    ]),
    toPartner({ ...about, occasion: 'outcome', partnerId, asked: [extension.requestedBy] }),
    toApprovers({ ...about, occasion: 'outcome-approvers', except: personId }),
  ])
  return ok({ grantId: grant.id })
}
