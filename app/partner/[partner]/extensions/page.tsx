import { PartnerFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { endingSoon } from '#db/extension/extendable.ts'
import { roundsBefore } from '#db/extension/round.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { ManyForm } from './many-form.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The firm's access that ends soon, as far as the reader may ask for more time: for several customers at once. */
export default async function ExtensionsPage({ params, searchParams }: Props) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await partnerPage((await params).partner, (tx, partner, actor) =>
    Promise.all([endingSoon(tx, partner, { search, after }), roundsBefore(tx, partner, actor.personId)]),
  )
  const { partner, language, actor, now } = page
  const [{ grants, next }, { unfinished, longestHours }] = page.data
  const words = catalogue[language]
  const root = `/partner/${partner.slug}`
  const list = `${root}/extensions`
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  return (
    <PartnerFrame page={page} current="requests" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ href: `${root}/requests`, label: deskWords[language].requests }}
      />
      {unfinished && <Unfinished href={`${list}/${unfinished}`} language={language} />}
      {(grants.length > 0 || search) && (
        <Search label={words.search} button={words.searchButton} value={search} />
      )}
      <Card>
        {grants.length > 0 ? (
          <ManyForm
            partnerId={partner.id}
            longestHours={longestHours}
            cancelHref={`${root}/requests`}
            {...{ grants, language, zone: actor.timeZone, now }}
          />
        ) : (
          <Nothing root={root} search={search} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={next ? { href: place({ after: next }), label: words.next } : null}
      />
    </PartnerFrame>
  )
}

/** For whoever lost the page on which they had pressed. */
function Unfinished({ href, language }: { href: string; language: Language }) {
  const words = catalogue[language]
  return (
    <Notice
      tone="warning"
      title={words.unfinished}
      actions={
        <LinkButton href={href} size="small">
          {words.seeUnfinished}
        </LinkButton>
      }
    />
  )
}

function Nothing({ root, search, language }: { root: string; search: string; language: Language }) {
  const words = catalogue[language]
  if (search)
    return (
      <NothingFound title={words.nothingFound(search)} list={`${root}/extensions`} showAll={words.showAll} />
    )
  return (
    <EmptyState
      icon="clock"
      title={words.none}
      actions={<LinkButton href={`${root}/customers`}>{words.toCustomers}</LinkButton>}
    >
      <p>{words.noneText}</p>
    </EmptyState>
  )
}
