import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { LookedAt } from '#app/_server/import-forms.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { importWords } from '#components/import/words.ts'
import { lookedAt } from '#db/phonebook/take-in.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { TakeIn } from '#lib/phonebook/take-in.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { words as phonebook } from '../../words.ts'
import { takeIn } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; upload: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(importWords, words => words.report)

/** What a file would come to, as the phonebook is by now. */
export default async function LookedAtPage({ params, searchParams }: Props) {
  const { account: slug, upload: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.phonebook', (tx, { account }, { personId }) =>
    lookedAt(tx, { accountId: account.id, personId }, id),
  )
  const { account, language, data } = page
  if (!data) notFound()
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams} width="wide">
      <LookedAt
        action={takeIn}
        accountId={account.id}
        back={`/accounts/${account.slug}/phonebook`}
        listTitle={phonebook[language].title}
        upload={data.upload}
        misfits={data.weighed.faults}
        columns={phonebookWords[language].field}
        own={catalogue[language].fault}
        {...counted(data.weighed, language)}
        language={language}
      />
    </AccountFrame>
  )
}

function counted({ added, changed, same, newGroups, joins }: TakeIn, language: Language) {
  const words = { ...importWords[language], ...catalogue[language] }
  const count = (list: readonly unknown[]) => wholeNumber(list.length, language)
  const groups = newGroups.map(group => group.name).join(', ') || count(newGroups)
  return {
    nothing: added.length + changed.length + newGroups.length + joins.length === 0 ? words.nothing : null,
    counts: [
      { term: words.added, value: count(added) },
      { term: words.changed, value: count(changed) },
      { term: words.same, value: wholeNumber(same, language) },
      { term: words.newGroups, value: groups },
    ],
  }
}
