import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { TakeInForm } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { FaultCard } from '#components/import/fault-card.tsx'
import { importWords as catalogue } from '#components/import/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { lookedAt } from '#db/pbx-extension/take-in.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { TakeIn } from '#lib/pbx-extension/take-in.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { words as extensions } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as own } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.report)

/** What a file would come to, as the account is by now: what is wrong with it, or the button that takes it in. */
export default async function LookedAtPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.admin', (tx, { account }, { personId }) =>
    lookedAt(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  const { upload, weighed } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/admin/extensions`
  const again = <LinkButton href={`${list}/import`}>{words.another}</LinkButton>
  const { field, fault } = pbxWords[language]
  const { twice, tooMany } = own[language]
  return (
    <AccountFrame page={page} current="admin" query={await searchParams} width="wide">
      <PageHeader
        title={words.report}
        back={{ href: list, label: extensions[language].title }}
        actions={again}
      />
      {upload.takenAt ? (
        <Notice tone="success">{words.taken}</Notice>
      ) : upload.faultCount + weighed.faults.length > 0 ? (
        <FaultCard
          faults={[...upload.faults, ...weighed.faults]}
          count={upload.faultCount + weighed.faults.length}
          columns={field}
          own={{ ...fault, twice, 'too-many': tooMany }}
          language={language}
        />
      ) : (
        <Ready {...{ weighed, accountId: account.id, uploadId: upload.id, list, language }} />
      )}
    </AccountFrame>
  )
}

interface ReadyProps {
  readonly weighed: TakeIn
  readonly accountId: string
  readonly uploadId: string
  readonly list: string
  readonly language: Language
}

/** Nothing is wrong: what would happen, in numbers, and the form that lets it. */
function Ready({ weighed, accountId, uploadId, list, language }: ReadyProps) {
  const words = catalogue[language]
  const { added, changed, same } = weighed
  const nothing = added.length + changed.length === 0
  return (
    <Card>
      <Notice tone={nothing ? 'neutral' : 'info'}>{nothing ? own[language].nothing : words.ready}</Notice>
      <Facts
        items={[
          { term: words.added, value: wholeNumber(added.length, language) },
          { term: words.changed, value: wholeNumber(changed.length, language) },
          { term: words.same, value: wholeNumber(same, language) },
        ]}
      />
      {!nothing && <TakeInForm action={takeIn} back={list} {...{ accountId, uploadId, language }} />}
    </Card>
  )
}
