import type { Authority } from '#lib/access/authority.ts'

/** What things cost is between the account and its provider: whoever sees subscriptions by a partner's access alone does not read it. */
export function seesPrices({ byGrant }: Authority): boolean {
  return !byGrant.has('subscriptions.read')
}

/** What became of a change, as somebody is told it: why the provider's systems refused may tell of money. */
export function outcomeFor<Told extends { readonly reason: string }>(
  authority: Authority,
  outcome: Told | null,
): Told | null {
  return outcome && (seesPrices(authority) ? outcome : { ...outcome, reason: '' })
}
