import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

/** The drawing of a tone that nothing else is known of. */
export const toneIcon: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'check-circle',
  warning: 'warning',
  danger: 'cross-circle',
}

type BadgeProps = {
  tone: Tone
  /** The drawing that tells this state from another one of the same tone. */
  icon?: IconName | undefined
  children: ReactNode
}

/** A state on a row: icon, word and colour, so that no one of them has to carry it. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={icon ?? toneIcon[tone]} />
      {children}
    </span>
  )
}
