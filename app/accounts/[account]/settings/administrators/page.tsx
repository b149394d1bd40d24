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
import { openPersonInvitations } from '#db/person-invitation/reads.ts'
import { may } from '#lib/access/authority.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { AdministratorTable } from './administrator-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The account's administrators and those who are invited: what their roles give, and whether their letters arrive. */
export default async function AdministratorsPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/administrators'>) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : ''
  const after = idForm.safeParse(query.after).data ?? null
  const page = await accountPage((await params).account, 'administrators.read', async (tx, { account }) => ({
    members: await membersOf(tx, account.id, { kind: 'administrator', search, after }),
    invitations: search === '' && after === null ? await openPersonInvitations(tx, account.id) : [],
  }))
  const { account, authority, language, actor, now, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/administrators`
  const rows = data.members.slice(0, listedAtOnce)
  const last = data.members.length > listedAtOnce ? rows.at(-1) : undefined
  const manages = may(authority, 'administrators.manage')
  const place = (more: Record<string, string>) => listAddress(list, { q: search, ...more })
  const isEmpty = rows.length === 0 && data.invitations.length === 0
  const add = (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.invite}
    </LinkButton>
  )
  return (
    <AccountFrame page={page} current="administrators" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} actions={manages && add} />
      {(search !== '' || after !== null || last !== undefined) && (
        <Search label={words.search} button={words.find} value={search} action={list} />
      )}
      <Card flush={!isEmpty}>
        {isEmpty ? (
          <EmptyState
            icon={search ? 'search' : 'users'}
            title={search ? words.nothing(search) : words.none}
            actions={search ? <LinkButton href={list}>{words.showAll}</LinkButton> : manages && add}
          >
            {!search && <p>{words.noneText}</p>}
          </EmptyState>
        ) : (
          <AdministratorTable
            members={rows}
            invitations={data.invitations}
            list={list}
            language={language}
            zone={actor.timeZone}
            now={now}
          />
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
