import { expect, test } from 'vitest'
import { scopeForbids, scopeText } from './scope-words.ts'
import { type Scope, scopeNames, scopePages } from './scopes.ts'

const all: readonly Scope[] = scopeNames.map(name => ({ name, pages: name === 'chosen' ? scopePages : [] }))

test.each(all)('$name says what it leaves out, in both languages', scope => {
  for (const language of ['en', 'fr'] as const) {
    expect(scopeForbids(scope, language).length).toBeGreaterThanOrEqual(2)
  }
})

test('a chosen scope names its pages', () => {
  const scope: Scope = { name: 'chosen', pages: ['general', 'sms'] }
  expect(scopeText(scope, 'en')).toBe('Chosen modules and pages: General, SMS')
  expect(scopeText(scope, 'fr')).toBe('Modules et pages choisis\u202F: Général, SMS')
})
