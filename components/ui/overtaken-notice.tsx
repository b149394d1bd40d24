'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { FurtherLink } from './form-errors.tsx'
import { onOvertaken, overtakenNow } from './overtaken-store.ts'

/** Where a form that came too late is answered: the page around it shows by then what has become of the thing. */
export function OvertakenNotice() {
  const told = useSyncExternalStore(onOvertaken, overtakenNow, () => null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told) box.current?.focus()
  }, [told])
  if (!told) return null
  return (
    <div ref={box} className="notice form-answer" data-tone="danger" role="alert" tabIndex={-1}>
      {told.about && <p className="notice-about">{told.about}</p>}
      <p className="notice-title">{told.message}</p>
      {told.typed.map(({ label, text }) => (
        <p key={label} className="notice-typed">
          {label} {text}
        </p>
      ))}
      {told.further && <FurtherLink {...told.further} />}
    </div>
  )
}
