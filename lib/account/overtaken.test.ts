import { expect, test } from 'vitest'
import { packed } from '#lib/edit.ts'
import { serviceFields } from './details.ts'
import { overtakenAnswer } from './overtaken.ts'

const stored = { label: 'Front desk', forwardTo: '+1 604 555 0199', enabled: 'off' }
const overtook = {
  outcome: 'meanwhile' as const,
  stored,
  merged: { ...stored, label: 'Reception' },
  theirs: ['label', 'enabled'] as const,
  by: [
    {
      fields: ['label', 'enabled'] as const,
      by: 'Marcus',
      firm: 'Harbour Dental',
      at: new Date('2026-11-24T22:00:00Z'),
    },
  ],
}

test('whoever was overtaken is told by whom, what and when, and what each field is by now', () => {
  const answer = overtakenAnswer(serviceFields, overtook, 'UTC', 'en')
  expect(answer.refused).toContain(
    'Marcus (Harbour Dental) changed “Label” and “In use” on Tue 24 Nov 2026, 22:00 UTC',
  )
  expect(answer.fields).toEqual({
    label: 'This was changed meanwhile. By now it is: “Front desk”.',
    enabled: 'This shows the newer value, which was saved meanwhile.',
  })
})

test('the form comes back ready to be saved over what it now shows', () => {
  const { values } = overtakenAnswer(serviceFields, overtook, 'UTC', 'en')
  expect(values).toEqual({
    label: 'Reception',
    forwardTo: '+1 604 555 0199',
    enabled: '',
    shown: packed(serviceFields, stored),
  })
})

test('in French, and where the history does not say who', () => {
  const by = [{ fields: ['label'] as const, by: null, firm: '', at: null }]
  const { refused } = overtakenAnswer(serviceFields, { ...overtook, by }, 'UTC', 'fr')
  expect(refused).toContain('quelqu’un a modifié «\u00A0Libellé\u00A0».')
})
