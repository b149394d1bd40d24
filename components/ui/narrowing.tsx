import type { ReactNode } from 'react'
import { Card } from './card.tsx'
import { FormActions } from './fieldset.tsx'
import { LinkButton } from './link-button.tsx'
import { Notice } from './notice.tsx'
import { Search } from './search.tsx'

interface Words {
  readonly search: string
  readonly find: string
  readonly filter: string
  readonly show: string
  readonly clear: string
}

interface NarrowingProps {
  readonly words: Words
  readonly list: string
  readonly search: string
  /** What the list is narrowed to beside the search, by the name of its field; the empty ones are none. */
  readonly keep: Readonly<Record<string, string>>
  /** What of the address could not be read, in words. */
  readonly misread: readonly string[]
  readonly open: boolean
  /** There is something to clear. */
  readonly narrowed: boolean
  /** Fields that are not seen. */
  readonly hidden?: ReactNode
  readonly hint: string
  /** The fields. */
  readonly children: ReactNode
}

/** A search, and behind a fold all that a list can be narrowed to; all of it only changes the page's address. */
export function Narrowing(props: NarrowingProps) {
  const { words, list, search, keep, misread, open } = props
  const kept = Object.fromEntries(Object.entries(keep).filter(([, value]) => value !== ''))
  return (
    <>
      <Search label={words.search} value={search} button={words.find} action={list} keep={kept} />
      {misread.length > 0 && <Notice tone="warning">{misread.join(' ')}</Notice>}
      <details className="disclosure no-print" open={open}>
        <summary>{words.filter}</summary>
        <Card className="mt-3">
          <NarrowingForm {...props} />
        </Card>
      </details>
    </>
  )
}

function NarrowingForm({ words, list, search, narrowed, hidden, hint, children }: NarrowingProps) {
  return (
    <form method="get" action={list} className="form" aria-label={words.filter}>
      {hidden}
      {search && <input type="hidden" name="q" value={search} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
      <p className="field-hint">{hint}</p>
      <FormActions>
        <button type="submit" className="button" data-variant="primary">
          {words.show}
        </button>
        {narrowed && (
          <LinkButton href={list} variant="quiet">
            {words.clear}
          </LinkButton>
        )}
      </FormActions>
    </form>
  )
}
