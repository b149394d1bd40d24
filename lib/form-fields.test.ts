import { expect, test } from 'vitest'
import { fieldLabels, fieldSentence, fieldWords, line, lines } from './form-fields.ts'

const faultOf = (schema: ReturnType<typeof line>, text: string) =>
  schema.safeParse(text).error?.issues[0]?.message

test('what is too long is told with the limit', () => {
  const fault = faultOf(lines(2000), 'x'.repeat(2001)) ?? ''
  expect(fieldSentence(fault, 'en')).toBe('This is too long: 2,000 characters at most.')
  expect(fieldSentence(fault, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    'Ce texte est trop long : 2 000 caractères au plus.',
  )
  expect(fieldSentence('too-long', 'en')).toBe('This is too long. Please shorten it.')
})

test('what is too short is told with the limit; nothing at all is needed rather than too short', () => {
  const reason = line(500, { shortest: 5 })
  expect(fieldSentence(faultOf(reason, ' abcd ') ?? '', 'en')).toBe(
    'This is too short: 5 characters at least.',
  )
  expect(faultOf(reason, '   ')).toBe('required')
  expect(faultOf(line(500, { shortest: 5, required: false }), '')).toBeUndefined()
  expect(reason.parse(' abcde ')).toBe('abcde')
})

test('what can’t be shown is told by its sort and its place', () => {
  expect(fieldSentence(faultOf(line(10), 'a\nb') ?? '', 'en')).toMatch(/^Character 2 of this is a line break/)
  expect(fieldSentence(faultOf(lines(10), 'a\nb\u202e') ?? '', 'en')).toMatch(
    /^Character 4 .* an invisible one/,
  )
  expect(fieldSentence(faultOf(line(10), 'Ana\u0000') ?? '', 'fr')).toMatch(/^Le caractère 4 /)
  expect(faultOf(lines(10), 'a\nb')).toBeUndefined()
})

test('anything else that a schema says is a choice that is not offered', () => {
  expect(fieldSentence('Invalid input', 'en')).toBe(fieldWords.en['not-a-choice'])
  expect(fieldSentence('toString', 'en')).toBe(fieldWords.en['not-a-choice'])
})

test('a label stands before its sentence as each language writes it', () => {
  expect(fieldLabels({ reason: 'Reason' }, 'en')).toEqual({ reason: 'Reason:' })
  expect(fieldLabels({ reason: 'Motif' }, 'fr')).toEqual({ reason: 'Motif\u202f:' })
})
