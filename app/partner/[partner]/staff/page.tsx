import { PartnerFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { colleaguesOf } from '#db/partner/staff-list.ts'
import { StaffTable } from './staff-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** The firm's own people, for all of them to see; its administrators invite and remove. */
export default async function StaffPage({ params, searchParams }: Props) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await partnerPage((await params).partner, (tx, partner) =>
    colleaguesOf(tx, partner, { search, after }),
  )
  const { partner, language, actor, data } = page
  const { colleagues, next } = data
  const words = catalogue[language]
  const list = `/partner/${partner.slug}/staff`
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  const administers = partner.role === 'administrator'
  return (
    <PartnerFrame page={page} current="staff" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={administers ? words.description : `${words.description} ${words.onlyAdministrators}`}
        actions={
          administers && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <Search label={words.search} button={words.searchButton} value={search} />
      <Card flush={colleagues.length > 0}>
        {colleagues.length > 0 ? (
          <StaffTable colleagues={colleagues} list={list} language={language} zone={actor.timeZone} />
        ) : (
          <NothingFound title={words.nothingFound(search)} list={list} showAll={words.showAll} />
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
