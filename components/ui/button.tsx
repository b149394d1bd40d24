import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'

type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'formAction'> & {
    children: ReactNode
    icon?: ReactNode
  }

/**
 * A native button. `type` is `button` unless said otherwise; for the button of a form take `SubmitButton`, or this one
 * with `type="submit"` where a list has many (no script is sent for it).
 */
export function Button({ variant, size, wide, icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} {...buttonLook({ variant, size, wide })} {...rest}>
      {icon}
      {children}
    </button>
  )
}
