import type { Authority } from './authority.ts'
import type { Capability } from './capabilities.ts'

/** The firm on whose grant a change stands, so that the firm's own history holds it too; null for the account's people. */
export function actingPartner(authority: Authority, needs: Capability): string | null {
  return authority.byGrant.has(needs) ? (authority.grants[0]?.partnerId ?? null) : null
}
