import { Icon } from './icon.tsx'

type PaginationProps = {
  label: string
  previous: { href: string; label: string } | null
  next: { href: string; label: string } | null
  /** "1 to 25 of 1,204", where it is known. */
  summary?: string | undefined
}

/** Forth and back through a keyset-paged list. Not shown where there is nowhere to go. */
export function Pagination({ label, previous, next, summary }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav className="pagination" aria-label={label}>
      {summary && <p>{summary}</p>}
      {previous && (
        <a className="button" data-variant="secondary" data-size="small" href={previous.href} rel="prev">
          <Icon name="arrow-left" />
          {previous.label}
        </a>
      )}
      {next && (
        <a className="button" data-variant="secondary" data-size="small" href={next.href} rel="next">
          {next.label}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
