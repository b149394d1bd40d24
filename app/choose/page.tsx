import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { cookieName } from '#app/_server/cookies.ts'
import { PersonFrame } from '#app/_server/frames.tsx'
import { type PageOf, personPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { type PlaceKind, placesOf, type WorkPlace } from '#db/person/places.ts'
import './choose.css'
import { addressOf, lastPlaceCookie, readPlace, writePlace } from '#app/_server/place-address.ts'
import { seeOther } from '#app/_server/see-other.ts'
import { words } from './words.ts'

const onePage = 24
const worthSearching = 8

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** All places of a person, the last one first; with a single one they are there already. */
export default async function ChoosePage({ searchParams }: PageProps<'/choose'>) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : ''
  const after = readPlace(query.after)
  const last = readPlace((await cookies()).get(cookieName(lastPlaceCookie))?.value)
  const page = await personPage((tx, actor) =>
    placesOf(tx, actor.personId, { search, last, after, most: onePage + 1 }),
  )
  const whole = search === '' && !after
  const [only, second] = page.data
  if (whole && only && !second) seeOther(addressOf(only))
  const text = words[page.language]
  const shown = page.data.slice(0, onePage)
  const end = page.data.length > onePage ? shown.at(-1) : undefined
  const first = search ? `/choose?q=${encodeURIComponent(search)}` : '/choose'
  const further = end && `${first}${search ? '&' : '?'}after=${writePlace(end)}`
  return (
    <PersonFrame page={page} query={query}>
      <PageHeader title={text.title} />
      {(!whole || page.data.length > worthSearching) && (
        <Search label={text.search} button={text.searchButton} value={search} action="/choose" />
      )}
      {shown.length > 0 ? <Places places={shown} text={text} /> : <Nothing page={page} search={search} />}
      <Pagination
        label={text.places}
        previous={after ? { href: first, label: text.all } : null}
        next={further ? { href: further, label: text.next } : null}
      />
    </PersonFrame>
  )
}

type Text = (typeof words)['en']

const icons: Record<PlaceKind, IconName> = { account: 'building', partner: 'users', provider: 'key' }

function Places({ places, text }: { places: readonly WorkPlace[]; text: Text }) {
  return (
    <ul className="places" aria-label={text.places}>
      {places.map(place => (
        <li key={writePlace(place)}>
          <a className="work-place" href={`/choose/${place.kind}/${place.slug}`}>
            <Icon name={icons[place.kind]} size={20} />
            <span>
              <TwoLines
                first={<span className="work-place-name">{place.name}</span>}
                second={place.last ? `${text.kind[place.kind]} · ${text.last}` : text.kind[place.kind]}
              />
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Nothing({ page, search }: { page: PageOf<unknown>; search: string }) {
  const text = words[page.language]
  const { supportName, supportPhone, supportEmail } = page.brand
  if (search !== '')
    return (
      <EmptyState
        icon="search"
        title={text.notFound(search)}
        actions={<LinkButton href="/choose">{text.all}</LinkButton>}
      />
    )
  return (
    <EmptyState
      icon="building"
      title={text.empty}
      actions={
        <>
          {supportPhone && (
            <LinkButton href={`tel:${supportPhone.replace(/[^+\d]/g, '')}`} variant="primary">
              {text.call(supportPhone)}
            </LinkButton>
          )}
          {supportEmail && (
            <LinkButton href={`mailto:${supportEmail}`}>{text.write(supportEmail)}</LinkButton>
          )}
        </>
      }
    >
      {text.emptyWhy(supportName)}
    </EmptyState>
  )
}
