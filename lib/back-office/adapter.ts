import type { PulledKind } from './items.ts'
import type { Trouble } from './run.ts'

// The one small interface to the provider's systems: what is read from them, and what goes to them.

/** Whose things: both by the short names that files and addresses name them by. */
export interface Whose {
  readonly provider: string
  readonly account: string
}

/** Nothing came of it. */
export interface InTrouble {
  readonly kind: 'trouble'
  readonly trouble: Trouble
  /** The status that they answered with, where that tells more. */
  readonly status?: number
  /** Milliseconds for which they ask to be left alone. */
  readonly wait?: number
}

export type ReadAnswer =
  | {
      readonly kind: 'page'
      readonly items: readonly unknown[]
      /** Behind what the next page begins; null = that was the last. */
      readonly next: string | null
    }
  | InTrouble

/** A change as it goes out. Its id makes it happen once, however often it is sent. */
export interface OutgoingChange {
  readonly id: string
  readonly kind: PulledKind
  readonly key: string
  /** The fields to set, by the names that items have. */
  readonly set: Readonly<Record<string, unknown>>
}

export type SendAnswer =
  | { readonly kind: 'confirmed' }
  /** They have it and will say later: the same change is sent again to ask. */
  | { readonly kind: 'taken' }
  /** `reason` in their own words. */
  | { readonly kind: 'refused'; readonly reason: string }
  | InTrouble

export interface BackOffice {
  /**
   * A page of one kind of things of an account, within so many milliseconds with every try and pause. Never throws for what
   * the other side does.
   */
  read(whose: Whose, kind: PulledKind, cursor: string | null, within?: number): Promise<ReadAnswer>
  send(whose: Whose, change: OutgoingChange): Promise<SendAnswer>
}

/** How long one answer may take. Milliseconds. */
export const answersWithin = 10_000

/** A trouble as it is kept: "failed:503". */
export function troubleCode({ trouble, status }: InTrouble): string {
  return status === undefined ? trouble : `${trouble}:${status}`
}
