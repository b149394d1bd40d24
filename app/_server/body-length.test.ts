import { expect, test } from 'vitest'
import { lengthFault } from './body-length.ts'

const sent = (path: string, length: number | null, method = 'POST') =>
  lengthFault(method, path, name => (name === 'content-length' && length !== null ? String(length) : null))

test('a file of rows may be larger than a form, at its own address alone', () => {
  const [row, form] = [4_200_000, 1_000_000]
  for (const path of ['/accounts/maple-logistics/phonebook/import', '/accounts/a/call-log/import?x=1']) {
    expect(sent(path, row)).toBeNull()
    expect(sent(path, row + 1)).toBe('too-large')
    expect(sent(path, row, 'GET')).toBe('too-large')
    expect(sent(path, null)).toBe('no-length')
  }
  for (const path of [
    '/accounts/maple-logistics/phonebook',
    '/accounts/maple-logistics/phonebook/import/x',
    '/accounts/a/b/phonebook/import',
    '/x?/accounts/a/phonebook/import',
    '/api/webhooks/carrier',
  ]) {
    expect(sent(path, form)).toBeNull()
    expect(sent(path, form + 1)).toBe('too-large')
  }
})

test('a document to be faxed may be larger still, where it is sent', () => {
  const most = 10_200_000
  expect(sent('/accounts/harbour-dental/fax/new', most)).toBeNull()
  expect(sent('/accounts/harbour-dental/fax/new?to=1', most)).toBeNull()
  expect(sent('/accounts/harbour-dental/fax/new', most + 1)).toBe('too-large')
  expect(sent('/accounts/harbour-dental/fax/new', 50_000_000)).toBe('too-large')
  for (const path of ['/accounts/harbour-dental/fax', '/accounts/harbour-dental/fax/new/x', '/fax/new'])
    expect(sent(path, 1_000_001)).toBe('too-large')
})
