import { expect, test } from 'vitest'
import { unguarded } from './spreadsheet.ts'

test.each([
  ["'=1+1", true, '=1+1'],
  ["'+1 604 555 0123", false, '+1 604 555 0123'],
  ["'＝x", true, '＝x'],
  ["'0123", false, '0123'],
  ["'quoted'", true, "'quoted'"],
  ["''=1+1", true, "'=1+1"],
  ["''x", true, "''x"],
  ['plain', true, 'plain'],
  ['+1 604 555 0123', false, '+1 604 555 0123'],
  ['', true, ''],
])('%j is %j', (cell, isText, value) => {
  expect(unguarded(cell, isText)).toEqual({ ok: true, value })
})

test.each(['=HYPERLINK("http://x")', '+cmd', '-2+3', '@SUM(A1)', ' =1', '＝1', '＠x'])(
  '%j is a formula',
  cell => {
    expect(unguarded(cell, true)).toMatchObject({ refusal: 'formula' })
  },
)
