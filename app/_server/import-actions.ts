import 'server-only'
import { importWords } from '#components/import/words.ts'
import type { AccountChange } from '#db/change.ts'
import { keepUpload, type UploadOwner } from '#db/csv/upload.ts'
import type { PlacedFault } from '#lib/csv-reader.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { PostedFile } from '#lib/posted-file.ts'
import type { Result } from '#lib/result.ts'
import { largestUpload, takeInForm, uploadForm } from '#lib/upload-forms.ts'
import { accountAction } from './action.ts'
import type { DoneCode } from './done.ts'

interface ImportSpec {
  readonly module: UploadOwner['module']
  /** Address of the list that the file is of. */
  readonly list: (slug: string) => string
  /** What a file says, and what is wrong with it as such. */
  readonly read: (bytes: PostedFile['bytes']) => {
    readonly rows: readonly unknown[]
    readonly faults: readonly PlacedFault[]
  }
}

/** Reads a file and keeps what it says until its sender has looked at it: the list stays as it is. */
export function lookAction(name: string, { module, list, read }: ImportSpec) {
  return accountAction(
    { name, form: uploadForm, files: ['file'], needs: `module.${module}` },
    async ({ input, change, language }) => {
      if (input.file.bytes.length > largestUpload)
        return {
          refused: fieldWords[language].check.unchanged,
          fields: { file: importWords[language].tooLarge },
        }
      const id = await keepUpload(change, module, read(input.file.bytes))
      return { to: `${list(change.account.slug)}/import/${id}` }
    },
  )
}

/** Takes in what was looked at, all of it or nothing. `refused` has the sentences of what only this list refuses. */
export function takeInAction<Own extends string = never>(
  name: string,
  { module, list }: ImportSpec,
  {
    done,
    takeIn,
    refused,
  }: {
    readonly done: DoneCode
    readonly takeIn: (
      change: AccountChange,
      upload: string,
    ) => Promise<Result<{ readonly changed: boolean }, 'not-found' | 'taken' | 'faults' | Own>>
    readonly refused?: (language: Language) => Readonly<Record<Own, string>>
  },
) {
  return accountAction(
    { name, form: takeInForm, needs: `module.${module}` },
    async ({ input, change, language }) => {
      const taken = await takeIn(change, input.upload)
      if (taken.ok)
        return { to: list(change.account.slug), done: taken.value.changed ? done : 'nothing-changed' }
      if (taken.refusal === 'not-found') return 'not-found'
      const overtaken = taken.refusal === 'taken' || taken.refusal === 'faults'
      const sentences: Readonly<Record<string, string>> = {
        ...importWords[language].refusal,
        ...refused?.(language),
      }
      return { refused: sentences[taken.refusal] ?? '', overtaken }
    },
  )
}
