import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { runOf, type WholeRun } from '#db/back-office/reads.ts'
import type { Authority } from '#lib/access/authority.ts'
import { readsKind } from '#lib/back-office/seen.ts'
import { backOfficeWords, faultSentence, placeText } from '#lib/back-office/words.ts'
import type { Language } from '#lib/language.ts'
import { type RunReader, readText, resultText, runBadge, tookText } from '../run-text.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; run: string }>
}

export const generateMetadata = titled(catalogue, words => words.page)

/**
 * One pull: what came of it, what was refused and why. Whoever may press without seeing what is pulled is told the
 * places of what was refused; numbers, names and keys stand here for those who may read the things themselves.
 */
export default async function RunPage({ params }: Props) {
  const { account: slug, run: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'sync.run', (tx, { account }) => runOf(tx, account.id, id))
  const { account, actor, authority, language, data: run } = page
  if (!run) notFound()
  const words = catalogue[language]
  const { tone, icon, text } = runBadge(run, language)
  return (
    <AccountFrame page={page} current="sync">
      <PageHeader
        title={words.page}
        back={{ href: `/accounts/${account.slug}/settings/sync`, label: words.title }}
        badge={
          <Badge tone={tone} icon={icon}>
            {text}
          </Badge>
        }
      />
      <Card>
        <Facts
          items={factsOf(run, actor.timeZone, { authority, provider: account.providerName, language })}
        />
      </Card>
      <Refused run={run} authority={authority} language={language} />
      <Changed run={run} authority={authority} language={language} />
    </AccountFrame>
  )
}

function factsOf(run: WholeRun, zone: string, reader: RunReader): readonly Fact[] {
  const { language } = reader
  const words = catalogue[language]
  const took = tookText(run, language)
  const facts: readonly (Fact | null)[] = [
    { term: words.began, value: <When at={run.beganAt} zone={zone} language={language} /> },
    run.endedAt && { term: words.ended, value: <When at={run.endedAt} zone={zone} language={language} /> },
    took ? { term: words.column.took, value: took } : null,
    { term: words.by, value: run.askedBy || words.night },
    { term: words.read, value: readText(run, reader) || '–' },
    run.state === 'running' ? null : { term: words.result, value: resultText(run, reader) },
  ]
  return facts.filter(fact => fact !== null)
}

interface PartProps {
  readonly run: WholeRun
  readonly authority: Authority
  readonly language: Language
}

const mostListed = 50

function Refused({ run, authority, language }: PartProps) {
  const words = catalogue[language]
  const { faultColumn } = words
  if (run.faults.length === 0) return null
  return (
    <Card
      title={words.refused}
      description={words.refusedText}
      footer={run.faults.length >= mostListed && words.onlyFirst}
      flush
    >
      <LongTable
        caption={words.refused}
        columns={[
          { id: 'place', label: faultColumn.place, rowHeading: true },
          { id: 'field', label: faultColumn.field },
          { id: 'cure', label: faultColumn.cure },
          { id: 'key', label: faultColumn.key },
        ]}
        rows={run.faults.map(fault => ({
          cells: {
            place: placeText(fault, language),
            field: fault.field || '–',
            cure: faultSentence(fault.code, language),
            key: (readsKind(authority, fault.kind) && fault.key) || '–',
          },
        }))}
      />
    </Card>
  )
}

function Changed({ run, authority, language }: PartProps) {
  const words = catalogue[language]
  const { changeColumn } = words
  const kinds: Readonly<Record<string, string>> = backOfficeWords[language].kind
  const told = run.told.filter(one => readsKind(authority, one.kind))
  if (told.length === 0) return null
  return (
    <Card title={words.changed} footer={run.told.length >= mostListed && words.onlyFirst} flush>
      <LongTable
        caption={words.changed}
        columns={[
          { id: 'name', label: changeColumn.name, rowHeading: true },
          { id: 'kind', label: changeColumn.kind },
          { id: 'did', label: changeColumn.did },
        ]}
        rows={told.map(one => ({
          cells: { name: one.name, kind: kinds[one.kind] ?? one.kind, did: words.did[one.did] },
        }))}
      />
    </Card>
  )
}
