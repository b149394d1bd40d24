import { expect, test } from 'vitest'
import { readExtensions } from './file.ts'
import { type KnownPbx, weighExtensions } from './take-in.ts'
import { pbxWords } from './words.ts'

const empty: KnownPbx = { extensions: [], members: [], profiles: [], from: 'CA' }

/** All that is wrong with a file, with its lines. */
function faultsOf(text: string): readonly string[] {
  const { rows, faults } = readExtensions(Buffer.from(text))
  const misfits = weighExtensions(rows, empty, () => crypto.randomUUID()).faults
  return [...faults, ...misfits].map(({ line, column, code }) => `${line} ${column} ${code}`).sort()
}

test('a cell that holds a formula hides nothing else of its row or of the file', () => {
  const text =
    'number,name,device,busy,busyTo\n301,=A,,,\n302,B,phone,nothing,\n3,C,desk,nothing,\n302,D,desk,nothing,\n'
  expect(faultsOf(text)).toEqual([
    '2 busy required',
    '2 device required',
    '2 name formula:=',
    '3 device not-a-device',
    '4 number not-an-extension',
    '5 number twice:3',
  ])
})

test('nothing is refused for the sake of a row that is faulty itself', () => {
  expect(faultsOf('number,name,busy,busyTo\n301,=A,extension,302\n302,B,extension,301\n')).toEqual([
    '2 name formula:=',
  ])
})

test('where not even a number can be read, it may be the one that is missing', () => {
  const { rows } = readExtensions(Buffer.from('number,name,busy,busyTo\n301,A,extension,302\n'))
  const told = (unread: boolean) => weighExtensions(rows, empty, () => 'x', unread).faults.length
  expect([told(false), told(true)]).toEqual([1, 0])
})

test('of several extensions that can’t go none is told as if it were one', () => {
  expect(pbxWords.en.used('301 (A)', 1)).toContain('sent on to it by 301 (A)')
  expect(pbxWords.en.used('301 (A)', 2)).toContain('sent on to some of the chosen extensions by 301 (A)')
  expect(pbxWords.fr.used('301 (A)', 2)).toContain('certains des postes choisis par 301 (A)')
})
