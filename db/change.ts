import { type Authority, grantFor, may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import type { Actor, Standing } from '#lib/actor.ts'
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
  /** What else its author may do here. */
  readonly authority: Authority
  /** The firm on whose grant the change stands, so that its own history holds it too; null for the account's people. */
  readonly partnerId: string | null
  /** The database's time when authority was read. */
  readonly now: Date
}

/**
 * What somebody does on an account by this right stands in the name of the firm whose grant gives it, of the parent
 * account or the provider from which they have it, else in the account's own. Whoever may not do it at all and came by a
 * grant tried in the name of that one's firm.
 */
export function changeOn(
  tx: Tx,
  actor: Actor,
  { account, authority, now }: Sight,
  needs: Capability,
): AccountChange {
  const grant = may(authority, needs) ? grantFor(authority, needs) : authority.grants[0]
  const author = authorOf(
    actor,
    grant ? { kind: 'partner', firm: grant.partnerName } : standingOn(account, authority, needs),
  )
  return { tx, actor, author, account, authority, partnerId: grant?.partnerId ?? null, now }
}

/** In whose name somebody acts who needs no grant. */
function standingOn(account: SeenAccount, authority: Authority, needs: Capability): Standing {
  if (authority.byProvider.has(needs) || authority.way === 'provider')
    return { kind: 'provider', firm: account.providerName }
  const ofParent = authority.byParent.has(needs) || authority.way === 'parent'
  return { kind: 'account', firm: (ofParent ? account.parentName : null) ?? account.name }
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
