import { hasPage } from '#app/_server/account-sections.ts'
import type { AccountPage } from '#app/_server/page.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import type { AccountOverview, OwnPlace } from '#db/account/overview.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { capabilityTexts } from '#lib/access/capability-words.ts'
import { type PlacePart, partsOf, placeWords } from '#lib/access/place-words.ts'
import { dateOnly, plainList, shortSentences } from '#lib/format.ts'
import { words as catalogue } from './words.ts'

type Page = AccountPage<Pick<AccountOverview, 'places' | 'owners'>>

/** What somebody of the account, or of its parent, may do here, since when, and who decides on that. */
export function OwnPlaceCard({ page }: { page: Page }) {
  const { language, data } = page
  const words = catalogue[language]
  if (data.places.length === 0) return null
  return (
    <Card
      title={words.yourAccess}
      description={data.places.map(place => sinceText(place, page)).join(' ')}
      footer={data.places.some(isOwner) ? undefined : <p>{decidersText(page)}</p>}
    >
      <Facts
        items={data.places
          .flatMap(place => partsHere(place, page))
          .map(part => ({ term: part.name, value: <Meaning part={part} page={page} /> }))}
      />
    </Card>
  )
}

/** Whoever decides on roles themselves need not be told whom to ask. */
function isOwner({ onParent, roles }: OwnPlace): boolean {
  return !onParent && roles.includes('account-owner')
}

/** What a part gives, and honestly beside it for what of that there is no page. */
function Meaning({ part: { capabilities, onClients }, page: { language } }: { part: PlacePart; page: Page }) {
  const words = catalogue[language]
  const texts = (held: readonly Capability[]) => shortSentences(capabilityTexts(held, language))
  const [there, without] = [capabilities.filter(hasPage), capabilities.filter(one => !hasPage(one))]
  return (
    <>
      {there.length > 0 && <p>{texts(there)}</p>}
      {onClients && (
        <p>
          {placeWords[language].onClients}
          <span className="second-line">{words.onClients}</span>
        </p>
      )}
      {without.length > 0 && (
        <p>
          {texts(without)}
          <span className="second-line">{words.noPage}</span>
        </p>
      )}
    </>
  )
}

/** From the parent one acts as an owner; the parent's own roles give nothing else here. */
function partsHere(place: OwnPlace, { authority, language }: Page): readonly PlacePart[] {
  const acting: OwnPlace = { ...place, kind: 'administrator', roles: ['account-owner'], modules: [] }
  return partsOf(place.onParent ? acting : place, authority.capabilities, language)
}

function sinceText(place: OwnPlace, { account, actor, language }: Page): string {
  const words = catalogue[language]
  const since = dateOnly(place.since, actor.timeZone, language)
  return place.onParent
    ? words.sinceOnParent(account.parentName ?? '', since)
    : words.since(placeWords[language].kind[place.kind], since)
}

function decidersText({ language, data }: Page): string {
  const words = catalogue[language]
  if (data.owners === null) return words.ownerDecides
  if (data.owners.length === 0) return words.nobodyDecides
  return words.ownersDecide(plainList(data.owners, language))
}
