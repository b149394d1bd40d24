'use server'

import { accountAction } from '#app/_server/action.ts'
import {
  addServiceTemplate,
  editServiceTemplate,
  removeServiceTemplate,
  restoreServiceTemplate,
} from '#db/account/service-templates.ts'
import {
  addServiceTemplateForm,
  editServiceTemplateForm,
  oneServiceTemplateForm,
  type ServiceTemplateRefusal,
} from '#lib/account/service-template.ts'
import {
  fieldOfServiceTemplate,
  overtakenServiceTemplate,
  serviceTemplateWords,
} from '#lib/account/service-template-words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'

const needs = 'branding.update'
const here = (slug: string) => `/accounts/${slug}/settings/branding`

function notKept(refusal: ServiceTemplateRefusal, language: Language) {
  const sentence = serviceTemplateWords[language].refusal[refusal]
  const field = fieldOfServiceTemplate(refusal)
  return field
    ? { refused: fieldWords[language].check.unchanged, fields: { [field]: sentence } }
    : { refused: sentence }
}

/** Keeps a template. */
export const add = accountAction(
  { name: 'add-service-template', form: addServiceTemplateForm, needs },
  async ({ input: { account: _, ...content }, change, language }) => {
    const added = await addServiceTemplate(change, content)
    return added.ok
      ? { to: here(change.account.slug), done: 'service-template-added' }
      : notKept(added.refusal, language)
  },
)

/** Changes one; whoever was overtaken is told by whom, and keeps what they typed. */
export const edit = accountAction(
  { name: 'edit-service-template', form: editServiceTemplateForm, needs },
  async ({ input: { account: _, template, shown, ...content }, change, language }) => {
    const edited = await editServiceTemplate(change, template, shown, content)
    if (!edited.ok) {
      const { refusal, seen } = edited
      if (refusal === 'not-found') return 'not-found'
      if (refusal !== 'removed') return notKept(refusal, language)
      return { refused: serviceTemplateWords[language].removed(seen?.by ?? null), overtaken: true }
    }
    const { value } = edited
    if (value.outcome === 'meanwhile') return overtakenServiceTemplate(value, change.actor.timeZone, language)
    return { to: here(change.account.slug), done: value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Removes one; it can be brought back. */
export const remove = accountAction(
  { name: 'remove-service-template', form: oneServiceTemplateForm, needs },
  async ({ input: { template }, change, language }) => {
    const removed = await removeServiceTemplate(change, template)
    if (removed.ok)
      return { to: `${here(change.account.slug)}?undo=${template}`, done: 'service-template-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    return { refused: serviceTemplateWords[language].removed(removed.seen?.by ?? null), overtaken: true }
  },
)

/** Brings one back. */
export const restore = accountAction(
  { name: 'restore-service-template', form: oneServiceTemplateForm, needs },
  async ({ input: { template }, change, language }) => {
    const back = await restoreServiceTemplate(change, template)
    if (back.ok) return { to: here(change.account.slug), done: 'service-template-restored' }
    if (back.refusal === 'not-found') return 'not-found'
    const words = serviceTemplateWords[language]
    if (back.refusal === 'there') return { refused: words.there, overtaken: true }
    return { refused: words.refusal[back.refusal] }
  },
)
