import { type PlaceKey, type PlaceKind, placeKinds } from '#db/person/places.ts'

/** Where the provider's desk begins. */
export const deskStart = '/provider/accounts'

/** Where a place's work begins. */
export function addressOf({ kind, slug }: PlaceKey): string {
  if (kind === 'account') return `/accounts/${slug}`
  return kind === 'partner' ? `/partner/${slug}/customers` : deskStart
}

/** A place as it stands in an address, and in what a person is remembered by: "account.harbour-dental"; anything else is none. */
export function readPlace(text: unknown): PlaceKey | null {
  const [, kind, slug] = (typeof text === 'string' && /^([a-z]+)\.([a-z0-9-]{1,100})$/.exec(text)) || []
  return slug && isPlaceKind(kind) ? { kind, slug } : null
}

export function writePlace({ kind, slug }: PlaceKey): string {
  return `${kind}.${slug}`
}

function isPlaceKind(text: string | undefined): text is PlaceKind {
  return placeKinds.some(kind => kind === text)
}
