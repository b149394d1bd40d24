/**
 * What a form's server action answers. `fields` holds one sentence per field that must be put right, `values` what was
 * typed (never a password), so that a refusal costs nobody their words, with and without JavaScript.
 */
export type FormState =
  | { status: 'idle' }
  | {
      status: 'refused'
      message: string
      fields: Record<string, string>
      values: Record<string, string | string[]>
      /** The way on, where sending the form again can't help; in a new tab where it is to be sent again after it. */
      further?: { href: string; label: string; newTab?: boolean | undefined } | undefined
      /** Where nothing is wrong and the form comes back all the same: a preview of what it would do. */
      tone?: 'info' | undefined
      /** The thing itself has moved on, and the page around the form is made anew with this answer. */
      overtaken?: boolean | undefined
    }
  /** `shown` is told once, and only here: a link that stands nowhere else. */
  | { status: 'done'; message?: string | undefined; shown?: string | undefined }

/** How a refusal begins that came before any action was asked: its sentence is for whoever sent the form. */
export const beforehand = 'Latchkey: '

export const idle: FormState = { status: 'idle' }

/** The signature of every action that a `Form` takes. It may redirect instead of answering. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>
