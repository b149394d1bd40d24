import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { Search } from '#components/ui/search.tsx'
import type { DecidedAccount } from '#db/invitation/share.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface AccountChoiceProps {
  /** The address of the page itself. */
  readonly own: string
  readonly search: string
  readonly list: { readonly accounts: readonly DecidedAccount[]; readonly more: boolean }
  readonly language: Language
}

const worthSearching = 8

/** For which of several accounts the firm is to be invited. */
export function AccountChoice({ own, search, list, language }: AccountChoiceProps) {
  const words = catalogue[language]
  const { accounts, more } = list
  return (
    <Card title={words.choose} description={words.chooseText}>
      {(search !== '' || more || accounts.length > worthSearching) && (
        <Search label={words.search} button={words.searchButton} value={search} action={own} />
      )}
      {accounts.length > 0 ? (
        <ul className="stack" aria-label={words.accounts}>
          {accounts.map(({ slug, name }) => (
            <li key={slug}>
              <LinkButton href={`${own}?account=${encodeURIComponent(slug)}`}>{name}</LinkButton>
            </li>
          ))}
        </ul>
      ) : (
        <NothingFound title={words.notFound(search)} list={own} showAll={words.showAll} />
      )}
      {more && <p className="field-hint">{words.more}</p>}
    </Card>
  )
}
