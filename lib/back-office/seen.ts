import { type Authority, may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import type { PulledKind } from './items.ts'

const readOf: Readonly<Record<PulledKind, Capability>> = {
  services: 'services.read',
  invoices: 'billing.read',
  balances: 'billing.read',
  offers: 'subscriptions.read',
  subscriptions: 'subscriptions.read',
  licences: 'subscriptions.read',
  trials: 'trials.read',
}

/** Whether somebody may read the things of a kind, and so be told their names and how many there are. */
export function readsKind(authority: Authority, kind: string): boolean {
  return Object.hasOwn(readOf, kind) && may(authority, readOf[kind as PulledKind])
}

/** Of what a pull counted, that of the kinds that somebody may read; `others`: that of all other kinds. */
export function seenOf<Count>(
  counts: Readonly<Record<string, Count>>,
  authority: Authority,
): { readonly counts: Readonly<Record<string, Count>>; readonly others: Readonly<Record<string, Count>> } {
  const split = Object.groupBy(Object.entries(counts), ([kind]) =>
    readsKind(authority, kind) ? 'seen' : 'hidden',
  )
  return { counts: Object.fromEntries(split.seen ?? []), others: Object.fromEntries(split.hidden ?? []) }
}
