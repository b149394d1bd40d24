import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { clientsAtOnce, clientsOf } from '#db/account/client-list.ts'
import { may } from '#lib/access/authority.ts'
import { askedOf, PeopleList } from '../people-list.tsx'
import { ClientTable } from './client-table.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

/** The accounts whose parent this one is. */
export default async function ClientsPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/clients'>) {
  const query = await searchParams
  const { search, after } = askedOf(query)
  const page = await accountPage((await params).account, 'clients.read', (tx, { account }, { personId }) =>
    clientsOf(tx, account.id, personId, { search, after }),
  )
  const { account, authority, language, actor } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/clients`
  const rows = page.data.slice(0, clientsAtOnce)
  const last = page.data.length > clientsAtOnce ? rows.at(-1) : undefined
  const adds = may(authority, 'clients.create')
  const add = adds && (
    <LinkButton href={`${list}/new`} variant="primary">
      {words.add}
    </LinkButton>
  )
  const whoAdds = account.parentName
    ? words.whoAddsHere(account.parentName, account.providerName)
    : words.whoAdds
  return (
    <AccountFrame page={page} current="clients" query={query} width="wide">
      <PageHeader title={words.title} description={words.description(account.name)} actions={add} />
      <PeopleList
        {...{ words, list, search, after, last, add }}
        icon="building"
        note={!adds && <p>{whoAdds}</p>}
        isEmpty={rows.length === 0}
      >
        <ClientTable clients={rows} parent={account.name} language={language} zone={actor.timeZone} />
      </PeopleList>
    </AccountFrame>
  )
}
