import { grantFor, may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount, Sight } from './authority.ts'
import type { Tx } from './client.ts'
import { type Author, authorOf } from './events.ts'

/** A change on its way: the transaction it lives in, and who is answerable for it. */
export interface Change {
  readonly tx: Tx
  readonly actor: Actor
  readonly author: Author
}

/** A change on an account. The account's row is locked, so that changes on it happen one after the other. */
export interface AccountChange extends Change {
  readonly account: SeenAccount
  /** The firm on whose grant the change stands, so that its own history holds it too; null for the account's people. */
  readonly partnerId: string | null
  /** The database's time when authority was read. */
  readonly now: Date
}

/**
 * What somebody does on an account by this right stands in the name of the firm whose grant gives it, of the parent
 * account from which they have it, else in the account's own. Whoever may not do it at all and came by a grant tried in
 * the name of that one's firm.
 */
export function changeOn(
  tx: Tx,
  actor: Actor,
  { account, authority, now }: Sight,
  needs: Capability,
): AccountChange {
  const grant = may(authority, needs) ? grantFor(authority, needs) : authority.grants[0]
  const ofParent = authority.byParent.has(needs) || authority.way === 'parent'
  const firm = grant?.partnerName ?? (ofParent ? account.parentName : null) ?? account.name
  const author = authorOf(actor, { kind: grant ? 'partner' : 'account', firm })
  return { tx, actor, author, account, partnerId: grant?.partnerId ?? null, now }
}

/** A firm as its own people see it. */
export interface SeenPartner {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly staffId: string
  readonly role: 'administrator' | 'technician'
}

/** A change that a firm makes. */
export interface PartnerChange extends Change {
  readonly partner: SeenPartner
}
