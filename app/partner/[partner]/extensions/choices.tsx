'use client'

import { useEffect, useRef } from 'react'
import { useField } from '#components/ui/form-context.ts'

type GrantChoiceProps = {
  grant: string
  account: string
  /** The whole name of the choice: a customer may have given several accesses. */
  label: string
  /** The summary of a refusal leads to the first one. */
  first: boolean
}

/** One customer to be asked. */
export function GrantChoice({ grant, account, label, first }: GrantChoiceProps) {
  const field = useField('grants')
  const id = first ? field.id : `${field.id}-${grant}`
  return (
    <span className="choice">
      <input
        key={field.key}
        id={id}
        type="checkbox"
        name="grants"
        value={grant}
        defaultChecked={field.typed?.includes(grant) ?? false}
        aria-label={label}
        aria-describedby={field.error ? `${field.id}-error` : undefined}
        aria-invalid={field.error ? true : undefined}
      />
      <label htmlFor={id}>{account}</label>
    </span>
  )
}

/** All that the page shows: without JavaScript it counts by itself, with it each box follows. */
export function AllChoice({ label }: { label: string }) {
  const field = useField('all')
  const { error, id: grantsId } = useField('grants')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = box.current?.form
    const left = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'grants' && !target.checked && box.current)
        box.current.checked = false
    }
    form?.addEventListener('change', left)
    return () => form?.removeEventListener('change', left)
  }, [])
  return (
    <div className="field">
      <span className="choice">
        <input
          key={field.key}
          ref={box}
          id={field.id}
          type="checkbox"
          name="all"
          value="on"
          defaultChecked={field.typed?.includes('on') ?? false}
          onChange={({ currentTarget }) => {
            for (const one of currentTarget.form?.elements ?? [])
              if (one instanceof HTMLInputElement && one.name === 'grants')
                one.checked = currentTarget.checked
          }}
        />
        <label htmlFor={field.id}>{label}</label>
      </span>
      {error && (
        <p id={`${grantsId}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}
