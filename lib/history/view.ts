import { type Authority, grantsFor, may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { type EventAction, faxActions, ownBrandActions, pbxActions, phonebookActions } from './event.ts'

/** How much of an account's history somebody sees. */
export interface HistoryView {
  /** The firms whose dealings are seen; null = everybody's. */
  readonly partnerIds: readonly string[] | null
  /** What is seen of events that concern no firm, where not all is. */
  readonly actions: readonly EventAction[]
  /** Network addresses are personal: the account's own people see them, a partner does not. */
  readonly addresses: boolean
}

/** All of it. */
export const wholeHistory: HistoryView = { partnerIds: null, actions: [], addresses: true }

const seenWith: readonly (readonly [EventAction, Capability])[] = [
  ['account.updated', 'general.read'],
  ['account.client-added', 'clients.read'],
  ['service.updated', 'services.read'],
  ['end-user.updated', 'people.read'],
  ...phonebookActions.map(action => [action, 'module.phonebook'] as const),
  ['call-records.imported', 'module.call-log'],
  ['sync.started', 'sync.run'],
  ['sync.finished', 'sync.run'],
  ['sync.failed', 'sync.run'],
  ['back-office.refused', 'services.read'],
  ['back-office.set-aside', 'services.read'],
  // That something was ordered tells its price, and that it was refused may tell why: that is between the account and its provider.
  ['subscription.updated', 'subscriptions.read'],
  ['subscription.undone', 'subscriptions.read'],
  ['licence.assigned', 'subscriptions.read'],
  ['licence.taken-back', 'subscriptions.read'],
  ['trial.started', 'trials.read'],
  ['sms.sent', 'module.sms'],
  ...faxActions.map(action => [action, 'module.fax'] as const),
  ...pbxActions.map(action => [action, 'module.admin'] as const),
  ...ownBrandActions.map(action => [action, 'branding.read'] as const),
]

/**
 * Whoever may see who has access sees the whole history. Everybody else came by a grant: they see the dealings of the
 * firms whose grant lets them read it, and of the account's own changes those to what they may read. See docs/decisions
 * on partners and history.
 */
export function historyViewOf(authority: Authority): HistoryView {
  if (may(authority, 'partners.read')) return wholeHistory
  return {
    partnerIds: [...new Set(grantsFor(authority, 'activity.read').map(grant => grant.partnerId))],
    actions: seenWith.flatMap(([action, capability]) => (may(authority, capability) ? [action] : [])),
    addresses: false,
  }
}
