import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listedAtOnce, membersOf } from '#db/membership/list.ts'
import { may } from '#lib/access/authority.ts'
import { askedOf, PeopleList } from '../people-list.tsx'
import { ManagerTable } from './manager-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The account's managers: who they are, where they sign in, and whether their letters arrive. */
export default async function UserAccessPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/user-access'>) {
  const query = await searchParams
  const { search, after } = askedOf(query)
  const page = await accountPage((await params).account, 'managers.read', (tx, { account }) =>
    membersOf(tx, account.id, { kind: 'account-manager', search, after }),
  )
  const { account, authority, language, actor, now } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/user-access`
  const rows = page.data.slice(0, listedAtOnce)
  const last = page.data.length > listedAtOnce ? rows.at(-1) : undefined
  const manages = may(authority, 'managers.manage')
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
      <PeopleList {...{ words, list, search, after, last }} add={manages && add} isEmpty={rows.length === 0}>
        <ManagerTable managers={rows} list={list} language={language} zone={actor.timeZone} now={now} />
      </PeopleList>
    </AccountFrame>
  )
}
