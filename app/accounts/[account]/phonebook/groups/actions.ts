'use server'

import { accountAction } from '#app/_server/action.ts'
import { addGroup, removeGroup, renameGroup } from '#db/phonebook/groups.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { quoted, tellOvertaken } from '#lib/overtaken.ts'
import { addGroupForm, oneGroupForm, renameGroupForm } from '#lib/phonebook/forms.ts'
import { type PhonebookRefusal, phonebookWords } from '#lib/phonebook/words.ts'

const needs = 'module.phonebook'
const list = (slug: string) => `/accounts/${slug}/phonebook/groups`

function notCalled(refusal: PhonebookRefusal, language: Language) {
  const sentence = phonebookWords[language].refusal[refusal]
  return { refused: fieldWords[language].check.unchanged, fields: { name: sentence } }
}

/** Adds a group. */
export const add = accountAction(
  { name: 'add-contact-group', form: addGroupForm, needs },
  async ({ input, change, language }) => {
    const added = await addGroup(change, input.name)
    return added.ok
      ? { to: list(change.account.slug), done: 'contact-group-added' }
      : notCalled(added.refusal, language)
  },
)

/** Gives a group another name. */
export const rename = accountAction(
  { name: 'rename-contact-group', form: renameGroupForm, needs },
  async ({ input, change, language }) => {
    const renamed = await renameGroup(change, input.group, input.shown.name, input.name)
    if (!renamed.ok) {
      if (renamed.refusal === 'not-found') return 'not-found'
      if (renamed.refusal !== 'group-removed') return notCalled(renamed.refusal, language)
      return { refused: phonebookWords[language].groupRemoved(renamed.seen?.by ?? null), overtaken: true }
    }
    const { value } = renamed
    const { actor, account } = change
    const telling = {
      names: phonebookWords[language].field,
      value: (_: 'name', stored: string) => quoted(stored, language),
    }
    if (value.outcome === 'meanwhile')
      return tellOvertaken(['name'], value, telling, actor.timeZone, language)
    return { to: list(account.slug), done: value.outcome === 'changed' ? 'saved' : 'nothing-changed' }
  },
)

/** Removes a group; its contacts stay. */
export const remove = accountAction(
  { name: 'remove-contact-group', form: oneGroupForm, needs },
  async ({ input, change, language }) => {
    const removed = await removeGroup(change, input.group)
    if (removed.ok) return { to: list(change.account.slug), done: 'contact-group-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    return { refused: phonebookWords[language].groupRemoved(removed.seen?.by ?? null), overtaken: true }
  },
)
