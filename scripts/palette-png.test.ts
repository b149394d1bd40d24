import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawMark, marks } from '#db/demo/picture.ts'
import { withFewColours } from './palette-png.ts'

test('the picture keeps its size and its main colour, in as few colours as were asked for', () => {
  const before = drawMark('#0b5cab', marks.compass, 64)
  const after = withFewColours(before, 8)
  expect([after.readUInt32BE(16), after.readUInt32BE(20)]).toEqual([64, 64])
  expect(after[25], 'indexed').toBe(3)
  const palette = after.indexOf('PLTE')
  expect(after.readUInt32BE(palette - 4)).toBeLessThanOrEqual(8 * 3)
  const data = after.indexOf('IDAT')
  const lines = inflateSync(after.subarray(data + 4, data + 4 + after.readUInt32BE(data - 4)))
  expect(lines.length).toBe(65 * 64)
  const index = lines[8 * 65 + 1 + 32] ?? 0
  expect(after.subarray(palette + 4 + index * 3, palette + 7 + index * 3).toString('hex')).toBe('0b5cab')
})
