import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { TakeInForm } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { FaultCard } from '#components/import/fault-card.tsx'
import { importWords as shared } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { lookedAtCalls, type WeighedCalls } from '#db/call-log/take-in.ts'
import { callWords } from '#lib/call-log/words.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as callLog } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as own } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(shared, words => words.report)

/** What a file would come to: what is wrong with it, or the button that takes it in. */
export default async function LookedAtCallsPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.call-log', (tx, { account }, { personId }) =>
    lookedAtCalls(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  const { upload, weighed } = data
  const words = shared[language]
  const root = `/accounts/${account.slug}/call-log`
  return (
    <AccountFrame page={page} current="call-log" query={await searchParams} width="wide">
      <PageHeader
        title={words.report}
        back={{ href: root, label: callLog[language].title }}
        actions={<LinkButton href={`${root}/import`}>{words.another}</LinkButton>}
      />
      {upload.takenAt ? (
        <Notice tone="success">{words.taken}</Notice>
      ) : upload.faultCount > 0 ? (
        <FaultCard
          faults={upload.faults}
          count={upload.faultCount}
          columns={callWords[language].field}
          language={language}
        />
      ) : (
        <Ready {...{ weighed, accountId: account.id, uploadId: upload.id, root, language }} />
      )}
    </AccountFrame>
  )
}

interface ReadyProps {
  readonly weighed: WeighedCalls
  readonly accountId: string
  readonly uploadId: string
  readonly root: string
  readonly language: Language
}

/** Nothing is wrong: what would happen, in numbers, and the form that lets it. */
function Ready({ weighed: { fresh, known }, accountId, uploadId, root, language }: ReadyProps) {
  const words = { ...shared[language], ...own[language] }
  return (
    <Card>
      <Notice tone={fresh.length === 0 ? 'neutral' : 'info'}>
        {fresh.length === 0 ? words.nothing : words.ready}
      </Notice>
      <Facts
        items={[
          { term: words.added, value: wholeNumber(fresh.length, language) },
          { term: words.known, value: wholeNumber(known, language) },
        ]}
      />
      {fresh.length > 0 && <TakeInForm action={takeIn} back={root} {...{ accountId, uploadId, language }} />}
    </Card>
  )
}
