'use client'

import { useEffect, useRef, useState } from 'react'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import type { Capability } from '#lib/access/capabilities.ts'
import { toldOf } from '#lib/access/told.ts'

export interface RoleChoice {
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly gives: readonly Capability[]
  /** What it gives on client accounts, too. */
  readonly onClients: string | null
}

interface Props {
  readonly legend: string
  readonly roles: readonly RoleChoice[]
  readonly chosen: readonly string[]
  /** What each right lets somebody do. */
  readonly texts: Readonly<Partial<Record<Capability, string>>>
  readonly words: {
    readonly together: string
    readonly nothing: string
    /** Where no script can sum up. */
    readonly later: string
  }
}

/** The roles that may be given, each with what it can do, and what those that are ticked come to together. */
export function RoleFields({ legend, roles, chosen, texts, words }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [ticked, setTicked] = useState<readonly string[] | null>(null)
  const read = () =>
    setTicked(
      [...(box.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map(({ value }) => value),
    )
  useEffect(read, [])
  const held = roles.filter(({ value }) => ticked?.includes(value))
  const sum = toldOf([...new Set(held.flatMap(({ gives }) => gives))]).flatMap(one => texts[one] ?? [])
  const all = [...sum, ...held.flatMap(({ onClients }) => onClients ?? [])]
  return (
    <div ref={box} onChange={read}>
      <CheckboxGroup name="roles" legend={legend} layout="cards" defaultValues={chosen} options={roles} />
      <p className="field-hint" aria-live="polite">
        {ticked === null
          ? words.later
          : all.length > 0
            ? `${words.together} ${all.join(', ')}.`
            : words.nothing}
      </p>
    </div>
  )
}
