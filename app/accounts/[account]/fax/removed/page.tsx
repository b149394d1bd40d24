import { RemovedThings } from '#app/_server/coming-back.tsx'
import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { removedFaxes } from '#db/fax/reads.ts'
import { faxWords } from '#lib/fax/words.ts'
import { restore } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.removed)

/** Faxes that were removed lately, each with the button that brings it back. */
export default async function RemovedFaxesPage({ params, searchParams }: Props) {
  const page = await accountPage((await params).account, 'module.fax', (tx, { account }) =>
    removedFaxes(tx, account.id),
  )
  const { account, actor, language, data: faxes } = page
  const { withheld, direction } = faxWords[language]
  return (
    <AccountFrame page={page} current="fax" query={await searchParams}>
      <RemovedThings
        action={restore}
        accountId={account.id}
        words={catalogue[language]}
        list={`/accounts/${account.slug}/fax`}
        field="fax"
        rows={faxes.map(one => ({
          key: one.id,
          name: one.otherNumber || withheld,
          about: one.title,
          kind: direction[one.direction],
          at: one.at,
          value: one.id,
        }))}
        zone={actor.timeZone}
        language={language}
      />
    </AccountFrame>
  )
}
