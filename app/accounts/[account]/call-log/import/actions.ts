'use server'

import { accountAction } from '#app/_server/action.ts'
import { importWords } from '#components/import/words.ts'
import { takeInCalls } from '#db/call-log/take-in.ts'
import { keepUpload } from '#db/csv/upload.ts'
import { readCalls } from '#lib/call-log/file.ts'
import { fieldWords } from '#lib/form-fields.ts'
import { largestUpload, takeInForm, uploadForm } from '#lib/upload-forms.ts'

const needs = 'module.call-log'
const root = (slug: string) => `/accounts/${slug}/call-log`

/** Reads a file and keeps what it says until its sender has looked at it: the call log stays as it is. */
export const look = accountAction(
  { name: 'look-at-call-records', form: uploadForm, files: ['file'], needs },
  async ({ input, change, language }) => {
    if (input.file.bytes.length > largestUpload)
      return {
        refused: fieldWords[language].check.unchanged,
        fields: { file: importWords[language].tooLarge },
      }
    const id = await keepUpload(change, 'call-log', readCalls(input.file.bytes))
    return { to: `${root(change.account.slug)}/import/${id}` }
  },
)

/** Takes in what was looked at, all of it or nothing. */
export const takeIn = accountAction(
  { name: 'take-in-call-records', form: takeInForm, needs },
  async ({ input, change, language }) => {
    const done = await takeInCalls(change, input.upload)
    if (done.ok)
      return {
        to: root(change.account.slug),
        done: done.value.added > 0 ? 'call-records-imported' : 'nothing-changed',
      }
    if (done.refusal === 'not-found') return 'not-found'
    return { refused: importWords[language].refusal[done.refusal], overtaken: true }
  },
)
