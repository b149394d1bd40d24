/** Every letter there is. A kind without its text in both languages does not compile (see letters.ts). */
export const letterKinds = [
  'sign-in-link',
  'activation',
  'reset',
  'password-changed',
  'microsoft-proof',
  'microsoft-linked',
  'microsoft-unlinked',
  'access-requested',
  'access-request-reminder',
  'access-approved',
  'access-declined',
  'access-question',
  'access-answered',
  'access-withdrawn',
  'access-lapsed',
  'partner-invited',
  'partner-invitation-reminder',
  'partner-invitation-accepted',
  'partner-invitation-declined',
  'partner-invitation-cancelled',
  'partner-invitation-lapsed',
  'grant-ending',
  'grant-ended',
  'grant-suspended',
  'grant-resumed',
  'grant-extended',
  'grant-shortened',
  'grant-trimmed',
  'review-due',
  'review-unanswered',
  'extension-asked',
  'extension-declined',
  'extension-withdrawn',
  'assignment-given',
  'assignments-given',
  'assignment-changed',
  'assignment-ended',
  'assignment-asked',
  'assignment-answered',
  'first-entry',
  'partner-designated',
  'designation-kept',
  'client-excluded',
  'client-included',
  'relationship-started',
  'relationship-ended',
  'account-closed',
  'partner-closed',
  'administrator-invited',
  'administrator-accepted',
  'administrator-declined',
  'administrator-lapsed',
  'portal-restored',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** Lower goes first: what lets people in or tells of lost access before requests, reminders and what is only good to know last. */
export function priorityOf(kind: LetterKind): 0 | 1 | 2 {
  if (holdsSecret(kind) || kind === 'grant-ended' || tellsOfWayIn(kind) || closes(kind)) return 0
  return reminds(kind) ? 2 : 1
}

/** What tells somebody that their own way in is another one. */
function tellsOfWayIn(kind: LetterKind): boolean {
  return ['password-changed', 'microsoft-linked', 'microsoft-unlinked'].includes(kind)
}

function reminds(kind: LetterKind): boolean {
  return ['access-request-reminder', 'partner-invitation-reminder', 'grant-ending', 'first-entry'].includes(
    kind,
  )
}

/** What tells that all access is over at once. */
function closes(kind: LetterKind): boolean {
  return kind === 'account-closed' || kind === 'partner-closed'
}

const secretKinds = [
  'sign-in-link',
  'activation',
  'reset',
  'microsoft-proof',
  'administrator-invited',
] as const

/** Letters that carry a one-time secret: sealed while they wait, wiped once sent. */
export function holdsSecret(kind: LetterKind): boolean {
  return secretKinds.some(one => one === kind)
}

export function isLetterKind(text: string): text is LetterKind {
  return (letterKinds as readonly string[]).includes(text)
}

/** What is known of a sent letter, as the mail service reports it. */
export const deliveryStates = ['delivered', 'bounced', 'complained', 'delayed'] as const
