import type { ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'

type OpenButtonProps = ButtonLook & {
  /** The page that shows the same as the dialog. */
  href: string
  /** The id of the `Dialog` on this page. */
  opens: string
  children: ReactNode
  icon?: ReactNode
  /** The id of what says which row it belongs to. */
  describedBy?: string | undefined
}

/**
 * A button that opens a dialog; without JavaScript it goes to the page that shows the same. So it is a link underneath:
 * a form that only leads somewhere leaves a "?" in the address.
 */
export function OpenButton({
  href,
  opens,
  children,
  icon,
  describedBy,
  variant,
  size,
  wide,
}: OpenButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button that leads somewhere without JavaScript
    <a
      href={href}
      role="button"
      data-opens={opens}
      aria-describedby={describedBy}
      {...buttonLook({ variant, size, wide })}
    >
      {icon}
      {children}
    </a>
  )
}
