import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  /** Buttons of the page, the main one first. */
  actions?: ReactNode
  /** The page one level up. */
  back?: { href: string; label: string } | undefined
  /** A state beside the title. */
  badge?: ReactNode
}

/** The head of a page, with its only `<h1>`. */
export function PageHeader({ title, description, actions, back, badge }: PageHeaderProps) {
  return (
    <header className="page-header">
      {back && (
        <a className="page-back" href={back.href}>
          <Icon name="arrow-left" />
          {back.label}
        </a>
      )}
      <div className="page-header-row">
        <div className="page-header-text">
          <h1>
            {title}
            {badge && <span className="page-header-badge">{badge}</span>}
          </h1>
          {description && <p className="page-description">{description}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
    </header>
  )
}
