'use server'

import { accountAction } from '#app/_server/action.ts'
import { importWords } from '#components/import/words.ts'
import { keepUpload } from '#db/csv/upload.ts'
import { takeInExtensions } from '#db/pbx-extension/take-in.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { readExtensions } from '#lib/pbx-extension/file.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { largestUpload, takeInForm, uploadForm } from '#lib/upload-forms.ts'

const needs = 'module.admin'
const list = (slug: string) => `/accounts/${slug}/admin/extensions`

/** Reads a file and keeps what it says until its sender has looked at it: the extensions stay as they are. */
export const look = accountAction(
  { name: 'look-at-pbx-extensions', form: uploadForm, files: ['file'], needs },
  async ({ input, change, language }) => {
    if (input.file.bytes.length > largestUpload)
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { file: importWords[language].tooLarge },
      }
    const id = await keepUpload(change, 'admin', readExtensions(input.file.bytes))
    return { to: `${list(change.account.slug)}/import/${id}` }
  },
)

/** Takes in what was looked at, all of it or nothing. */
export const takeIn = accountAction(
  { name: 'take-in-pbx-extensions', form: takeInForm, needs },
  async ({ input, change, language }) => {
    const done = await takeInExtensions(change, input.upload)
    if (done.ok)
      return {
        to: list(change.account.slug),
        done: done.value.changed ? 'pbx-extensions-imported' : 'nothing-changed',
      }
    if (done.refusal === 'not-found') return 'not-found'
    if (done.refusal === 'no-pbx') return { refused: pbxWords[language].refusal['no-pbx'] }
    return { refused: importWords[language].refusal[done.refusal], overtaken: true }
  },
)
