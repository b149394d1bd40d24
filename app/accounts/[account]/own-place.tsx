import type { AccountPage } from '#app/_server/page.ts'
import { Meanings } from '#components/access/meanings.tsx'
import { Card } from '#components/ui/card.tsx'
import type { AccountOverview, OwnPlace } from '#db/account/overview.ts'
import { may } from '#lib/access/authority.ts'
import { capabilityTexts } from '#lib/access/capability-words.ts'
import { leftOut } from '#lib/access/left-out.ts'
import { type PlacePart, partsFromParent, partsOf, placeWords } from '#lib/access/place-words.ts'
import { productLevelWords } from '#lib/access/product-level-words.ts'
import { actsOfEndUser } from '#lib/access/product-levels.ts'
import { levelName, productName } from '#lib/account/words.ts'
import { dateOnly, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

type Page = AccountPage<Pick<AccountOverview, 'places' | 'owners'>>

/** What somebody of the account, or of its parent, may do here, since when, and who decides on that. */
export function OwnPlaceCard({ page }: { page: Page }) {
  const { language, data } = page
  const words = catalogue[language]
  if (data.places.length === 0) return null
  const deciders = decidersText(page)
  return (
    <Card
      title={words.yourAccess}
      description={data.places.map(place => sinceText(place, page)).join(' ')}
      footer={deciders ? <p>{deciders}</p> : undefined}
    >
      <Meanings
        can={data.places.flatMap(place => [
          ...partsHere(place, page).flatMap(part => listsOf(part, language)),
          ...levelOf(place, language),
        ])}
        cannot={{ title: words.cannot, lines: leftOut(page.authority.capabilities, language) }}
      />
    </Card>
  )
}

/** Whoever decides on roles themselves need not be told whom to ask. */
function isOwner({ onParent, roles }: OwnPlace): boolean {
  return !onParent && roles.includes('account-owner')
}

/** What a part gives. */
function listsOf({ name, capabilities, onClients }: PlacePart, language: Language) {
  const words = catalogue[language]
  const there = capabilityTexts(capabilities, language)
  return [
    {
      title: words.can(name),
      lines: onClients ? [...there, words.onClients(onClients)] : there,
    },
  ]
}

/** What an end user's level on their product gives, beside what the place itself does. */
function levelOf({ product, level }: OwnPlace, language: Language) {
  const acts = actsOfEndUser(product, level)
  if (acts.length === 0 || !product || !level) return []
  const { level: named, act } = productLevelWords[language]
  const title = catalogue[language].notYet(named(productName(product, language), levelName(level, language)))
  return [{ title, lines: acts.map(one => act[one]) }]
}

/** What the parent's own roles give here: acting as an owner, and what costs money. */
function partsHere(place: OwnPlace, { authority, language }: Page): readonly PlacePart[] {
  if (!place.onParent) return partsOf(place, authority.capabilities, language)
  return partsFromParent(place.roles, authority.capabilities, language)
}

function sinceText(place: OwnPlace, { account, actor, language }: Page): string {
  const words = catalogue[language]
  const since = dateOnly(place.since, actor.timeZone, language)
  return place.onParent
    ? words.sinceOnParent(account.parentName ?? '', since)
    : words.since(placeWords[language].kind[place.kind], since)
}

/**
 * Who decides on what is left out. On a client account what costs money is its parent's and the provider's; whoever decides
 * on roles themselves need not be told whom to ask about the rest.
 */
function decidersText({ language, data, account, authority }: Page): string {
  const words = catalogue[language]
  const pays = may(authority, 'subscriptions.update') ? null : account.parentName
  const parts = [
    ...(pays ? [words.parentPays(pays)] : []),
    ...(data.places.some(isOwner) ? [] : [ownersText(data.owners, pays !== null, language)]),
  ]
  return parts.join(' ')
}

function ownersText(owners: AccountOverview['owners'], rest: boolean, language: Language): string {
  const words = catalogue[language]
  if (owners === null) return words.ownerDecides(rest)
  if (owners.length === 0) return words.nobodyDecides(rest)
  return words.ownersDecide(plainList(owners, language), rest)
}
