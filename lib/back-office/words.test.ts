import { expect, test } from 'vitest'
import { languages } from '#lib/language.ts'
import { troubles } from './run.ts'
import { troubleSentence } from './words.ts'

test('what stopped a pull is told without the settings of the portal', () => {
  for (const language of languages)
    for (const trouble of troubles)
      expect(troubleSentence(trouble, 'Northwind', language)).toMatch(/^[^_]+\.$/)
})

test.each(['wrong-key', 'redirected'])('%s: who can put it right is named', trouble => {
  expect(troubleSentence(trouble, 'Northwind', 'en')).toBe(
    'The provider’s systems are not set up here. Tell Northwind.',
  )
  expect(troubleSentence(trouble, 'Northwind', 'fr')).toBe(
    'Les systèmes du fournisseur ne sont pas configurés ici. Prévenez Northwind.',
  )
})

test('a status stands behind, and a code that nobody knows can’t be understood', () => {
  expect(troubleSentence('failed:503', 'Northwind', 'en')).toMatch(/ \(503\)$/)
  expect(troubleSentence('__proto__', 'Northwind', 'en')).toBe(troubleSentence('garbage', 'Northwind', 'en'))
})
