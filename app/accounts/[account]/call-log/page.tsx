import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { callLogHead, callsOf } from '#db/call-log/reads.ts'
import { may } from '#lib/access/authority.ts'
import { type CallFilter, callQuery, isNarrowed, parseCallFilter } from '#lib/call-log/filter.ts'
import { recordKinds } from '#lib/call-log/record.ts'
import type { Language } from '#lib/language.ts'
import { CallFilters } from './call-filters.tsx'
import { CallTable } from './call-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50
const needs = 'module.call-log'

/** The account's calls, or its switch's own log, the newest first. Callers are named to whoever may read the phonebook. */
export default async function CallLogPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = parseCallFilter(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await accountPage((await params).account, needs, async (tx, { account, authority }) => {
    const names = may(authority, 'module.phonebook')
    const question = { accountId: account.id, filter, zone: account.timeZone, names }
    return { ...(await callsOf(tx, question, after, limit)), head: await callLogHead(tx, account.id) }
  })
  const { account, actor, language, data } = page
  const { calls, next, head } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/call-log`
  const at = (more?: Readonly<Record<string, string>>) => `${list}${callQuery(filter, more)}`
  return (
    <AccountFrame page={page} current="call-log" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <>
            <LinkButton href={`${list}/report${callQuery(filter)}`}>{words.report}</LinkButton>
            <LinkButton href={`${list}/export${callQuery(filter)}`} icon={<Icon name="download" />} download>
              {words.download}
            </LinkButton>
            <LinkButton href={`${list}/import`}>{words.takeIn}</LinkButton>
          </>
        }
      />
      <LogTabs filter={filter} list={list} language={language} />
      {head.any && (
        <CallFilters
          filter={filter}
          numbers={head.numbers}
          list={list}
          zone={account.timeZone}
          language={language}
        />
      )}
      <Card flush={calls.length > 0}>
        {calls.length > 0 ? (
          <CallTable calls={calls} list={list} zone={actor.timeZone} language={language} />
        ) : (
          <Nothing filter={filter} list={list} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: at(), label: words.first } : null}
        next={next ? { href: at({ after: next }), label: words.next } : null}
      />
    </AccountFrame>
  )
}

interface Parts {
  readonly filter: CallFilter
  readonly list: string
  readonly language: Language
}

/** Calls, or the switch's own log: each a link that keeps the filter. */
function LogTabs({ filter, list, language }: Parts) {
  const words = catalogue[language]
  return (
    <nav className="chips" aria-label={words.logs}>
      <ul>
        {recordKinds.map(kind => (
          <li key={kind}>
            <a
              href={`${list}${callQuery({ ...filter, kind })}`}
              className="chip"
              aria-current={kind === filter.kind ? 'true' : undefined}
            >
              {words.log[kind]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Nothing({ filter, list, language }: Parts) {
  const words = catalogue[language]
  if (isNarrowed(filter))
    return (
      <NothingFound title={words.nothing} list={list} showAll={words.clear}>
        {words.nothingText}
      </NothingFound>
    )
  return (
    <EmptyState
      icon="phone"
      title={words.none}
      actions={<LinkButton href={`${list}/import`}>{words.takeIn}</LinkButton>}
    >
      {words.noneText}
    </EmptyState>
  )
}
