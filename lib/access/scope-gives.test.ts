import { expect, test } from 'vitest'
import { hasPage } from './account-sections.ts'
import { capabilities } from './capabilities.ts'
import { pagesNotYet, scopeGives } from './scope-gives.ts'
import { capabilitiesOfScope, type Scope, type ScopeName, scopeNames, scopePages } from './scopes.ts'

const of = (name: ScopeName): Scope => ({ name, pages: name === 'chosen' ? scopePages : [] })
const modules = ['fax', 'sms', 'call-log', 'phonebook'] as const

test.each(scopeNames)('%s says what it gives, in both languages', name => {
  for (const language of ['en', 'fr'] as const) {
    const { now, notYet } = scopeGives(of(name), language)
    expect([...now, ...notYet].length).toBeGreaterThan(0)
    expect([...now, ...notYet].join()).not.toMatch(/undefined/)
  }
})

test('what the portal has a page for is told apart from what it has none for', () => {
  const { now, notYet } = scopeGives({ name: 'chosen', pages: ['general', ...modules] }, 'en')
  expect(now[0]).toBe('see and change the account’s details')
  const there = modules.filter(module => hasPage(`module.${module}`))
  expect(now).toHaveLength(1 + there.length)
  expect(notYet).toHaveLength(modules.length - there.length)
})

test('every module has its page by now', () => {
  expect(scopeGives(of('full'), 'en').now.join()).toMatch(
    /use Fax, SMS, Call log, Phonebook and Admin \(extensions, key profiles\)/,
  )
  expect(scopeGives(of('full'), 'fr').now.join()).toMatch(/utiliser la télécopie, les SMS/)
  expect(scopeGives(of('full'), 'en').notYet.join()).not.toMatch(/Fax|SMS/)
  expect(pagesNotYet({ name: 'chosen', pages: ['general', 'call-log', 'fax', 'sms'] }, 'en')).toBe('')
  expect(pagesNotYet({ name: 'chosen', pages: ['general'] }, 'en')).toBe('')
  expect(pagesNotYet(of('full'), 'en')).toBe('')
})

test('a scope of services and people names nothing that it does not give', () => {
  expect(scopeGives(of('services'), 'en')).toEqual({
    now: ['see the account’s details', 'see and change services, numbers and devices'],
    notYet: [],
  })
  const held = capabilitiesOfScope(of('read-only'))
  expect(capabilities.filter(one => held.has(one) && one.endsWith('.update'))).toEqual([])
  expect(scopeGives(of('read-only'), 'en').now).toEqual([
    'see the account’s details, services, people and the firm’s own part of the history',
  ])
})

test.each(['full', 'read-only', 'chosen'] as const)(
  '%s promises no more of the history than a partner sees: its own part',
  name => {
    const texts = (language: 'en' | 'fr') => scopeGives(of(name), language).now.join('; ')
    expect(texts('en')).toContain('the firm’s own part of the history')
    expect(texts('en')).not.toMatch(/(see|whole) the history|the whole history/)
    expect(texts('fr')).toContain('la part de l’historique qui concerne l’entreprise')
    expect(texts('fr')).not.toMatch(/voir l’historique|tout l’historique/)
  },
)
