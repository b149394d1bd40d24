'use server'

import { lookAction, takeInAction } from '#app/_server/import-actions.ts'
import { takeInExtensions } from '#db/pbx-extension/take-in.ts'
import { readExtensions } from '#lib/pbx-extension/file.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'

const extensions = {
  module: 'admin',
  list: (slug: string) => `/accounts/${slug}/admin/extensions`,
  read: readExtensions,
} as const

export const look = lookAction('look-at-pbx-extensions', extensions)

export const takeIn = takeInAction('take-in-pbx-extensions', extensions, {
  done: 'pbx-extensions-imported',
  takeIn: takeInExtensions,
  refused: language => pbxWords[language].refusal,
})
