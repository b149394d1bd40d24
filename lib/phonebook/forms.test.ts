import { describe, expect, test } from 'vitest'
import { addContactForm, addGroupForm, bulkForm, restoreForm } from './forms.ts'

const id = '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11'
const contact = {
  account: id,
  name: 'Anna',
  company: '',
  work: '204',
  mobile: '',
  home: '',
  email: '',
  note: '',
}
type Form = {
  safeParse(value: unknown): {
    success: boolean
    error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
  }
}
const fault = (form: Form, value: unknown) => {
  const [issue] = form.safeParse(value).error?.issues ?? []
  return issue && [issue.path[0], issue.message]
}

describe('a contact', () => {
  test('is taken with one number, in any of the usual ways of writing', () => {
    for (const work of ['204', '911', '+1 (604) 555-0123', '604.555.0123', '\uff12\uff10\uff14'])
      expect(fault(addContactForm, { ...contact, work }), work).toBeUndefined()
  })

  test.each<[Partial<typeof contact>, string, string]>([
    [{ work: '1-800-FLOWERS' }, 'work', 'not-dialable'],
    [{ work: '2' }, 'work', 'not-dialable'],
    [{ work: '1'.repeat(16) }, 'work', 'not-dialable'],
    [{ work: '=1+1' }, 'work', 'not-dialable'],
    [{ work: '' }, 'work', 'no-number'],
    [{ name: '' }, 'name', 'required'],
    [{ name: '–' }, 'name', 'no-letter'],
    [{ name: 'x'.repeat(10_000) }, 'name', 'too-long:120'],
    [{ name: 'a\u202eb' }, 'name', 'not-a-line:2'],
    [{ note: 'a\nb' }, 'note', 'not-a-line:2'],
    [{ email: 'a@b, c@d' }, 'email', 'not-an-email'],
  ])('with %j is refused at its field', (more, field, message) => {
    expect(fault(addContactForm, { ...contact, ...more })).toEqual([field, message])
  })
})

test('a group’s name has no semicolon, which stands between names in files', () => {
  expect(fault(addGroupForm, { account: id, name: 'A; B' })).toEqual(['name', 'no-semicolon'])
  expect(fault(addGroupForm, { account: id, name: 'A, B' })).toBeUndefined()
})

test('several are changed only where some are chosen, and grouped only into a group', () => {
  const chosen = { account: id, act: 'group', contact: [id], group: id }
  expect(fault(bulkForm, chosen)).toBeUndefined()
  expect(fault(bulkForm, { ...chosen, group: '' })).toEqual(['group', 'required'])
  expect(fault(bulkForm, { ...chosen, act: 'remove', group: '' })).toBeUndefined()
  expect(fault(bulkForm, { ...chosen, contact: undefined })).toEqual(['contact', 'no-contact'])
  expect(fault(bulkForm, { ...chosen, act: 'burn' })).toEqual(['act', 'not-a-choice'])
})

test.each(['contact', `contact:${id}x`, `person:${id}`, `contact:`, ''])('%j brings nothing back', thing => {
  expect(fault(restoreForm, { account: id, thing })).toEqual(['thing', 'not-a-choice'])
})
