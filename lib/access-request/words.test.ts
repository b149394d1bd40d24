import { expect, test } from 'vitest'
import { languages } from '#lib/language.ts'
import { outcomeSentence, type Refusal, refusalSentence, requestWords } from './words.ts'

test('whoever comes too late is told what happened and who did it', () => {
  const seen = { state: 'approved', by: 'Harriet Osei' }
  expect(refusalSentence('already-decided', seen, 'en')).toBe(
    'It was approved by Harriet Osei in the meantime. Your own choice was not used.',
  )
  expect(refusalSentence('already-decided', seen, 'fr')).toBe(
    'Elle a été approuvée par Harriet Osei entre-temps. Votre propre choix n’a pas été retenu.',
  )
})

test('after a decline the moment is told in the reader’s zone', () => {
  const seen = { state: '2026-11-24T22:00:00.000Z', by: null }
  expect(refusalSentence('declined-recently', seen, 'en', 'Australia/Sydney')).toContain(
    'from Wed 25 Nov 2026, 09:00 AEDT',
  )
  expect(refusalSentence('declined-recently', seen, 'fr', 'America/Toronto')).toContain('17 h 00 HNE')
})

test('a state that is no request’s leaves no gap in the sentence', () => {
  const odd = { state: 'toString', by: null }
  expect(refusalSentence('already-decided', odd, 'en')).toBe('Your own choice was not used.')
  expect(refusalSentence('declined-recently', { state: 'never', by: null }, 'en')).toContain('24 hours')
})

test('every refusal is a whole sentence in both languages', () => {
  for (const language of languages) {
    for (const refusal of Object.keys(requestWords.en.refusal) as Refusal[])
      expect(refusalSentence(refusal, { state: 'declined', by: 'Ana' }, language)).toMatch(/^\p{Lu}.*\.$/su)
  }
})

test('an approver who saves without seeing who came first is told the outcome alone', () => {
  expect(outcomeSentence('lapsed', null, 'en')).toBe('This request has lapsed: nobody decided on it in time.')
})
