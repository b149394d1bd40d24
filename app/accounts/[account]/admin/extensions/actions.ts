'use server'

import { accountAction } from '#app/_server/action.ts'
import { pbxOf } from '#db/pbx-extension/around.ts'
import { profileExtensions, removeExtensions, restoreExtensions } from '#db/pbx-extension/bulk.ts'
import { extensionOf } from '#db/pbx-extension/one.ts'
import {
  addExtension,
  calledText,
  editExtension,
  type Faulty,
  setPin as writePin,
} from '#db/pbx-extension/write.ts'
import { environment } from '#lib/env.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { quoted, tellOvertaken } from '#lib/overtaken.ts'
import { pbxFields } from '#lib/pbx-extension/extension.ts'
import {
  addExtensionForm,
  chosenExtensionsForm,
  editExtensionForm,
  oneExtensionForm,
  pinForm,
  restoreExtensionForm,
} from '#lib/pbx-extension/forms.ts'
import { faultText, pbxValueText, pbxWords } from '#lib/pbx-extension/words.ts'

const needs = 'module.admin'
const list = (slug: string) => `/accounts/${slug}/admin/extensions`

/** Tells at its field what can't be so. */
function notKept({ fault }: Faulty, language: Language) {
  return {
    refused: fieldWords[language].check.unchanged,
    fields: { [fault.field]: faultText(fault, language) },
  }
}

/** Adds an extension. */
export const add = accountAction(
  { name: 'add-pbx-extension', form: addExtensionForm, needs },
  async ({ input: { account: _, ...typed }, change, language }) => {
    const added = await addExtension(change, typed)
    if (added.ok) return { to: list(change.account.slug), done: 'pbx-extension-added' }
    return 'fault' in added
      ? notKept(added, language)
      : { refused: pbxWords[language].refusal[added.refusal] }
  },
)

/** Changes one; whoever was overtaken is told by whom, and keeps what they typed. */
export const edit = accountAction(
  { name: 'edit-pbx-extension', form: editExtensionForm, needs },
  async ({ input: { account: _, extension, shown, ...typed }, change, language }) => {
    const edited = await editExtension(change, extension, shown, typed)
    const words = pbxWords[language]
    if (!edited.ok) {
      if ('fault' in edited) return notKept(edited, language)
      if (edited.refusal === 'not-found') return 'not-found'
      if (edited.refusal === 'removed')
        return { refused: words.removed(edited.seen?.by ?? null), overtaken: true }
      return { refused: words.refusal[edited.refusal] }
    }
    const { value } = edited
    if (value.outcome === 'meanwhile') {
      const pbx = await pbxOf(change.tx, change.account.id)
      const telling = {
        names: words.field,
        value: (field: (typeof pbxFields)[number], stored: string) =>
          pbxValueText(field, calledText(pbx, field, stored), language) ?? quoted(stored, language),
      }
      return tellOvertaken(pbxFields, value, telling, change.actor.timeZone, language)
    }
    return { to: list(change.account.slug), done: value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Sets or replaces the PIN of its voicemail. */
export const setPin = accountAction(
  { name: 'set-voicemail-pin', form: pinForm, needs },
  async ({ input: { extension, pin }, change, language }) => {
    const words = pbxWords[language]
    const set = await writePin(change, extension, pin, environment().AUTH_SECRET)
    if (set.ok) return { to: `${list(change.account.slug)}/${extension}`, done: 'voicemail-pin-set' }
    if (set.refusal === 'not-found') return 'not-found'
    if (set.refusal === 'removed') return { refused: words.removed(set.seen?.by ?? null), overtaken: true }
    const why =
      set.refusal === 'no-voicemail'
        ? faultText({ code: 'no-voicemail', fact: '' }, language)
        : words.pin[set.refusal]
    return { refused: fieldWords[language].check.unchanged, fields: { pin: why } }
  },
)

/** Removes one; it can be brought back. */
export const remove = accountAction(
  { name: 'remove-pbx-extension', form: oneExtensionForm, needs },
  async ({ input: { extension }, change, language }) => {
    const words = pbxWords[language]
    const removed = await removeExtensions(change, [extension])
    const to = list(change.account.slug)
    if (removed.ok) return { to: `${to}?undo=${extension}`, done: 'pbx-extension-removed' }
    if ('used' in removed) return { refused: words.used(plainList(removed.used, language), 1) }
    const one = await extensionOf(change.tx, change.account.id, extension)
    return one ? { refused: words.removed(one.removed?.by ?? null), overtaken: true } : 'not-found'
  },
)

/** Brings back one, or all that were removed together. */
export const restore = accountAction(
  { name: 'restore-pbx-extension', form: restoreExtensionForm, needs },
  async ({ input: { extension, how }, change, language }) => {
    const words = pbxWords[language]
    const back = await restoreExtensions(change, extension, how === 'together')
    const to = list(change.account.slug)
    if (back.ok)
      return { to, done: back.value.count > 1 ? 'pbx-extensions-restored' : 'pbx-extension-restored' }
    if ('fault' in back) return { refused: words.cantComeBack(faultText(back.fault, language)) }
    if (back.refusal === 'not-found') return 'not-found'
    return { refused: words.refusal[back.refusal], overtaken: back.refusal === 'there' }
  },
)

/** Removes those that were chosen in the list, or gives them a key profile. */
export const changeChosen = accountAction(
  { name: 'change-pbx-extensions', form: chosenExtensionsForm, needs },
  async ({ input: { act, extension = [], profile }, change, language }) => {
    const words = pbxWords[language]
    const to = list(change.account.slug)
    if (act === 'remove') {
      const removed = await removeExtensions(change, extension)
      if (removed.ok) return { to: `${to}?undo=${removed.value.first}`, done: 'pbx-extensions-removed' }
      if ('used' in removed)
        return { refused: words.used(plainList(removed.used, language), extension.length) }
      return { refused: words.refusal[removed.refusal], overtaken: true }
    }
    const given = await profileExtensions(change, extension, profile)
    if (given.ok) return { to: profile ? `${to}?profile=${profile}` : to, done: 'pbx-extensions-profiled' }
    return { refused: words.refusal[given.refusal], overtaken: true }
  },
)
