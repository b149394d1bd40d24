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
