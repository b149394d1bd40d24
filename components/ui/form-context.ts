'use client'

import { createContext, useContext, useId } from 'react'
import { type FormState, idle } from './form-state.ts'

type FormAnswer = {
  /** Fields take their ids from it, so that the error summary can link to them. */
  formId: string
  state: FormState
  /** Grows with every answer: fields are made anew with it, so that their first value is what was typed. */
  answer: number
}

export const FormContext = createContext<FormAnswer | null>(null)

export type FieldState = {
  id: string
  error: string | undefined
  /** What was typed before a refusal; undefined where the field's own first value counts. */
  typed: readonly string[] | undefined
  refused: boolean
  key: string
}

/** What a field needs to know of its form. Outside a `Form` (a search box) there is no answer to show. */
export function useField(name: string): FieldState {
  const own = useId()
  const form = useContext(FormContext)
  const state = form?.state ?? idle
  const refused = state.status === 'refused'
  const kept = refused ? state.values[name] : undefined
  return {
    id: form ? fieldId(form.formId, name) : own,
    error: refused ? state.fields[name] : undefined,
    typed: kept === undefined ? undefined : typeof kept === 'string' ? [kept] : kept,
    refused,
    key: `${form?.answer ?? 0}`,
  }
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`
}
