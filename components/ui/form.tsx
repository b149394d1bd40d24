'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { classNames } from './class-names.ts'
import { FormContext } from './form-context.ts'
import { FormErrors } from './form-errors.tsx'
import { beforehand, type FormAction, type FormState, idle } from './form-state.ts'
import { valuesIn } from './form-values.ts'
import { forgetOvertaken, overtakenTeller } from './overtaken-store.ts'

type FormProps = {
  action: FormAction
  children: ReactNode
  className?: string | undefined
  id?: string | undefined
  /** The first state, where a page was reached with an answer already known. */
  initial?: FormState | undefined
  /** Names the form where its heading does not stand inside it. */
  label?: string | undefined
  /** What the fields are called, by name: the summary of a refusal says which one it means. See `fieldLabels`. */
  labels?: Readonly<Record<string, string>> | undefined
}

/**
 * A form that posts to a server action, with JavaScript and without. Its children are rendered on the server; the
 * fields among them find their error and what was typed through this form.
 *
 * Validation is the server's alone (`noValidate`): one wording, one language, the same with JavaScript off.
 */
export function Form({ action, children, className, id, initial = idle, label, labels }: FormProps) {
  // Without JavaScript the form posts to the action itself, and the page comes anew with its answer.
  const [first, post] = useActionState(action, initial)
  const form = useRef<HTMLFormElement>(null)
  const [state, send, pending] = useActionState(heard(action, form, labels), first)
  const ownId = useId()
  const formId = id ?? ownId
  const answer = useAnswerCount(state)
  useFinishing(form, state, pending)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => send(data))
  }

  return (
    <form
      ref={form}
      id={formId}
      action={post}
      onSubmit={submit}
      className={classNames('form', className)}
      aria-label={label}
      aria-busy={pending || undefined}
      noValidate
    >
      <FormContext value={{ formId, state, answer }}>
        <FormErrors key={answer} formId={formId} state={state} labels={labels} fresh={answer > 0} />
        {children}
      </FormContext>
    </form>
  )
}

function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState(state)
  const [count, setCount] = useState(0)
  if (state !== seen) {
    setSeen(state)
    setCount(count + 1)
    return count + 1
  }
  return count
}

/**
 * The action, with an answer of its own where none came: nobody knows then whether it was done, so what was typed stays,
 * with the form's key, and pressing again does it once at most.
 */
function heard(
  action: FormAction,
  form: { current: HTMLFormElement | null },
  labels: FormProps['labels'],
): FormAction {
  return async (_, data) => {
    const tellOvertaken = overtakenTeller(form.current, labels)
    forgetOvertaken()
    try {
      // No action asks what was answered before; sent along, what was typed would count twice.
      const state = await action(idle, data)
      if (state?.status === 'refused' && state.overtaken) tellOvertaken(state)
      return state
    } catch (fault) {
      unstable_rethrow(fault)
      const french = document.documentElement.lang.startsWith('fr')
      const values = valuesIn(data)
      // Refused before any action was asked: by the portal's own words.
      if (fault instanceof Error && fault.message.startsWith(beforehand))
        return { status: 'refused', message: fault.message.slice(beforehand.length), fields: {}, values }
      // The page is older than the portal that answers by now.
      if (unstable_isUnrecognizedActionError(fault))
        return {
          status: 'refused',
          message: french
            ? 'Le portail a été mis à jour depuis l’ouverture de cette page\u202F: rien n’a été modifié. Copiez votre saisie, rechargez la page et recommencez.'
            : 'The portal has been updated since this page was opened, so nothing was changed. Copy what you typed, reload the page and do it again.',
          fields: {},
          values,
          further: {
            href: window.location.href,
            label: french ? 'Ouvrir la page à neuf' : 'Open the page anew',
            newTab: true,
          },
        }
      return {
        status: 'refused',
        message: french
          ? 'Aucune réponse n’est arrivée\u202F: on ne sait donc pas si c’est fait. Votre saisie est conservée. Envoyez-la de nouveau\u202F: rien ne sera fait deux fois.'
          : 'No answer came, so nobody can say whether this was done. What you typed is still here. Send it again: nothing is done twice.',
        fields: {},
        values,
      }
    }
  }
}

/**
 * A form whose work is done closes its dialog and forgets what was typed. An action that redirects leaves the state as
 * it was before, so "no new refusal" is the sign.
 */
function useFinishing(form: { current: HTMLFormElement | null }, state: FormState, pending: boolean) {
  const sent = useRef<FormState | null>(null)
  useEffect(() => {
    if (pending) {
      sent.current ??= state
      return
    }
    const before = sent.current
    sent.current = null
    if (!before || (state !== before && state.status !== 'done')) return
    form.current?.reset()
    form.current?.closest('dialog')?.close()
  }, [form, state, pending])
}
