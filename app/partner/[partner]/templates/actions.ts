'use server'

import { partnerAction } from '#app/_server/action.ts'
import { addTemplate, editTemplate, removeTemplate } from '#db/access-request/templates.ts'
import {
  addTemplateForm,
  contentOf,
  editTemplateForm,
  removeTemplateForm,
  type TemplateRefusal,
} from '#lib/access-request/template.ts'
import { fieldOfTemplate, overtakenTemplate, templateWords } from '#lib/access-request/template-words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'

const only = 'administrators'
const list = (firm: string) => `/partner/${firm}/templates`

function notKept(refusal: TemplateRefusal, language: Language) {
  const sentence = templateWords[language].refusal[refusal]()
  const field = fieldOfTemplate(refusal)
  if (!field) return { refused: sentence }
  return { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
}

/** Keeps a request ready-made, for everybody of the firm. */
export const add = partnerAction(
  { name: 'add-template', form: addTemplateForm, only },
  async ({ input, change, language }) => {
    const content = contentOf(input)
    // The form has told it already, at its field.
    if (!content) return { refused: fieldWords[language].unusable }
    const added = await addTemplate(change, content)
    return added.ok
      ? { to: list(change.partner.slug), done: 'template-added' }
      : notKept(added.refusal, language)
  },
)

/** Changes one; whoever was overtaken is told by whom, and keeps what they typed. */
export const edit = partnerAction(
  { name: 'edit-template', form: editTemplateForm, only },
  async ({ input: { template, shown, ...input }, change, language }) => {
    const content = contentOf(input)
    if (!content) return { refused: fieldWords[language].unusable }
    const edited = await editTemplate(change, template, shown, content)
    if (!edited.ok) {
      const { refusal, seen } = edited
      if (refusal === 'not-found') return 'not-found'
      if (refusal !== 'removed') return notKept(refusal, language)
      return { refused: templateWords[language].removed(seen?.by ?? null), overtaken: true }
    }
    const { value } = edited
    if (value.outcome === 'meanwhile') return overtakenTemplate(value, change.actor.timeZone, language)
    return {
      to: list(change.partner.slug),
      done: value.outcome === 'changed' ? 'saved' : 'nothing-changed',
    }
  },
)

/** Removes one; what was sent with it stays. */
export const remove = partnerAction(
  { name: 'remove-template', form: removeTemplateForm, only },
  async ({ input, change, language }) => {
    const removed = await removeTemplate(change, input.template)
    if (removed.ok) return { to: list(change.partner.slug), done: 'template-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    return { refused: templateWords[language].removed(removed.seen?.by ?? null), overtaken: true }
  },
)
