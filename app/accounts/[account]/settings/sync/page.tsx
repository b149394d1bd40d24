import { backOffice } from '#app/_server/back-office.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Refreshing } from '#components/by-itself/refreshing.tsx'
import { whenPiece } from '#components/time/piece.ts'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type SeenRun, syncPageOf } from '#db/back-office/reads.ts'
import { backOfficeWords } from '#lib/back-office/words.ts'
import { wholeNumber } from '#lib/format.ts'
import { startSync } from './actions.ts'
import { type RunReader, readText, resultText, runBadge, tookText } from './run-text.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 20

/** Where the pull of the provider’s systems stands, the button that begins one, and those that were. */
export default async function SyncPage({ params, searchParams }: Props) {
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await accountPage((await params).account, 'sync.run', (tx, { account }) =>
    syncPageOf(tx, account.id, after, limit),
  )
  const { account, actor, authority, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/sync`
  const { runs, next, latest, waiting } = data
  const reader = { authority, provider: account.providerName, language }
  return (
    <AccountFrame page={page} current="sync" query={query}>
      <PageHeader title={words.title} description={words.description} />
      {waiting > 0 && <Notice>{words.waiting(wholeNumber(waiting, language), waiting)}</Notice>}
      <Standing latest={latest} list={list} accountId={account.id} zone={actor.timeZone} reader={reader} />
      {runs.length > 0 && (
        <Card title={words.history} flush>
          <RunTable runs={runs} list={list} zone={actor.timeZone} reader={reader} />
        </Card>
      )}
      <Pagination
        label={words.pages}
        previous={after ? { href: list, label: words.first } : null}
        next={next ? { href: `${list}?after=${encodeURIComponent(next)}`, label: words.next } : null}
      />
    </AccountFrame>
  )
}

interface StandingProps {
  readonly latest: SeenRun | null
  readonly list: string
  readonly accountId: string
  readonly zone: string
  readonly reader: RunReader
}

function Standing({ latest, list, accountId, zone, reader }: StandingProps) {
  const { language } = reader
  const words = catalogue[language]
  if (!backOffice())
    return (
      <Card>
        <EmptyState icon="ban" title={words.notConnected}>
          {words.notConnectedText}
        </EmptyState>
      </Card>
    )
  if (latest?.state === 'running') return <Running run={latest} list={list} zone={zone} reader={reader} />
  const press = (
    <Form action={startSync} label={words.now}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <SubmitButton icon={<Icon name="refresh" />} pendingLabel={words.starting}>
        {words.now}
      </SubmitButton>
    </Form>
  )
  if (!latest)
    return (
      <Card>
        <EmptyState icon="refresh" title={words.never} actions={press}>
          {words.neverText}
        </EmptyState>
      </Card>
    )
  const { tone, icon, text } = runBadge(latest, language)
  return (
    <Card title={words.state} footer={words.nightly}>
      <div className="grid gap-4">
        <Facts
          items={[
            {
              term: words.result,
              value: (
                <>
                  <Badge tone={tone} icon={icon}>
                    {text}
                  </Badge>
                  <span className="second-line">{resultText(latest, reader)}</span>
                </>
              ),
            },
            {
              term: words.ended,
              value: latest.endedAt && <When at={latest.endedAt} zone={zone} language={language} />,
            },
          ]}
        />
        <div>{press}</div>
      </div>
    </Card>
  )
}

/** How far the running one has come. The page asks for itself again while somebody looks. */
function Running({
  run,
  list,
  zone,
  reader,
}: Omit<StandingProps, 'latest' | 'accountId'> & { run: SeenRun }) {
  const { language } = reader
  const words = catalogue[language]
  const kinds: Readonly<Record<string, string>> = backOfficeWords[language].kind
  const read = readText(run, reader)
  const { tone, icon, text } = runBadge(run, language)
  return (
    <Card title={words.running} description={words.runningText}>
      <Refreshing />
      <div className="grid gap-4">
        <Facts
          items={[
            {
              term: words.result,
              value: (
                <>
                  <Badge tone={tone} icon={icon}>
                    {text}
                  </Badge>
                  <span className="second-line">
                    {kinds[run.kind] ? words.reading(kinds[run.kind] ?? '') : words.beginning}
                    {read && <> · {words.readSoFar(read)}</>}
                  </span>
                </>
              ),
            },
            { term: words.began, value: <When at={run.beganAt} zone={zone} language={language} /> },
            { term: words.by, value: run.askedBy || words.night },
          ]}
        />
        <div>
          <LinkButton href={list} icon={<Icon name="refresh" />}>
            {words.look}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

interface RunTableProps {
  readonly runs: readonly SeenRun[]
  readonly list: string
  readonly zone: string
  readonly reader: RunReader
}

function RunTable({ runs, list, zone, reader }: RunTableProps) {
  const { language } = reader
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.history}
      columns={[
        { id: 'when', label: column.when, rowHeading: true },
        { id: 'by', label: column.by },
        { id: 'took', label: column.took },
        { id: 'result', label: column.result },
      ]}
      rows={runs.map(run => ({
        cells: {
          when: { href: `${list}/${run.id}`, text: whenPiece(run.beganAt, zone, language).text },
          by: run.askedBy || words.night,
          took: tookText(run, language),
          result: [runBadge(run, language), run.state === 'running' ? null : resultText(run, reader)],
        },
      }))}
    />
  )
}
