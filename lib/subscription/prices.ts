import type { Authority } from '#lib/access/authority.ts'

/** What things cost is between the account and its provider: whoever sees subscriptions by a partner's access alone does not read it. */
export function seesPrices({ byGrant }: Authority): boolean {
  return !byGrant.has('subscriptions.read')
}
