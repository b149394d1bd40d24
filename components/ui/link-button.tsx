import type { ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'

type LinkButtonProps = ButtonLook & {
  href: string
  children: ReactNode
  icon?: ReactNode
  /** For a reader who hears links without their row: "Review access for Brightline IT". */
  label?: string | undefined
  id?: string | undefined
  download?: boolean | undefined
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({
  href,
  children,
  icon,
  label,
  variant,
  size,
  wide,
  id,
  download,
}: LinkButtonProps) {
  return (
    <a href={href} id={id} aria-label={label} download={download} {...buttonLook({ variant, size, wide })}>
      {icon}
      {children}
    </a>
  )
}
