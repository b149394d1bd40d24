import type { Place } from '#components/frame/types.ts'
import { mostNear, type NearPlace } from '#db/person/places.ts'
import { mayAsMember } from '#lib/access/authority.ts'
import type { Language } from '#lib/language.ts'
import { frameWords } from './frame-words.ts'
import { addressOf } from './place-address.ts'

/** Where somebody is, and beside it the other places where they work, for the switcher. */
export function placesBeside(
  here: Place | undefined,
  near: readonly NearPlace[],
  language: Language,
): readonly Place[] {
  const { kind } = frameWords[language]
  const others = near
    .map(place => ({ href: addressOf(place), label: place.name, kind: kind[place.kind] }))
    .filter(place => place.href !== here?.href)
  return here ? [here, ...others] : others
}

/** Account authorisation of the one account on which somebody may see it; none where there are several. */
export function onlyAuthorisation(near: readonly NearPlace[]): string | undefined {
  const [only, second] = near.filter(
    ({ memberships, parental }) => parental || mayAsMember(memberships, 'partners.read'),
  )
  return only && !second && near.length < mostNear ? `${addressOf(only)}/settings/authorisation` : undefined
}
