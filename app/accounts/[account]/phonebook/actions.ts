'use server'

import { accountAction } from '#app/_server/action.ts'
import { groupContacts, removeContacts, restoreTogether } from '#db/phonebook/bulk.ts'
import { addContact, editContact, removeContact, restoreContact } from '#db/phonebook/contacts.ts'
import { restoreGroup } from '#db/phonebook/groups.ts'
import { phonebookHead } from '#db/phonebook/reads.ts'
import { fieldWords } from '#lib/form-fields.ts'
import {
  addContactForm,
  bulkForm,
  editContactForm,
  oneContactForm,
  restoreForm,
} from '#lib/phonebook/forms.ts'
import { overtakenContact, phonebookWords } from '#lib/phonebook/words.ts'
import { words } from './words.ts'

const needs = 'module.phonebook'
const list = (slug: string) => `/accounts/${slug}/phonebook`

/** Adds a contact. */
export const add = accountAction(
  { name: 'add-contact', form: addContactForm, needs },
  async ({ input: { account: _, groups = [], ...details }, change, language }) => {
    const added = await addContact(change, { details, groups })
    if (!added.ok) return { refused: phonebookWords[language].refusal[added.refusal] }
    return { to: list(change.account.slug), done: 'contact-added' }
  },
)

/** Changes one; whoever was overtaken is told by whom, and keeps what they typed. */
export const edit = accountAction(
  { name: 'edit-contact', form: editContactForm, needs },
  async ({ input: { account: _, contact, shown, groups = [], ...details }, change, language }) => {
    const edited = await editContact(change, contact, shown, { details, groups })
    if (!edited.ok) {
      if (edited.refusal === 'not-found') return 'not-found'
      return { refused: phonebookWords[language].removed(edited.seen?.by ?? null), overtaken: true }
    }
    const { value } = edited
    if (value.outcome === 'meanwhile') {
      const { groups: all } = await phonebookHead(change.tx, change.account.id)
      const names = new Map(all.map(group => [group.id, group.name]))
      return overtakenContact(value, names, change.actor.timeZone, language)
    }
    return {
      to: list(change.account.slug),
      done: value.outcome === 'changed' ? 'saved' : 'nothing-changed',
    }
  },
)

/** Removes one; it can be brought back. */
export const remove = accountAction(
  { name: 'remove-contact', form: oneContactForm, needs },
  async ({ input, change, language }) => {
    const removed = await removeContact(change, input.contact)
    if (removed.ok)
      return { to: `${list(change.account.slug)}?undo=${input.contact}`, done: 'contact-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    return { refused: phonebookWords[language].removed(removed.seen?.by ?? null), overtaken: true }
  },
)

const restored = {
  contact: { by: restoreContact, done: 'contact-restored' },
  contacts: { by: restoreTogether, done: 'contacts-restored' },
  group: { by: restoreGroup, done: 'contact-group-restored' },
} as const

/** Brings back a contact, all that were removed together, or a group. */
export const restore = accountAction(
  { name: 'restore-contact', form: restoreForm, needs },
  async ({ input: { thing }, change, language }) => {
    const { by, done } = restored[thing.kind]
    const back = await by(change, thing.id)
    const book = list(change.account.slug)
    if (back.ok) return { to: thing.kind === 'contacts' ? book : `${book}/removed`, done }
    if (back.refusal === 'not-found') return 'not-found'
    if (back.refusal === 'there') return { refused: words[language].there, overtaken: true }
    return { refused: phonebookWords[language].refusal[back.refusal] }
  },
)

/** Removes those that were chosen in the list, or puts them into a group. */
export const changeChosen = accountAction(
  { name: 'change-contacts', form: bulkForm, needs },
  async ({ input: { act, contact = [], group }, change, language }) => {
    const to = list(change.account.slug)
    if (act === 'remove') {
      const removed = await removeContacts(change, contact)
      if (!removed.ok) return { refused: words[language].noneLeft, overtaken: true }
      return { to: `${to}?undo=${removed.value.first}`, done: 'contacts-removed' }
    }
    const joined = await groupContacts(change, contact, group)
    if (joined.ok) return { to: `${to}?group=${group}`, done: 'contacts-grouped' }
    if (joined.refusal === 'none-left') return { refused: words[language].noneLeft, overtaken: true }
    if (joined.refusal === 'not-found')
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { group: fieldWords[language]['not-a-choice'] },
      }
    return { refused: phonebookWords[language].groupRemoved(joined.seen?.by ?? null), overtaken: true }
  },
)
