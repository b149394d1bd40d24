'use client'

import type { ReactNode } from 'react'
import { useField } from '#components/ui/form-context.ts'

type CodeDetailsProps = { summary: string; open: boolean; children: ReactNode }

/** Folds the field for a request code away, but never what was typed into it or what is wrong with it. */
export function CodeDetails({ summary, open, children }: CodeDetailsProps) {
  const field = useField('requestCode')
  return (
    <details className="disclosure" open={open || Boolean(field.error || field.typed?.[0])}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
