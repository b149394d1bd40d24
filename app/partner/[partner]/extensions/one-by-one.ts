import 'server-only'
import { log } from '#app/_server/log.ts'
import type { PartnerChange } from '#db/change.ts'
import { writing } from '#db/client.ts'
import { askNext, waitingIn } from '#db/extension/round.ts'
import { isBusy } from '#db/faults.ts'
import { partnerChangeOf } from '#db/partner/change.ts'
import type { Actor } from '#lib/actor.ts'

/** One change of a firm in a transaction of its own, with the reader's place in the firm read and held anew. */
export function asFirm<T>(
  actor: Actor,
  partnerId: string,
  work: (change: PartnerChange) => Promise<T>,
): Promise<T | 'not-found'> {
  return writing({ role: 'app', providerId: actor.providerId }, async tx => {
    const change = await partnerChangeOf(tx, actor, { id: partnerId })
    return change ? work(change) : 'not-found'
  })
}

/**
 * Asks all of the round whose turn has not come, each in a transaction of its own. One that fails stands in nobody's way;
 * where the database is busy or gone, the rest keeps its turn, and the page of the round says so. Gives that page's
 * address; null where there is no such round of this person's.
 */
export async function askRest(actor: Actor, partnerId: string, round: string): Promise<string | null> {
  const rest = await asFirm(actor, partnerId, async change => ({
    firm: change.partner.slug,
    ids: await waitingIn(change, round),
  }))
  if (rest === 'not-found' || !rest.ids) return null
  for (const id of rest.ids) {
    try {
      await asFirm(actor, partnerId, change => askNext(change, round, id))
    } catch (err) {
      log.error({ err, round, grant: id }, 'more time was not asked for')
      if (isBusy(err)) break
    }
  }
  return `/partner/${rest.firm}/extensions/${round}`
}
