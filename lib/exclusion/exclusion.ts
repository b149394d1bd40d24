import { ok, type Result, refuse } from '#lib/result.ts'

// What a parent account gave may reach its client accounts. Each of them may exclude itself from what comes to it through
// its parent: a firm at a time, whatever the parent gives that firm, today's grants and later ones.

/** How a firm stands with a client account, as far as it comes through the parent. */
export interface Reach {
  /** A live grant of the parent's reaches the account's clients. */
  readonly reaches: boolean
  readonly isExcluded: boolean
}

export const exclusionActs = ['exclude', 'include'] as const
export type ExclusionAct = (typeof exclusionActs)[number]

export type ExclusionRefusal = 'already-excluded' | 'not-reached' | 'not-excluded'

/**
 * Whether a client account may exclude itself from a firm that comes through its parent, or let it come again.
 * Refuses `already-excluded`, `not-reached` (there is nothing to refuse), `not-excluded`.
 */
export function changeExclusion(act: ExclusionAct, reach: Reach): Result<null, ExclusionRefusal> {
  if (act === 'include') return reach.isExcluded ? ok(null) : refuse('not-excluded')
  if (reach.isExcluded) return refuse('already-excluded')
  return reach.reaches ? ok(null) : refuse('not-reached')
}
