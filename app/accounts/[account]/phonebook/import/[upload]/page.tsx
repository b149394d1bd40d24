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
import { lookedAt } from '#db/phonebook/take-in.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { TakeIn } from '#lib/phonebook/take-in.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { words as phonebook } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as own } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.report)

/** What a file would come to, as the phonebook is by now: what is wrong with it, or the button that takes it in. */
export default async function LookedAtPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.phonebook', (tx, { account }, { personId }) =>
    lookedAt(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  const { upload, weighed } = data
  const words = catalogue[language]
  const root = `/accounts/${account.slug}/phonebook`
  const again = <LinkButton href={`${root}/import`}>{words.another}</LinkButton>
  const faults = [...upload.faults, ...weighed.faults]
  const count = upload.faultCount + weighed.faults.length
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams} width="wide">
      <PageHeader
        title={words.report}
        back={{ href: root, label: phonebook[language].title }}
        actions={again}
      />
      {upload.takenAt ? (
        <Notice tone="success">{words.taken}</Notice>
      ) : count > 0 ? (
        <FaultCard
          faults={faults}
          count={count}
          columns={phonebookWords[language].field}
          own={own[language].fault}
          language={language}
        />
      ) : (
        <Ready {...{ weighed, accountId: account.id, uploadId: upload.id, root, language }} />
      )}
    </AccountFrame>
  )
}

interface ReadyProps {
  readonly weighed: TakeIn
  readonly accountId: string
  readonly uploadId: string
  readonly root: string
  readonly language: Language
}

/** Nothing is wrong: what would happen, in numbers, and the form that lets it. */
function Ready({ weighed, accountId, uploadId, root, language }: ReadyProps) {
  const words = { ...catalogue[language], ...own[language] }
  const { added, changed, same, newGroups, joins } = weighed
  const count = (list: readonly unknown[]) => wholeNumber(list.length, language)
  const nothing = added.length + changed.length + newGroups.length + joins.length === 0
  return (
    <Card>
      <Notice tone={nothing ? 'neutral' : 'info'}>{nothing ? words.nothing : words.ready}</Notice>
      <Facts
        items={[
          { term: words.added, value: count(added) },
          { term: words.changed, value: count(changed) },
          { term: words.same, value: wholeNumber(same, language) },
          {
            term: words.newGroups,
            value: newGroups.map(group => group.name).join(', ') || count(newGroups),
          },
        ]}
      />
      {!nothing && <TakeInForm action={takeIn} back={root} {...{ accountId, uploadId, language }} />}
    </Card>
  )
}
