'use client'

import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'

type CopyButtonProps = ButtonLook & {
  text: string
  children: ReactNode
  /** Said once it is done: "Copied". */
  copied: string
  icon?: ReactNode
}

/** Copies a text. Where there is no script it isn't there, so show the text beside it to be selected. */
export function CopyButton({ text, children, copied, icon, variant, size = 'small', wide }: CopyButtonProps) {
  const [done, setDone] = useState(false)
  const able = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), 4000)
    return () => clearTimeout(timer)
  }, [done])

  return (
    <button
      type="button"
      hidden={!able}
      {...buttonLook({ variant, size, wide })}
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setDone(true),
          () => setDone(false),
        )
      }
    >
      {icon}
      <span aria-live="polite">{done ? copied : children}</span>
    </button>
  )
}

const never = () => () => {}
