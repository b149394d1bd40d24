'use client'

import { useEffect, useState } from 'react'
import type { Language } from '#lib/language.ts'
import { type Strength, strengthOf } from '#lib/person/new-password.ts'
import { strengthWords } from '#lib/person/words.ts'

const marks: Record<Strength, number> = { empty: 0, short: 1, guessable: 2, good: 3, strong: 4 }

/** How good the password is that is being typed into this field; what may be taken is decided when it is sent. */
export function PasswordStrength(props: {
  readonly field: string
  readonly name: string
  readonly email: string
  /** What the portal is called, as far as anybody may know who sees this page. */
  readonly portal: readonly string[]
  readonly language: Language
}) {
  const { field, name, email, portal, language } = props
  const [strength, setStrength] = useState<Strength>('empty')
  useEffect(() => {
    // The field is made anew after a refusal, so the page is listened to and not the field.
    const weigh = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === field)
        setStrength(strengthOf(target.value, { name, email, portal }))
    }
    document.addEventListener('input', weigh)
    return () => document.removeEventListener('input', weigh)
  }, [field, name, email, portal])
  return (
    <p className="strength" data-strength={strength} aria-live="polite">
      <span className="strength-bar" aria-hidden="true" data-marks={marks[strength]} />
      <span>{strengthWords[language][strength]}</span>
    </p>
  )
}
