import { EmptyState } from './empty-state.tsx'
import { NothingFound } from './nothing-found.tsx'

interface NothingListedProps {
  /** Whether there may be something that the list is narrowed to leave out. */
  readonly narrowed: boolean
  /** Address of the whole list. */
  readonly list: string
  readonly words: {
    readonly none: string
    readonly noneText: string
    readonly nothing: string
    readonly nothingText: string
    readonly clear: string
  }
}

/** In place of an empty list that only others can fill: there is nothing, or nothing of what was asked for. */
export function NothingListed({ narrowed, list, words }: NothingListedProps) {
  if (!narrowed)
    return (
      <EmptyState icon="info" title={words.none}>
        {words.noneText}
      </EmptyState>
    )
  return (
    <NothingFound title={words.nothing} list={list} showAll={words.clear}>
      {words.nothingText}
    </NothingFound>
  )
}
