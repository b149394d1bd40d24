import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'warning',
}

type NoticeProps = {
  tone?: Tone | undefined
  title?: ReactNode
  children?: ReactNode
  /** Buttons or links that help. */
  actions?: ReactNode
  /** `status` for the result of what was just done, `alert` for what must be heard at once; neither for standing advice. */
  live?: 'status' | 'alert' | undefined
  id?: string | undefined
}

/** A few sentences that stand out from the page. */
export function Notice({ tone = 'info', title, children, actions, live, id }: NoticeProps) {
  return (
    <div id={id} className="notice" data-tone={tone} role={live}>
      <Icon name={icons[tone]} size={20} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
