import { z } from 'zod'
import { chosenForm } from '#app/_server/chosen-bar.tsx'
import { UndoBar } from '#app/_server/coming-back.tsx'
import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { Chips } from '#components/ui/tiles.tsx'
import { dialsFrom } from '#db/account/dials-from.ts'
import {
  contactOf,
  contactsOf,
  type OneContact,
  type PhonebookHead,
  phonebookHead,
} from '#db/phonebook/reads.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import { restore } from './actions.ts'
import { ChosenForm } from './chosen-form.tsx'
import { ContactTable } from './contact-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50
const needs = 'module.phonebook'

/** The account's contacts by name, searched and narrowed to a group through the page's address. */
export default async function PhonebookPage({ params, searchParams }: Props) {
  const query = await searchParams
  const { search, group, after, undo } = asked(query)
  const page = await accountPage((await params).account, needs, async (tx, { account }) => {
    const from = search ? await dialsFrom(tx, account.id) : null
    const question = { search, group, after, limit }
    return {
      head: await phonebookHead(tx, account.id),
      gone: undo ? await contactOf(tx, account.id, undo) : null,
      ...(await contactsOf(tx, account.id, from, question)),
    }
  })
  const { account, language, data } = page
  const { head, contacts, next } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/phonebook`
  const at = (more: Record<string, string | null>) => listAddress(list, { q: search, group, ...more })
  const narrowed = search !== '' || group !== null
  return (
    <AccountFrame page={page} current="phonebook" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={<PageActs list={list} head={head} narrowed={{ search, group }} language={language} />}
      />
      <Undo contact={data.gone} accountId={account.id} language={language} />
      {head.total > 0 && (
        <>
          <Search
            label={words.search}
            value={search}
            button={words.find}
            action={list}
            keep={{ group: group ?? undefined }}
          />
          {head.groups.length > 0 && (
            <Chips id="groups" label={words.inGroup} items={chips(head, group, search, list, language)} />
          )}
        </>
      )}
      <Card flush={contacts.length > 0} id={`${chosenForm}-contact`}>
        {contacts.length > 0 ? (
          <ContactTable contacts={contacts} list={list} language={language} />
        ) : (
          <Nothing list={list} narrowed={narrowed} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: at({}), label: words.first } : null}
        next={next ? { href: at({ after: next }), label: words.next } : null}
      />
      {contacts.length > 0 && <ChosenForm accountId={account.id} groups={head.groups} language={language} />}
    </AccountFrame>
  )
}

interface UndoProps {
  /** The contact that was removed a moment ago, alone or with others, if the address names one. */
  readonly contact: OneContact | null
  readonly accountId: string
  readonly language: Language
}

function Undo({ contact, accountId, language }: UndoProps) {
  const words = catalogue[language]
  if (!contact?.removed?.canComeBack) return null
  const { together } = contact.removed
  const [kind, label] =
    together > 1
      ? (['contacts', words.restoreSeveral(wholeNumber(together, language))] as const)
      : (['contact', words.restoreNamed(contact.name)] as const)
  const thing = `${kind}:${contact.id}`
  return <UndoBar action={restore} accountId={accountId} label={label} fields={{ thing }} />
}

/** What is not understood narrows nothing. */
function asked(query: Record<string, string | string[] | undefined>) {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return {
    search: searchText(one('q')),
    group: z.uuid().safeParse(one('group')).data ?? null,
    after: one('after') || undefined,
    undo: z.uuid().safeParse(one('undo')).data ?? null,
  }
}

interface PageActsProps {
  readonly list: string
  readonly head: PhonebookHead
  readonly narrowed: { readonly search: string; readonly group: string | null }
  readonly language: Language
}

function PageActs({ list, head, narrowed: { search, group }, language }: PageActsProps) {
  const words = catalogue[language]
  const these = search !== '' || group !== null
  return (
    <>
      <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
        {words.add}
      </LinkButton>
      <LinkButton href={`${list}/phones`} icon={<Icon name="phone" />}>
        {words.phones}
      </LinkButton>
      <Menu id="phonebook-more" label={words.more}>
        <MenuLink href={`${list}/groups`} icon="users">
          {words.groups}
        </MenuLink>
        <MenuLink href={`${list}/import`} icon="plus">
          {words.takeIn}
        </MenuLink>
        {head.total > 0 && (
          <MenuLink href={listAddress(`${list}/export`, { q: search, group })} icon="download">
            {these ? words.downloadThese : words.download}
          </MenuLink>
        )}
        <MenuLink href={`${list}/removed`} icon="trash">
          {words.removed} ({wholeNumber(head.removed, language)})
        </MenuLink>
      </Menu>
    </>
  )
}

/** More of them would fill a phone's screen; the others are reached from the page of groups. */
const mostChips = 12

function chips(
  { groups, total }: PhonebookHead,
  current: string | null,
  search: string,
  list: string,
  language: Language,
) {
  const words = catalogue[language]
  const shown = groups.slice(0, mostChips)
  const chosen = groups.find(({ id }) => id === current)
  if (chosen && !shown.includes(chosen)) shown.push(chosen)
  return [
    {
      href: listAddress(list, { q: search }),
      label: words.everybody,
      count: wholeNumber(total, language),
      current: current === null,
    },
    ...shown.map(({ id, name, count }) => ({
      href: listAddress(list, { q: search, group: id }),
      label: name,
      count: wholeNumber(count, language),
      current: id === current,
    })),
  ]
}

function Nothing({ list, narrowed, language }: { list: string; narrowed: boolean; language: Language }) {
  const words = catalogue[language]
  if (narrowed)
    return (
      <NothingFound title={words.nothing} list={list} showAll={words.clear}>
        {words.nothingText}
      </NothingFound>
    )
  return (
    <EmptyState
      icon="users"
      title={words.none}
      actions={
        <>
          <LinkButton href={`${list}/new`} variant="primary">
            {words.add}
          </LinkButton>
          <LinkButton href={`${list}/import`}>{words.takeIn}</LinkButton>
        </>
      }
    >
      {words.noneText}
    </EmptyState>
  )
}
