import type { EventAction } from './event.ts'

/** The kinds of things that a history can be narrowed to. */
export const historyKinds = ['requests', 'access', 'people', 'changes', 'refused'] as const
export type HistoryKind = (typeof historyKinds)[number]

const kindTable: Record<EventAction, HistoryKind> = {
  'access-request.sent': 'requests',
  'access-request.approved': 'requests',
  'access-request.declined': 'requests',
  'access-request.question-asked': 'requests',
  'access-request.question-answered': 'requests',
  'access-request.withdrawn': 'requests',
  'access-request.lapsed': 'requests',
  'access-request.ended-with-relationship': 'requests',
  'access-request.ended-with-account': 'requests',
  'access-request.ended-with-partner': 'requests',
  'partner-invitation.sent': 'requests',
  'partner-invitation.accepted': 'requests',
  'partner-invitation.declined': 'requests',
  'partner-invitation.cancelled': 'requests',
  'partner-invitation.lapsed': 'requests',
  'partner-invitation.ended-with-relationship': 'requests',
  'partner-invitation.ended-with-account': 'requests',
  'partner-invitation.ended-with-partner': 'requests',
  'grant.created': 'access',
  'grant.taken-up': 'access',
  'grant.started': 'access',
  'grant.expired': 'access',
  'grant.revoked': 'access',
  'grant.relinquished': 'access',
  'grant.terminated': 'access',
  'grant.suspended': 'access',
  'grant.resumed': 'access',
  'grant.entered': 'access',
  'grant.kept': 'access',
  'relationship.started': 'access',
  'relationship.ended': 'access',
  'relationship.imported': 'access',
  'letter.resent': 'changes',
  'letter.hurried': 'changes',
  'letter.link-made': 'changes',
  'person.address-corrected': 'changes',
  'limits.changed': 'changes',
  'platform-user.added': 'people',
  'platform-user.role-changed': 'people',
  'platform-user.resent': 'people',
  'platform-user.reset': 'people',
  'platform-user.removed': 'people',
  'platform-user.activated': 'people',
  'account.created': 'changes',
  'account.updated': 'changes',
  'account.code-replaced': 'changes',
  'account.closed': 'changes',
  'partner.created': 'changes',
  'partner.updated': 'changes',
  'partner.closed': 'access',
  'partner.blocked': 'access',
  'partner.unblocked': 'access',
  'partner.share-code-replaced': 'changes',
  'account.imported': 'changes',
  'partner.imported': 'changes',
  'staff.added': 'people',
  'staff.imported': 'people',
  'staff.updated': 'people',
  'staff.resent': 'people',
  'staff.activated': 'people',
  'staff.removed': 'people',
  'service.updated': 'changes',
  'end-user.updated': 'changes',
  'branding-domain.added': 'changes',
  'branding-domain.updated': 'changes',
  'branding-domain.retired': 'changes',
  'branding-domain.restored': 'changes',
  'membership.added': 'people',
  'membership.imported': 'people',
  'membership.activated': 'people',
  'membership.resent': 'people',
  'membership.reset': 'people',
  'membership.disabled': 'people',
  'membership.enabled': 'people',
  'membership.removed': 'people',
  'membership.updated': 'people',
  'account.visited': 'access',
  'account.visit-opened': 'access',
  'account.visit-ended': 'access',
  'attempt.refused': 'refused',
  'portal.restored': 'access',
}

export function isHistoryKind(text: unknown): text is HistoryKind {
  return (historyKinds as readonly unknown[]).includes(text)
}

export function isEventAction(text: string): text is EventAction {
  return Object.hasOwn(kindTable, text)
}

export function actionsOf(kind: HistoryKind): readonly EventAction[] {
  return (Object.keys(kindTable) as EventAction[]).filter(action => kindTable[action] === kind)
}
