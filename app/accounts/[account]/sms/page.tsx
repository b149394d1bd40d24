import { sendingIsConnected } from '#app/_server/carry.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { NotConnected } from '#components/sending/not-connected.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Search } from '#components/ui/search.tsx'
import { conversationsOf, smsHead } from '#db/sms/reads.ts'
import { may } from '#lib/access/authority.ts'
import { environment } from '#lib/env.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import { ConversationTable } from './conversation-table.tsx'
import { News } from './news.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50

/** The account's conversations, the latest first. Others are named to whoever may read the phonebook. */
export default async function SmsPage({ params, searchParams }: Props) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? searchText(query.q) : ''
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await accountPage(
    (await params).account,
    'module.sms',
    async (tx, { account, authority }, actor) => {
      const names = may(authority, 'module.phonebook')
      const reading = { accountId: account.id, personId: actor.personId, names }
      const head = await smsHead(tx, account.id)
      return { head, ...(await conversationsOf(tx, reading, { search, after, limit })) }
    },
  )
  const { account, actor, language, data } = page
  const { head, conversations, next } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/sms`
  const connected = sendingIsConnected()
  return (
    <AccountFrame page={page} current="sms" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          connected && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
              {words.write}
            </LinkButton>
          )
        }
      />
      {!connected && <NotConnected language={language} />}
      <News address={`${list}/news`} version={head.version} words={words.news} />
      {head.any && <Search label={words.search} value={search} button={words.find} action={list} />}
      <Card flush={conversations.length > 0}>
        {conversations.length > 0 ? (
          <ConversationTable
            conversations={conversations}
            list={list}
            zone={actor.timeZone}
            language={language}
          />
        ) : (
          <Nothing searched={search !== ''} connected={connected} list={list} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: listAddress(list, { q: search }), label: words.first } : null}
        next={next ? { href: listAddress(list, { q: search, after: next }), label: words.next } : null}
      />
      <p className="field-hint">{words.kept(environment().MESSAGE_MONTHS)}</p>
    </AccountFrame>
  )
}

interface NothingProps {
  readonly searched: boolean
  readonly connected: boolean
  readonly list: string
  readonly language: Language
}

function Nothing({ searched, connected, list, language }: NothingProps) {
  const words = catalogue[language]
  if (searched)
    return (
      <NothingFound title={words.nothing} list={list} showAll={words.clear}>
        {words.nothingText}
      </NothingFound>
    )
  return (
    <EmptyState
      icon="mail"
      title={words.none}
      actions={
        connected && (
          <LinkButton href={`${list}/new`} variant="primary">
            {words.write}
          </LinkButton>
        )
      }
    >
      {words.noneText}
    </EmptyState>
  )
}
