import { expect, test } from 'vitest'
import { detailsForm } from './account/forms.ts'
import { isWritten } from './form-fields.ts'
import { importForms } from './import/files.ts'
import { newPartnerForm, renamePartnerForm } from './partner/forms.ts'
import { thingName } from './thing-name.ts'

/** Wherever an account or a firm is named: on the customer's page, on the desk, in a file. */
const everywhere = [
  detailsForm.shape.name,
  newPartnerForm.shape.name,
  renamePartnerForm.shape.name,
  importForms.accounts.shape.name,
  importForms.partners.shape.name,
]

test.each([
  ['Harbour Dental', null],
  ['3M', null],
  ['Ω', null],
  ['東京 通信', null],
  ['!!!', 'no-letter'],
  ['…', 'no-letter'],
  ['😀', 'no-letter'],
  ['— / —', 'no-letter'],
  ['', 'required'],
  ['   ', 'required'],
  ['\u3164', 'not-a-line:1'],
])('“%s”', (name, refusal) => {
  for (const schema of everywhere) {
    const parsed = schema.safeParse(name)
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toBe(refusal)
  }
})

test('is kept for whoever wrote it, where the form is gone', () => {
  expect(isWritten(thingName(10))).toBe(true)
})
