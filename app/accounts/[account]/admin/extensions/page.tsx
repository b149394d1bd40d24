import { chosenForm } from '#app/_server/chosen-bar.tsx'
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
import { extensionOf } from '#db/pbx-extension/one.ts'
import {
  type ExtensionFilter,
  type ExtensionHead,
  extensionFilters,
  extensionHead,
  extensionsOf,
} from '#db/pbx-extension/reads.ts'
import { hasPbx } from '#lib/access/products.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { NoPbx } from '../no-pbx.tsx'
import { adminWords } from '../words.ts'
import { asked } from './asked.ts'
import { ChosenForm } from './chosen-form.tsx'
import { ExtensionTable } from './extension-table.tsx'
import { Undo } from './undo.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50

/** The account's extensions by their digits, searched and narrowed through the page's address. */
export default async function ExtensionsPage({ params, searchParams }: Props) {
  const query = await searchParams
  const { search, only, profile, after, undo } = asked(query)
  const page = await accountPage((await params).account, 'module.admin', async (tx, { account }) => ({
    head: await extensionHead(tx, account.id),
    gone: undo ? await extensionOf(tx, account.id, undo) : null,
    ...(await extensionsOf(tx, account.id, { search, only, profile, after, limit })),
  }))
  const { account, brand, language, data } = page
  const { head, extensions, next } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/admin/extensions`
  const narrowed = { q: search, only, profile }
  const at = (more: Record<string, string | null>) => listAddress(list, { ...narrowed, ...more })
  const these = search !== '' || only !== null || profile !== null
  const back = { href: `/accounts/${account.slug}/admin`, label: adminWords[language].title }
  if (!hasPbx(head.products))
    return (
      <AccountFrame page={page} current="admin" query={query}>
        <PageHeader title={words.title} back={back} />
        <NoPbx brand={brand} language={language} />
      </AccountFrame>
    )
  return (
    <AccountFrame page={page} current="admin" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        back={back}
        actions={
          <PageActs
            list={list}
            head={head}
            file={listAddress(`${list}/export`, narrowed)}
            {...{ these, language }}
          />
        }
      />
      <Undo extension={data.gone} accountId={account.id} language={language} />
      {head.total > 0 && <Narrowing {...{ head, search, only, profile, list, language }} />}
      <Card flush={extensions.length > 0} id={`${chosenForm}-extension`}>
        {extensions.length > 0 ? (
          <ExtensionTable extensions={extensions} list={list} language={language} />
        ) : (
          <Nothing list={list} narrowed={these} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: at({}), label: words.first } : null}
        next={next ? { href: at({ after: next }), label: words.next } : null}
      />
      {extensions.length > 0 && (
        <ChosenForm accountId={account.id} profiles={head.profiles} language={language} />
      )}
    </AccountFrame>
  )
}

interface NarrowingProps {
  readonly head: ExtensionHead
  readonly search: string
  readonly only: ExtensionFilter | null
  readonly profile: string | null
  readonly list: string
  readonly language: Language
}

function Narrowing({ head, search, only, profile, list, language }: NarrowingProps) {
  const words = catalogue[language]
  return (
    <>
      <Search
        label={words.search}
        value={search}
        button={words.find}
        action={list}
        keep={{ only: only ?? undefined, profile: profile ?? undefined }}
      />
      <Chips id="filters" label={words.show} items={chips(head, only, { list, search, language })} />
    </>
  )
}

interface PageActsProps {
  readonly list: string
  readonly head: ExtensionHead
  /** The address of the file. */
  readonly file: string
  readonly these: boolean
  readonly language: Language
}

function PageActs({ list, head, file, these, language }: PageActsProps) {
  const words = catalogue[language]
  return (
    <>
      <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
        {words.add}
      </LinkButton>
      <Menu id="extensions-more" label={words.more}>
        <MenuLink href={list.replace(/extensions$/, 'profiles')} icon="key">
          {words.profiles}
        </MenuLink>
        <MenuLink href={`${list}/import`} icon="plus">
          {words.takeIn}
        </MenuLink>
        {head.total > 0 && (
          <MenuLink href={file} icon="download">
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

interface At {
  readonly list: string
  readonly search: string
  readonly language: Language
}

/** What asks for nothing where it is empty is there only where it is not. */
function chips(
  { total, counts }: ExtensionHead,
  only: ExtensionFilter | null,
  { list, search, language }: At,
) {
  const words = catalogue[language].filter
  const toMend = (one: ExtensionFilter) => one === 'astray' || one === 'emergency'
  const shown = extensionFilters.filter(one => !toMend(one) || counts[one] > 0 || only === one)
  return [
    {
      href: listAddress(list, { q: search }),
      label: words.all,
      count: wholeNumber(total, language),
      current: only === null,
    },
    ...shown.map(one => ({
      href: listAddress(list, { q: search, only: one }),
      label: words[one],
      count: wholeNumber(counts[one], language),
      current: one === only,
      tone: toMend(one) ? ('warning' as const) : undefined,
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
      icon="phone"
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
