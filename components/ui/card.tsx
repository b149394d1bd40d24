import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type CardProps = {
  title?: ReactNode
  description?: ReactNode
  /** Stand at the right of the title. */
  actions?: ReactNode
  /** A strip at the foot, for the button that saves or a note. */
  footer?: ReactNode
  /** `highlight` lifts it out, in green: what waits for the reader, and who comes from outside. `danger` frames what cannot be undone. */
  tone?: 'plain' | 'highlight' | 'danger' | undefined
  /** No inner space: for a table that fills the card. */
  flush?: boolean | undefined
  id?: string | undefined
  className?: string | undefined
  children?: ReactNode
}

/** A part of a page, framed. Its title is an `<h2>`. */
export function Card(props: CardProps) {
  const { title, description, actions, footer, tone = 'plain', flush, id, className, children } = props
  return (
    <section
      id={id}
      className={classNames('card', className)}
      data-tone={tone}
      data-flush={flush || undefined}
    >
      {(title || actions) && (
        <div className="card-head">
          <div>
            {title && <h2>{title}</h2>}
            {description && <p className="card-description">{description}</p>}
          </div>
          {actions && <div className="card-actions">{actions}</div>}
        </div>
      )}
      {children && <div className="card-body">{children}</div>}
      {footer && <div className="card-footer">{footer}</div>}
    </section>
  )
}
