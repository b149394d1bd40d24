import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from './authority.ts'
import type { Tx } from './client.ts'
import type { Author } from './events.ts'

/** A change on its way: the transaction it lives in, and who is answerable for it. */
export interface Change {
  readonly tx: Tx
  readonly actor: Actor
  readonly author: Author
}

/** A change on an account. The account's row is locked, so that changes on it happen one after the other. */
export interface AccountChange extends Change {
  readonly account: SeenAccount
  /** The database's time when authority was read. */
  readonly now: Date
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
