'use server'

import { lookAction, takeInAction } from '#app/_server/import-actions.ts'
import { takeInFile } from '#db/phonebook/take-in.ts'
import { readContacts } from '#lib/phonebook/file.ts'

const contacts = {
  module: 'phonebook',
  list: (slug: string) => `/accounts/${slug}/phonebook`,
  read: readContacts,
} as const

export const look = lookAction('look-at-contacts', contacts)

export const takeIn = takeInAction('take-in-contacts', contacts, {
  done: 'contacts-imported',
  takeIn: takeInFile,
})
