/** Every letter there is. A kind without its text in both languages does not compile (see letters.ts). */
export const letterKinds = [
  'sign-in-link',
  'access-requested',
  'access-request-reminder',
  'access-approved',
  'access-declined',
  'access-question',
  'access-answered',
  'access-withdrawn',
  'access-lapsed',
  'grant-ending',
  'grant-ended',
  'grant-suspended',
  'grant-resumed',
  'relationship-ended',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** Lower goes first: what lets people in or tells of lost access before requests, reminders last. */
export function priorityOf(kind: LetterKind): 0 | 1 | 2 {
  if (kind === 'sign-in-link' || kind === 'grant-ended') return 0
  return kind === 'access-request-reminder' || kind === 'grant-ending' ? 2 : 1
}
