import type { Author } from '../events.ts'

interface OfProvider {
  readonly providerId: string
  readonly providerName: string
}

/** The provider's systems as an author: how a run ended and what became of a change is told in their name. */
export function systemsOf({ providerId, providerName }: OfProvider): Author {
  return { providerId, personId: null, name: providerName, address: '', kind: 'provider', firm: providerName }
}
