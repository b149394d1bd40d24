import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { LookedAt } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { lookedAt } from '#db/pbx-extension/take-in.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { TakeIn } from '#lib/pbx-extension/take-in.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { words as extensions } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(importWords, words => words.report)

/** What a file would come to, as the account is by now. */
export default async function LookedAtPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.admin', (tx, { account }, { personId }) =>
    lookedAt(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  const { field, fault } = pbxWords[language]
  const { twice, tooMany } = catalogue[language]
  return (
    <AccountFrame page={page} current="admin" query={await searchParams} width="wide">
      <LookedAt
        action={takeIn}
        accountId={account.id}
        back={`/accounts/${account.slug}/admin/extensions`}
        listTitle={extensions[language].title}
        upload={data.upload}
        misfits={data.weighed.faults}
        columns={field}
        own={{ ...fault, twice, 'too-many': tooMany }}
        {...counted(data.weighed, language)}
        language={language}
      />
    </AccountFrame>
  )
}

function counted({ added, changed, same }: TakeIn, language: Language) {
  const words = importWords[language]
  return {
    nothing: added.length + changed.length === 0 ? catalogue[language].nothing : null,
    counts: [
      { term: words.added, value: wholeNumber(added.length, language) },
      { term: words.changed, value: wholeNumber(changed.length, language) },
      { term: words.same, value: wholeNumber(same, language) },
    ],
  }
}
