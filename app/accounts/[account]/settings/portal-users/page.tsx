import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { membersOf } from '#db/membership/list.ts'
import { switcher } from '#db/portal-user/switch.ts'
import { may } from '#lib/access/authority.ts'
import { modules } from '#lib/access/roles.ts'
import { switchedAtOnce } from '#lib/membership/switch-forms.ts'
import { moduleNames } from '#lib/membership/switch-words.ts'
import { askedOf, PeopleList } from '../people-list.tsx'
import { SeveralForm } from './several-form.tsx'
import { UserTable } from './user-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The account's portal users with a switch for each module, and whether their letters arrive. */
export default async function PortalUsersPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/portal-users'>) {
  const query = await searchParams
  const { search, after } = askedOf(query)
  const page = await accountPage((await params).account, 'portal-users.read', (tx, { account }) =>
    membersOf(tx, account.id, { kind: 'portal-user', search, after, most: switchedAtOnce }),
  )
  const { account, authority, language, actor, now } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/portal-users`
  const rows = page.data.slice(0, switchedAtOnce)
  const last = page.data.length > switchedAtOnce ? rows.at(-1) : undefined
  const manages = may(authority, 'portal-users.manage')
  const by = switcher({ authority })
  const add = (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.add}
    </LinkButton>
  )
  const limits = by.offers.length > 0 ? words.onlyYours(moduleNames(by.offers, language)) : words.noneYours
  return (
    <AccountFrame page={page} current="portal-users" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} actions={manages && add} />
      <PeopleList
        {...{ words, list, search, after, last }}
        add={manages && add}
        note={manages && rows.length > 0 && by.offers.length < modules.length && <p>{limits}</p>}
        isEmpty={rows.length === 0}
      >
        <UserTable
          users={rows}
          accountId={account.id}
          by={manages ? by : null}
          place={{ q: search, after }}
          reader={actor.personId}
          list={list}
          language={language}
          zone={actor.timeZone}
          now={now}
        />
      </PeopleList>
      {manages && rows.length > 0 && <SeveralForm list={list} offers={by.offers} language={language} />}
    </AccountFrame>
  )
}
