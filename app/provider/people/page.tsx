import { ProviderFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { platformUsersOf } from '#db/provider/people.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { UserTable } from './user-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const list = '/provider/people'

/** The provider's own people. */
export default async function PeoplePage({ searchParams }: Props) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 200) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', (tx, _, actor) =>
    platformUsersOf(tx, actor, { search, after }),
  )
  const { language, actor, platform, now, data } = page
  const { users, next } = data
  const words = catalogue[language]
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  const administrates = mayAtDesk(platform.role, 'people.manage')
  return (
    <ProviderFrame page={page} current="people" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={administrates ? words.description : `${words.description} ${words.onlyAdministrators}`}
        actions={
          administrates && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <Search label={words.search} button={words.searchButton} value={search} />
      <Card flush={users.length > 0}>
        {users.length > 0 ? (
          <UserTable users={users} language={language} zone={actor.timeZone} now={now} />
        ) : (
          <NothingFound title={words.nothingFound(search)} list={list} showAll={words.showAll} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={next ? { href: place({ after: next }), label: words.next } : null}
      />
    </ProviderFrame>
  )
}
