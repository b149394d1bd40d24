import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { listedAtOnce, membersOf } from '#db/membership/list.ts'
import { may } from '#lib/access/authority.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { ManagerTable } from './manager-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The account's managers: who they are, where they sign in, and whether their letters arrive. */
export default async function UserAccessPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/user-access'>) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : ''
  const after = idForm.safeParse(query.after).data ?? null
  const page = await accountPage((await params).account, 'managers.read', (tx, { account }) =>
    membersOf(tx, account.id, { kind: 'account-manager', search, after }),
  )
  const { account, authority, language, actor, now } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/user-access`
  const rows = page.data.slice(0, listedAtOnce)
  const last = page.data.length > listedAtOnce ? rows.at(-1) : undefined
  const manages = may(authority, 'managers.manage')
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  const parent = account.parentName ? words.parentActs(account.parentName) : ''
  const description = `${words.description} ${parent}`.trim()
  const add = (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.add}
    </LinkButton>
  )
  return (
    <AccountFrame page={page} current="user-access" query={query} width="wide">
      <PageHeader title={words.title} description={description} actions={manages && add} />
      {(search !== '' || after !== null || last !== undefined) && (
        <Search label={words.search} button={words.find} value={search} action={list} />
      )}
      <Card flush={rows.length > 0}>
        {rows.length > 0 ? (
          <ManagerTable managers={rows} list={list} language={language} zone={actor.timeZone} now={now} />
        ) : (
          <EmptyState
            icon={search ? 'search' : 'users'}
            title={search ? words.nothing(search) : words.none}
            actions={search ? <LinkButton href={list}>{words.showAll}</LinkButton> : manages && add}
          >
            {!search && <p>{words.noneText}</p>}
          </EmptyState>
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: place({}), label: words.first } : null}
        next={last ? { href: place({ after: last.id }), label: words.next } : null}
      />
    </AccountFrame>
  )
}
