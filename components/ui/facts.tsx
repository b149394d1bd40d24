import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode }

/** Facts of one thing, term beside value; on a phone the one above the other. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
