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

/** A button that opens a dialog; without JavaScript it goes to the page that shows the same. */
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
    <form method="get" action={href} className="inline-form">
      <button
        type="submit"
        data-opens={opens}
        aria-describedby={describedBy}
        {...buttonLook({ variant, size, wide })}
      >
        {icon}
        {children}
      </button>
    </form>
  )
}
