import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Tiles } from '#components/ui/tiles.tsx'
import { endUsersOf, type SeenEndUser } from '#db/account/end-users.ts'
import { type SeenService, type ServiceCounts, servicesOf } from '#db/account/services.ts'
import { type Authority, may } from '#lib/access/authority.ts'
import { hasEndUsers } from '#lib/access/products.ts'
import { productName } from '#lib/account/words.ts'
import { cappedText, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { kindShown, type ListQuery, parseListQuery } from './query.ts'
import { ServiceTables } from './service-tables.tsx'
import { UserTable } from './user-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50

/** The account's services and end users: each half for those who may read it. */
export default async function ServicesPage({ params, searchParams }: Props) {
  const query = await searchParams
  const asked = parseListQuery(query)
  const { search, show, after, afterUser } = asked
  const page = await accountPage(
    (await params).account,
    ['services.read', 'people.read'],
    async (tx, { account: { id }, authority }) => {
      const lists = may(authority, 'services.read') && show !== 'users'
      const people = may(authority, 'people.read') && (show === null || show === 'users')
      const question = { search, kind: kindShown(show), after, limit }
      const { counts, services } = await servicesOf(tx, id, lists ? question : null)
      const users = people ? await endUsersOf(tx, id, { search, after: afterUser, limit }) : null
      return { counts, services: lists ? services : null, users }
    },
  )
  const { account, authority, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/services`
  const parts = { asked, list, language }
  const searched = data.users ? (data.services ? 'all' : 'people') : 'services'
  const hasUsers = data.counts.users > 0 || data.counts.products.some(hasEndUsers)
  return (
    <AccountFrame page={page} current="services" query={query} width="wide">
      <PageHeader title={words.title} description={words.description} />
      <Tiles label={words.filters} items={tiles(data.counts, authority, hasUsers, parts)} />
      <Search
        label={words.search[searched]}
        value={search}
        button={words.find}
        action={list}
        keep={{ show: show ?? undefined }}
      />
      {data.services && (
        <Services services={data.services} edits={may(authority, 'services.update')} {...parts} />
      )}
      {data.users && (hasUsers || show === 'users') && (
        <Users users={data.users} counts={data.counts} edits={may(authority, 'people.update')} {...parts} />
      )}
    </AccountFrame>
  )
}

interface Parts {
  readonly asked: ListQuery
  readonly list: string
  readonly language: Language
}

function tiles(
  counts: ServiceCounts,
  authority: Authority,
  hasUsers: boolean,
  { asked, list, language }: Parts,
) {
  const words = catalogue[language].tile
  const services = may(authority, 'services.read') ? (['numbers', 'trunks', 'devices'] as const) : []
  const users = may(authority, 'people.read') && hasUsers ? (['users'] as const) : []
  const keys = [...services, ...users]
  const tile = (key: (typeof keys)[number] | null) => ({
    href: listAddress(list, { show: key, q: asked.search }),
    label: words[key ?? 'all'],
    count: cappedText(key ? counts[key] : keys.reduce((sum, one) => sum + counts[one], 0), 999),
    current: asked.show === key,
  })
  const has = keys.filter(key => counts[key] > 0 || asked.show === key)
  return [null, ...has].map(tile)
}

function Services({
  services,
  edits,
  ...parts
}: Parts & { services: readonly SeenService[]; edits: boolean }) {
  const { asked, list, language } = parts
  const words = catalogue[language]
  const rows = services.slice(0, limit)
  const last = services.length > limit ? rows.at(-1) : undefined
  const here = { show: asked.show, q: asked.search, 'after-user': asked.afterUser }
  if (rows.length === 0)
    return (
      <Card>
        <Nothing {...parts} title={words.nothing.services} text={words.nothing.servicesText} />
      </Card>
    )
  return (
    <>
      <ServiceTables services={rows} list={list} edits={edits} language={language} />
      <Pagination
        label={words.pages(words.column.identifier)}
        previous={asked.after ? { href: listAddress(list, here), label: words.first } : null}
        next={last ? { href: listAddress(list, { ...here, after: last.id }), label: words.next } : null}
      />
    </>
  )
}

function Users({
  users,
  counts,
  edits,
  ...parts
}: Parts & { users: readonly SeenEndUser[]; counts: ServiceCounts; edits: boolean }) {
  const { asked, list, language } = parts
  const words = catalogue[language]
  const rows = users.slice(0, limit)
  const last = users.length > limit ? rows.at(-1) : undefined
  const here = { show: asked.show, q: asked.search, after: asked.after }
  const addable = counts.products.some(hasEndUsers)
  const without = counts.products.filter(product => !hasEndUsers(product) && product !== 'branding')
  const names = plainList(
    without.map(product => productName(product, language)),
    language,
  )
  return (
    <Card
      id="users"
      title={words.users}
      description={words.usersText}
      actions={edits && addable && <LinkButton href={`${list}/users/new`}>{words.addUser}</LinkButton>}
      flush={rows.length > 0}
      footer={without.length > 0 && words.nothing.noEndUsers(names)}
    >
      {rows.length > 0 ? (
        <UserTable users={rows} list={list} edits={edits} language={language} />
      ) : (
        <Nothing {...parts} title={words.nothing.users} text={words.nothing.usersText} />
      )}
      <Pagination
        label={words.pages(words.users)}
        previous={asked.afterUser ? { href: `${listAddress(list, here)}#users`, label: words.first } : null}
        next={
          last
            ? { href: `${listAddress(list, { ...here, 'after-user': last.id })}#users`, label: words.next }
            : null
        }
      />
    </Card>
  )
}

function Nothing({ asked, list, language, title, text }: Parts & { title: string; text: string }) {
  const words = catalogue[language]
  if (!asked.search)
    return (
      <EmptyState icon="phone" title={title}>
        {text}
      </EmptyState>
    )
  return (
    <NothingFound title={words.nothing.found} list={list} showAll={words.clear}>
      {words.nothing.foundText}
    </NothingFound>
  )
}
