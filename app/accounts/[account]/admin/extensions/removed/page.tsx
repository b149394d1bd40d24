import { RemovedThings } from '#app/_server/coming-back.tsx'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { removedExtensions } from '#db/pbx-extension/reads.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Extensions that were removed lately, each with the button that brings it back. */
export default async function RemovedPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.admin', (tx, { account }) =>
    removedExtensions(tx, account.id),
  )
  const { account, actor, language, data: extensions } = page
  return (
    <AccountFrame page={page} current="admin" query={await searchParams}>
      <RemovedThings
        action={restore}
        accountId={account.id}
        words={catalogue[language]}
        list={`/accounts/${account.slug}/admin/extensions`}
        field="extension"
        fields={{ how: 'one' }}
        rows={extensions.map(({ id, number, name, at }) => ({
          key: id,
          name: number,
          about: name === number ? '' : name,
          at,
          value: id,
        }))}
        zone={actor.timeZone}
        language={language}
      />
    </AccountFrame>
  )
}
