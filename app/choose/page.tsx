import type { Metadata } from 'next'
import { PersonFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { type PageOf, personPage } from '#app/_server/page.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { lastPlaceOf } from '#db/person/last-place.ts'
import { type PlaceKind, placesOf, type WorkPlace } from '#db/person/places.ts'
import { type WaitingPlace, waitingOnAccounts } from '#db/person/waiting.ts'
import type { Language } from '#lib/language.ts'
import { kindText } from '#lib/membership/words.ts'
import './choose.css'
import { addressOf, readPlace, writePlace } from '#app/_server/place-address.ts'
import { seeOther } from '#app/_server/see-other.ts'
import { acceptWaiting } from './actions.ts'
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
  const whole = search === '' && !after
  const page = await personPage(async (tx, actor) => {
    const last = readPlace(await lastPlaceOf(tx, actor.personId))
    return {
      places: await placesOf(tx, actor.personId, { search, last, after, most: onePage + 1 }),
      waiting: whole ? await waitingOnAccounts(tx, actor.personId) : [],
    }
  })
  const { places, waiting } = page.data
  const [only, second] = places
  if (whole && only && !second && waiting.length === 0) seeOther(addressOf(only))
  const text = words[page.language]
  const shown = places.slice(0, onePage)
  const end = places.length > onePage ? shown.at(-1) : undefined
  const first = search ? `/choose?q=${encodeURIComponent(search)}` : '/choose'
  const further = end && `${first}${search ? '&' : '?'}after=${writePlace(end)}`
  return (
    <PersonFrame page={page} query={query}>
      <PageHeader title={text.title} />
      {waiting.length > 0 && <Waiting places={waiting} language={page.language} />}
      {(!whole || places.length > worthSearching) && (
        <Search label={text.search} button={text.searchButton} value={search} action="/choose" />
      )}
      {shown.length > 0 && <Places places={shown} text={text} />}
      {shown.length === 0 && waiting.length === 0 && <Nothing page={page} search={search} />}
      <Pagination
        label={text.places}
        previous={after ? { href: first, label: text.all } : null}
        next={further ? { href: further, label: text.next } : null}
      />
    </PersonFrame>
  )
}

/** For whoever came without the letter: nothing there is theirs before they press. */
function Waiting({ places, language }: { places: readonly WaitingPlace[]; language: Language }) {
  const text = words[language]
  return (
    <Card title={text.waiting} description={text.waitingText}>
      <ul className="list-disc ps-5">
        {places.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>{text.waitsAs(kindText(kind, language), name)}</li>
        ))}
      </ul>
      <Form action={acceptWaiting} label={text.waiting}>
        <Once />
        <FormActions>
          <SubmitButton>{text.accept}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

type Text = (typeof words)['en']

const icons: Record<PlaceKind, IconName> = { account: 'building', partner: 'users', provider: 'key' }

function kindOf({ kind, clientOf }: WorkPlace, text: Text): string {
  return clientOf ? text.clientOf(clientOf) : text.kind[kind]
}

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
                second={place.last ? `${kindOf(place, text)} · ${text.last}` : kindOf(place, text)}
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
