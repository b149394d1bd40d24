'use client'

import { useRouter } from 'next/navigation'
import { SelectField } from '#components/ui/field.tsx'
import { useField } from '#components/ui/form-context.ts'

type TemplateChooserProps = {
  /** The form of its own that asks for the page anew; it stands beside the one that sends. */
  form: string
  label: string
  hint: string
  button: string
  emptyLabel: string
  options: readonly { value: string; label: string }[]
  chosen: string | undefined
}

/**
 * Fills the form in from a template: by a button without JavaScript, at once with it, where all else that was typed stays.
 * Once a form was refused it is gone: what was typed then is not to be written over.
 */
export function TemplateChooser({ form, button, chosen, ...words }: TemplateChooserProps) {
  const { refused } = useField('template')
  const router = useRouter()
  if (refused) return null
  return (
    <div className="grid gap-2">
      <SelectField
        {...words}
        name="template"
        form={form}
        defaultValue={chosen ?? ''}
        onChange={({ currentTarget }) => {
          const address = new FormData(currentTarget.form ?? undefined)
          const query = new URLSearchParams([...address].map(([name, value]) => [name, String(value)]))
          router.replace(`?${query}`, { scroll: false })
        }}
      />
      <noscript>
        <button type="submit" form={form} className="button" data-variant="secondary">
          {button}
        </button>
      </noscript>
    </div>
  )
}
