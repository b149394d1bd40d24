import { expect, test } from 'vitest'
import { capabilities } from './capabilities.ts'
import { scopeGives } from './scope-gives.ts'
import { capabilitiesOfScope, type Scope, type ScopeName, scopeNames, scopePages } from './scopes.ts'

const of = (name: ScopeName): Scope => ({ name, pages: name === 'chosen' ? scopePages : [] })

test.each(scopeNames)('%s says what it gives, in both languages', name => {
  for (const language of ['en', 'fr'] as const) {
    const texts = scopeGives(of(name), language)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.join()).not.toMatch(/undefined/)
  }
})

test('a chosen page is told by the strongest right to it, a module by its own', () => {
  const texts = scopeGives({ name: 'chosen', pages: ['general', 'fax', 'sms'] }, 'en')
  expect(texts[0]).toBe('see and change the account’s details')
  expect(texts).toHaveLength(3)
  expect(scopeGives(of('full'), 'en').join()).toMatch(
    /use Fax, SMS, Call log, Phonebook, Admin \(extensions, key profiles\) and Sync/,
  )
  expect(scopeGives(of('full'), 'fr').join()).toMatch(/utiliser la télécopie, les SMS/)
})

test('full administration tells of everything that it gives, the strongest right to each thing', () => {
  const told = scopeGives(of('full'), 'en').join('; ')
  const things = {
    general: 'details',
    services: 'services',
    people: 'people',
    'portal-users': 'portal users',
    branding: 'branding',
    subscriptions: 'subscriptions',
    clients: 'client accounts',
    activity: 'history',
    sync: 'Sync',
    account: '',
    'module.fax': 'Fax',
    'module.sms': 'SMS',
    'module.call-log': 'Call log',
    'module.phonebook': 'Phonebook',
    'module.admin': 'Admin',
  }
  const thingOf = (one: string) => (one.startsWith('module.') ? one : one.replace(/\.[^.]+$/, ''))
  for (const one of capabilitiesOfScope(of('full')))
    expect(told, one).toContain(things[thingOf(one) as keyof typeof things])
})

test('a scope of services and people names nothing that it does not give', () => {
  expect(scopeGives(of('services'), 'en')).toEqual([
    'see the account’s details',
    'see and change services, numbers and devices',
  ])
  const held = capabilitiesOfScope(of('read-only'))
  expect(capabilities.filter(one => held.has(one) && one.endsWith('.update'))).toEqual([])
  expect(scopeGives(of('read-only'), 'en')).toEqual([
    'see the account’s details, services, people and the firm’s own part of the history',
  ])
})

test.each(['full', 'read-only', 'chosen'] as const)(
  '%s promises no more of the history than a partner sees: its own part',
  name => {
    const texts = (language: 'en' | 'fr') => scopeGives(of(name), language).join('; ')
    expect(texts('en')).toContain('the firm’s own part of the history')
    expect(texts('en')).not.toMatch(/(see|whole) the history|the whole history/)
    expect(texts('fr')).toContain('la part de l’historique qui concerne l’entreprise')
    expect(texts('fr')).not.toMatch(/voir l’historique|tout l’historique/)
  },
)
