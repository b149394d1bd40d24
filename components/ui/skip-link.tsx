/** The first stop of the Tab key: past the navigation, to the page itself. */
export function SkipLink({ href = '#main', children }: { href?: string; children: string }) {
  return (
    <a className="skip-link" href={href}>
      {children}
    </a>
  )
}
