import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import { LinkButton } from './link-button.tsx'

interface NothingFoundProps {
  readonly title: ReactNode
  /** Address of the whole list. */
  readonly list: string
  /** What leads there is called. */
  readonly showAll: string
  readonly children?: ReactNode
}

/** In place of a list that was narrowed to nothing: says so, and leads back to all of it. */
export function NothingFound({ title, list, showAll, children }: NothingFoundProps) {
  return (
    <EmptyState icon="search" title={title} actions={<LinkButton href={list}>{showAll}</LinkButton>}>
      {children}
    </EmptyState>
  )
}
