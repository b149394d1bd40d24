import { ok, type Result, refuse } from '#lib/result.ts'

/** A branding domain among its provider's others. */
export interface DomainStanding {
  readonly id: string
  readonly retired: boolean
}

export type RetireRefusal = 'already-retired' | 'last-one' | 'no-successor'

/**
 * Whether a provider may retire a domain for the sake of another one. The successor must be one of its own that is live
 * and not the domain itself, so the last live one can't go.
 */
export function retire(
  domains: readonly DomainStanding[],
  id: string,
  successorId: string,
): Result<{ readonly successorId: string }, RetireRefusal> {
  const domain = domains.find(one => one.id === id)
  if (!domain || domain.retired) return refuse('already-retired')
  const heirs = domains.filter(one => one.id !== id && !one.retired)
  if (heirs.length === 0) return refuse('last-one')
  if (!heirs.some(one => one.id === successorId)) return refuse('no-successor')
  return ok({ successorId })
}

/** Whether a domain can be brought back into use: one that is retired. */
export function restore(domain: Pick<DomainStanding, 'retired'>): Result<'live', 'not-retired'> {
  return domain.retired ? ok('live') : refuse('not-retired')
}
