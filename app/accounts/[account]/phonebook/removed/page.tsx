import { RemovedThings } from '#app/_server/coming-back.tsx'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { removedOf } from '#db/phonebook/reads.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Contacts and groups that were removed lately, each with the button that brings it back. */
export default async function RemovedPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.phonebook', (tx, { account }) =>
    removedOf(tx, account.id),
  )
  const { account, actor, language, data: things } = page
  const words = catalogue[language]
  return (
    <AccountFrame page={page} current="phonebook" query={await searchParams}>
      <RemovedThings
        action={restore}
        accountId={account.id}
        words={words}
        list={`/accounts/${account.slug}/phonebook`}
        field="thing"
        rows={things.map(({ id, kind, name, about, at }) => ({
          key: id,
          name,
          about,
          kind: words.kind[kind],
          at,
          value: `${kind}:${id}`,
        }))}
        zone={actor.timeZone}
        language={language}
      />
    </AccountFrame>
  )
}
