import { expect, test } from 'vitest'
import { z } from 'zod'
import { email } from '#lib/contact-fields.ts'
import { packed } from '#lib/edit.ts'
import { chosenId, fieldWords, id, line, lines } from '#lib/form-fields.ts'
import { button, shownValues } from '#lib/hidden-fields.ts'
import { fieldsOf, parseFields } from './form-data.ts'

const schema = z.object({
  reason: lines(2000),
  note: lines(1000, { required: false }).optional(),
  name: line(100, { required: false }).optional(),
  email: email.optional(),
  tags: z.array(line(10)).optional(),
  account: chosenId.optional(),
})

function posted(values: Readonly<Record<string, string>>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  const fields = fieldsOf(data)
  if (!fields) throw new Error('unusable')
  return parseFields(schema, fields, 'en')
}

const tooLong = (longest: string) => fieldWords.en['too-long'](longest)

test.each([25_000, 900_000])('a text of %i characters is answered at its field, and kept', length => {
  const reason = 'x'.repeat(length)
  const answer = posted({ reason, note: 'kept, too' })
  if (answer.ok) throw new Error('taken')
  expect(answer.refused.fields).toEqual({ reason: tooLong('2,000') })
  expect(answer.refused.values).toEqual({ reason, note: 'kept, too' })
})

test('every sort of field answers for itself', () => {
  const long = 'x'.repeat(50_000)
  const answer = posted({
    reason: 'Short',
    name: long,
    email: `${long}@example.com`,
    account: long,
    tags: long,
  })
  if (answer.ok) throw new Error('taken')
  expect(answer.refused.message).toBe(fieldWords.en.check.unchanged)
  expect(Object.keys(answer.refused.fields)).toEqual(['name', 'email', 'tags', 'account'])
})

test('blanks around a text are no part of it, however many', () => {
  const answer = posted({
    reason: `${' '.repeat(30_000)}Short${'\n'.repeat(30_000)}`,
    note: ' '.repeat(30_000),
  })
  expect(answer).toEqual({ ok: true, input: { reason: 'Short', note: '' } })
})

test('where a schema forgot its limit, a part never stands for the whole', () => {
  const answer = parseFields(z.object({ any: z.string() }), { any: 'x'.repeat(20_000) }, 'en')
  expect(answer.ok).toBe(false)
})

test('a text that is slow to bring to its normal form holds nobody up', () => {
  const marks = `a${'\u0323\u0301'.repeat(150_000)}`
  const begun = performance.now()
  const answer = posted({ reason: marks })
  expect(performance.now() - begun, 'milliseconds; many thousands without the limit').toBeLessThan(2000)
  expect(answer.ok).toBe(false)
})

const unseenOnes = z.object({
  account: id,
  act: button(['keep', 'end']),
  shown: shownValues(['name']),
  chosen: chosenId,
  reason: lines(100),
})
const fine = {
  account: '11111111-1111-4111-8111-111111111111',
  act: 'keep',
  shown: packed(['name'], { name: 'Harbour Dental' }),
  chosen: '11111111-1111-4111-8111-111111111111',
  reason: 'Short',
}

test.each(['account', 'act', 'shown'])(
  'where %s, which nobody sees, is spoilt, the page is out of date',
  name => {
    const answer = parseFields(unseenOnes, { ...fine, [name]: 'spoilt', reason: '' }, 'en')
    if (answer.ok) throw new Error('taken')
    expect(answer.refused).toMatchObject({ message: fieldWords.en.unusable, fields: {} })
    const { [name as keyof typeof fine]: _, ...without } = fine
    expect(parseFields(unseenOnes, without, 'en')).toMatchObject({
      refused: { message: fieldWords.en.unusable },
    })
  },
)

test('where something chosen is spoilt, it is marked', () => {
  expect(parseFields(unseenOnes, fine, 'en')).toMatchObject({ ok: true })
  const answer = parseFields(unseenOnes, { ...fine, chosen: 'spoilt' }, 'en')
  if (answer.ok) throw new Error('taken')
  expect(answer.refused.message).toBe(fieldWords.en.check.unchanged)
  expect(Object.keys(answer.refused.fields)).toEqual(['chosen'])
})
