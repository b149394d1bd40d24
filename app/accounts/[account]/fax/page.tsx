import { z } from 'zod'
import { sendingIsConnected } from '#app/_server/carry.ts'
import { UndoBar } from '#app/_server/coming-back.tsx'
import { AccountFrame } from '#app/_server/frames.tsx'
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
import { faxesOf, faxHead, faxOf, type OneFax } from '#db/fax/reads.ts'
import { may } from '#lib/access/authority.ts'
import { environment } from '#lib/env.ts'
import { type FaxFilter, faxQuery, isNarrowed, parseFaxFilter } from '#lib/fax/filter.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { FaxFilters } from './fax-filters.tsx'
import { FaxTable, partyText } from './fax-table.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50

/** The account's faxes, the newest first. Others are named to whoever may read the phonebook. */
export default async function FaxPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = parseFaxFilter(query)
  const after = typeof query.after === 'string' ? query.after : undefined
  const undo = z.uuid().safeParse(query.undo).data ?? null
  const page = await accountPage((await params).account, 'module.fax', async (tx, { account, authority }) => {
    const names = may(authority, 'module.phonebook')
    const question = { accountId: account.id, filter, zone: account.timeZone, names }
    const gone = undo ? await faxOf(tx, account.id, undo, names) : null
    return { gone, head: await faxHead(tx, account.id), ...(await faxesOf(tx, question, after, limit)) }
  })
  const { account, actor, language, data } = page
  const { head, faxes, next } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/fax`
  const at = (more?: Readonly<Record<string, string>>) => `${list}${faxQuery(filter, more)}`
  const connected = sendingIsConnected()
  return (
    <AccountFrame page={page} current="fax" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <>
            {connected && (
              <LinkButton href={`${list}/new`} variant="primary" icon={<Icon name="plus" />}>
                {words.write}
              </LinkButton>
            )}
            <LinkButton href={`${list}/removed`} icon={<Icon name="trash" />}>
              {words.removed} ({wholeNumber(head.removed, language)})
            </LinkButton>
          </>
        }
      />
      {!connected && <NotConnected language={language} />}
      <Undo fax={data.gone} accountId={account.id} language={language} />
      {(head.any || isNarrowed(filter)) && (
        <FaxFilters filter={filter} list={list} zone={account.timeZone} language={language} />
      )}
      <Card flush={faxes.length > 0}>
        {faxes.length > 0 ? (
          <FaxTable faxes={faxes} list={list} zone={actor.timeZone} language={language} />
        ) : (
          <Nothing filter={filter} connected={connected} list={list} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: at(), label: words.first } : null}
        next={next ? { href: at({ after: next }), label: words.next } : null}
      />
      <p className="field-hint">{words.kept(environment().MESSAGE_MONTHS)}</p>
    </AccountFrame>
  )
}

interface UndoProps {
  /** The fax that was removed a moment ago, if the address names one. */
  readonly fax: OneFax | null
  readonly accountId: string
  readonly language: Language
}

function Undo({ fax, accountId, language }: UndoProps) {
  if (!fax?.removed?.canComeBack) return null
  const label = catalogue[language].restoreNamed(partyText(fax, language))
  return <UndoBar action={restore} accountId={accountId} label={label} fields={{ fax: fax.id }} />
}

interface NothingProps {
  readonly filter: FaxFilter
  readonly connected: boolean
  readonly list: string
  readonly language: Language
}

function Nothing({ filter, connected, list, language }: NothingProps) {
  const words = catalogue[language]
  if (isNarrowed(filter))
    return (
      <NothingFound title={words.nothing} list={list} showAll={words.clear}>
        {words.nothingText}
      </NothingFound>
    )
  return (
    <EmptyState
      icon="print"
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
