'use server'

import { accountAction } from '#app/_server/action.ts'
import { importWords } from '#components/import/words.ts'
import { keepUpload } from '#db/csv/upload.ts'
import { takeInFile } from '#db/phonebook/take-in.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { readContacts } from '#lib/phonebook/file.ts'
import { largestUpload, takeInForm, uploadForm } from '#lib/upload-forms.ts'

const needs = 'module.phonebook'
const root = (slug: string) => `/accounts/${slug}/phonebook`

/** Reads a file and keeps what it says until its sender has looked at it: the phonebook stays as it is. */
export const look = accountAction(
  { name: 'look-at-contacts', form: uploadForm, files: ['file'], needs },
  async ({ input, change, language }) => {
    if (input.file.bytes.length > largestUpload)
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { file: importWords[language].tooLarge },
      }
    const id = await keepUpload(change, 'phonebook', readContacts(input.file.bytes))
    return { to: `${root(change.account.slug)}/import/${id}` }
  },
)

/** Takes in what was looked at, all of it or nothing. */
export const takeIn = accountAction(
  { name: 'take-in-contacts', form: takeInForm, needs },
  async ({ input, change, language }) => {
    const done = await takeInFile(change, input.upload)
    if (done.ok)
      return {
        to: root(change.account.slug),
        done: done.value.changed ? 'contacts-imported' : 'nothing-changed',
      }
    if (done.refusal === 'not-found') return 'not-found'
    return { refused: importWords[language].refusal[done.refusal], overtaken: true }
  },
)
