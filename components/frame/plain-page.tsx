import type { ReactNode } from 'react'
import { Icon, type IconName } from '#components/ui/icon.tsx'

type PlainPageProps = {
  icon?: IconName | undefined
  title: ReactNode
  children?: ReactNode
  /** What to do next: links, never a dead end. */
  actions?: ReactNode
  /** A number that support can find in the log. */
  reference?: string | undefined
}

/** The body of a page that has nothing to show: not found, failed, not here. Knows no brand, so it always works. */
export function PlainPage({ icon = 'question', title, children, actions, reference }: PlainPageProps) {
  return (
    <main id="main" className="plain-page" tabIndex={-1}>
      <span className="empty-state-icon">
        <Icon name={icon} size={20} />
      </span>
      <h1>{title}</h1>
      {children && <div className="plain-page-text">{children}</div>}
      {actions && <div className="empty-state-actions">{actions}</div>}
      {reference && (
        <p className="plain-page-reference">
          <code className="code">{reference}</code>
        </p>
      )}
    </main>
  )
}
