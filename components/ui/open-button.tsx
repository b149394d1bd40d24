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
  // A form that is sent with GET drops the query of its address: it travels as fields.
  const [path, query] = href.split('?', 2)
  return (
    <form method="get" action={path} className="inline-form">
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
