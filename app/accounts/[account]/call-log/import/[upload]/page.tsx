import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { LookedAt } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { lookedAtCalls } from '#db/call-log/take-in.ts'
import { callWords } from '#lib/call-log/words.ts'
import { wholeNumber } from '#lib/format.ts'
import { words as callLog } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(importWords, words => words.report)

/** What a file would come to. */
export default async function LookedAtCallsPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.call-log', (tx, { account }, { personId }) =>
    lookedAtCalls(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  const { fresh, known } = data.weighed
  const words = catalogue[language]
  return (
    <AccountFrame page={page} current="call-log" query={await searchParams} width="wide">
      <LookedAt
        action={takeIn}
        accountId={account.id}
        back={`/accounts/${account.slug}/call-log`}
        listTitle={callLog[language].title}
        upload={data.upload}
        columns={callWords[language].field}
        nothing={fresh.length === 0 ? words.nothing : null}
        counts={[
          { term: importWords[language].added, value: wholeNumber(fresh.length, language) },
          { term: words.known, value: wholeNumber(known, language) },
        ]}
        language={language}
      />
    </AccountFrame>
  )
}
