import type { Actor } from '#lib/actor.ts'
import type { PartnerChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { authorOf } from '../events.ts'
import { heldPlaceIn } from './staff.ts'

/** A change by somebody of a firm, whose place there is held until it is done; null where they have none. */
export async function partnerChangeOf(
  tx: Tx,
  actor: Actor,
  partner: { readonly id: string },
): Promise<PartnerChange | null> {
  const place = await heldPlaceIn(tx, actor, partner)
  return (
    place && { tx, actor, author: authorOf(actor, { kind: 'partner', firm: place.name }), partner: place }
  )
}
