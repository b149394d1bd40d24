import type { ReactNode } from 'react'
import { Icon, type IconName } from '#components/ui/icon.tsx'

type PlainPageProps = {
  icon?: IconName | undefined
  /** The language of the words, where the page around them may not know it. */
  lang?: string | undefined
  title: ReactNode
  children?: ReactNode
  /** What to do next: links, never a dead end. */
  actions?: ReactNode
  /** A number that support can find in the log. */
  reference?: string | undefined
  /** Whose portal it is, where that is known. */
  head?: ReactNode
  /** Whom to turn to, where that is known. */
  foot?: ReactNode
}

/**
 * The body of a page that has nothing to show: not found, failed, not here. Knows no brand itself, so it always works;
 * whoever knows one gives its mark and its support.
 */
export function PlainPage(props: PlainPageProps) {
  const { icon = 'question', lang, title, children, actions, reference, head, foot } = props
  return (
    <>
      {head && <header className="plain-head">{head}</header>}
      <main id="main" className="plain-page" lang={lang} tabIndex={-1}>
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
      {foot}
    </>
  )
}
