import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listedAtOnce, membersOf } from '#db/membership/list.ts'
import { openPersonInvitations } from '#db/person-invitation/reads.ts'
import { may } from '#lib/access/authority.ts'
import { askedOf, PeopleList } from '../people-list.tsx'
import { AdministratorTable } from './administrator-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The account's administrators and those who are invited: what their roles give, and whether their letters arrive. */
export default async function AdministratorsPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/administrators'>) {
  const query = await searchParams
  const { search, after } = askedOf(query)
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
  const isEmpty = rows.length === 0 && data.invitations.length === 0
  const add = (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.invite}
    </LinkButton>
  )
  return (
    <AccountFrame page={page} current="administrators" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} actions={manages && add} />
      <PeopleList {...{ words, list, search, after, last }} add={manages && add} isEmpty={isEmpty}>
        <AdministratorTable
          members={rows}
          invitations={data.invitations}
          list={list}
          language={language}
          zone={actor.timeZone}
          now={now}
        />
      </PeopleList>
    </AccountFrame>
  )
}
