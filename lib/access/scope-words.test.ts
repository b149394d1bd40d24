import { expect, test } from 'vitest'
import { scopeAllows, scopeForbids, scopeText } from './scope-words.ts'
import { type Scope, scopeNames, scopePages } from './scopes.ts'

const all: readonly Scope[] = scopeNames.map(name => ({ name, pages: name === 'chosen' ? scopePages : [] }))

test.each(all)('$name says what it allows and what it does not, in both languages', scope => {
  for (const language of ['en', 'fr'] as const) {
    expect(scopeAllows(scope, language).length).toBeGreaterThan(0)
    expect(scopeForbids(scope, language).length).toBeGreaterThanOrEqual(2)
  }
})

test('a chosen scope names its pages', () => {
  const scope: Scope = { name: 'chosen', pages: ['general', 'sms'] }
  expect(scopeText(scope, 'en')).toBe('Chosen modules and pages: General, SMS')
  expect(scopeText(scope, 'fr')).toBe('Modules et pages choisis\u202F: Général, SMS')
  expect(scopeAllows(scope, 'en')).toEqual([
    'see and change the account’s details',
    'send and receive text messages',
  ])
})
