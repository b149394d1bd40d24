import { ok, type Result, refuse } from '#lib/result.ts'

// "This partner serves this account": running → ended. An end is an end: a firm that is appointed again gets a new one,
// and nothing that hung on the former comes back. See docs/decisions/0024.

export type RelationshipState = 'running' | 'ended'

export type StartRefusal = 'already-running'
export type EndRefusal = 'already-ended'

/** Whether a pair may begin one: it has one at a time. */
export function start(pair: { readonly hasRunning: boolean }): Result<'running', StartRefusal> {
  return pair.hasRunning ? refuse('already-running') : ok('running')
}

/** Whether it can be ended: once, and by whoever is first. */
export function end(relationship: { readonly endedAt: Date | null }): Result<'ended', EndRefusal> {
  return relationship.endedAt ? refuse('already-ended') : ok('ended')
}
