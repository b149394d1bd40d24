'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { FurtherLink } from './form-errors.tsx'
import { type Overtaken, onOvertaken, overtakenNow } from './overtaken-store.ts'

/** Where a form that came too late is answered: the page around it shows by then what has become of the thing. */
export function OvertakenNotice({ first = null }: { first?: Overtaken | null | undefined }) {
  const told = useSyncExternalStore(
    onOvertaken,
    () => overtakenNow() ?? first,
    () => first,
  )
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told) box.current?.focus()
  }, [told])
  if (!told) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the page comes anew, and the reader must still land here
    <div ref={box} className="notice form-answer" data-tone="danger" role="alert" tabIndex={-1} autoFocus>
      {told.about && <p className="notice-about">{told.about}</p>}
      <p className="notice-title">{told.message}</p>
      {told.typed.map(({ label, text }) => (
        <p key={text} className="notice-typed">
          {label} {text}
        </p>
      ))}
      {told.further && <FurtherLink {...told.further} />}
    </div>
  )
}
