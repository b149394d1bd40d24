import { capabilitiesOfScope, type Scope } from '#lib/access/scopes.ts'

/** Nothing is left of a part but to stand in the account. */
export function isNothingLeft(part: Scope, whole: Scope): boolean {
  const given = capabilitiesOfScope(whole)
  return [...capabilitiesOfScope(part)].every(one => one === 'account.read' || !given.has(one))
}
