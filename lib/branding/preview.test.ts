import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAccent, checkDarkAccent, nearestAccent, nearestDarkAccent } from './accent.ts'
import { colour } from './colour.ts'
import { previewOf } from './preview.ts'
import { packedPreview, unpackedPreview } from './preview-text.ts'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map(n => colour(`#${n.toString(16).padStart(6, '0')}`))

test('the shade that is offered is always taken, and a good colour is its own', () => {
  fc.assert(
    fc.property(anyColour, one => {
      expect(checkAccent(nearestAccent(one)).ok).toBe(true)
      expect(checkDarkAccent(nearestDarkAccent(one)).ok).toBe(true)
      if (checkAccent(one).ok) expect(nearestAccent(one)).toBe(one)
      if (checkDarkAccent(one).ok) expect(nearestDarkAccent(one)).toBe(one)
    }),
    { numRuns: 500 },
  )
})

test('a colour on dark pages is refused with its figure', () => {
  expect(checkDarkAccent('#7cc4ff')).toEqual({ ok: true, value: '#7cc4ff' })
  expect(checkDarkAccent('#0b5cab')).toEqual({ ok: false, refusal: 'contrast-too-low', ratio: 2.38 })
  expect(checkDarkAccent('blue')).toEqual({ ok: false, refusal: 'not-a-colour' })
})

test('a preview says whether the colours would be taken, and what instead', () => {
  fc.assert(
    fc.property(anyColour, fc.option(anyColour), (accent, dark) => {
      const preview = previewOf(accent, dark ?? '')
      expect(preview?.light.nearest === null).toBe(checkAccent(accent).ok)
      expect(preview?.dark.nearest === null).toBe(dark === null || checkDarkAccent(dark).ok)
      expect(preview && unpackedPreview(packedPreview(preview))).toEqual(preview)
    }),
    { numRuns: 300 },
  )
})

test.each(['red', '#fff', 'red;}body{}', '</style>'])('of %s there is nothing to show', text => {
  expect(previewOf(text, '')).toBeNull()
  expect(previewOf('#0b5cab', text)).toBeNull()
})

test('what comes back with a form is read as colours and figures, or not at all', () => {
  const good = packedPreview(previewOf('#777777', '') as NonNullable<ReturnType<typeof previewOf>>)
  expect(unpackedPreview(good)).not.toBeNull()
  const bad = [
    '',
    ' ',
    `${good} x`,
    good.replace('#', ';'),
    good.replace(/,4\.47/, ',NaN'),
    good.replace(',', '}'),
  ]
  for (const text of [...bad, '#777777,,,,,5, a', good.replace('#', '#}</style>')])
    expect(unpackedPreview(text), text).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), text => {
      expect(unpackedPreview(text)).toBeNull()
    }),
    { numRuns: 500 },
  )
})
