import type { FormState } from './form-state.ts'

type Refused = Extract<FormState, { status: 'refused' }>

/** What is told at the top of the page of a form that came too late, since the form itself may be gone by then. */
export interface Overtaken extends Pick<Refused, 'message' | 'further'> {
  /** What the form's dialog is called; the page around speaks of other things, too. */
  readonly about: string | null
  /** The sentences that somebody wrote, so that they are not lost with the form. */
  readonly typed: readonly { readonly label: string; readonly text: string }[]
}

let current: Overtaken | null = null
const listeners = new Set<() => void>()

export function overtakenNow(): Overtaken | null {
  return current
}

export function onOvertaken(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(next: Overtaken | null) {
  if (current === next) return
  current = next
  for (const listener of listeners) listener()
}

/** Whoever sends something anew has read what was told before. */
export function forgetOvertaken() {
  tell(null)
}

/** Asked before a form is sent; what it gives tells afterwards, when the form may have left the page. */
export function overtakenTeller(
  form: HTMLFormElement | null,
  labels: Readonly<Record<string, string>> = {},
): (state: Refused) => void {
  const dialog = form?.closest('dialog')
  const about = dialog?.querySelector('h2')?.textContent ?? null
  const written = [...(form?.querySelectorAll('textarea') ?? [])].map(({ name }) => name)
  return ({ message, further, values }) => {
    const typed = written.flatMap(name => {
      const text = values[name]
      return typeof text === 'string' && text.trim() ? [{ label: labels[name] ?? '', text }] : []
    })
    const told = { message, further, about, typed }
    if (!dialog?.open) return tell(told)
    // A dialog that closes gives the focus back, some time later; only then can it be taken to what is told.
    dialog.addEventListener('close', () => tell(told), { once: true })
    dialog.close()
  }
}
