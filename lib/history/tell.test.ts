import { describe, expect, test } from 'vitest'
import { languages } from '#lib/language.ts'
import { toldChanges } from './changes.ts'
import { eventActions } from './event.ts'
import { actionsOf, historyKinds } from './kinds.ts'
import { actionsNamed, eventSentence, saidLabel, stateChange } from './tell.ts'
import { historyTitles } from './titles.ts'

const facts = {
  partner: 'Brightline IT',
  scope: 'services',
  duration: '24h',
  startsAt: '2026-11-24T22:00:00Z',
  endsAt: '2026-11-25T22:00:00Z',
  ticket: 'HD-1042',
  what: 'approve-request',
}
const event = (action: string, more: object = {}) => ({ action, from: null, to: null, facts, ...more })

describe.each(languages)('in %s', language => {
  test.each(eventActions)('%s has a whole sentence and a title', action => {
    for (const given of [facts, {}]) {
      const sentence = eventSentence(event(action, { facts: given }), 'UTC', language)
      expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      expect(sentence).not.toMatch(/undefined|null|Invalid|\{/)
    }
    expect(historyTitles[language][action]).not.toBe(action)
  })

  test('titles are told apart', () => {
    const titles = Object.values(historyTitles[language])
    expect(new Set(titles).size).toBe(titles.length)
  })
})

test('what was given is told with scope, time and end', () => {
  expect(eventSentence(event('grant.created'), 'UTC', 'en')).toBe(
    'Gave Brightline IT access: Services support, 24 hours, from Tue 24 Nov 2026, 22:00 UTC, until Wed 25 Nov 2026, 22:00 UTC, ticket HD-1042.',
  )
})

test('more time that was given is not said to be what was asked: that stands beside it, with the end', () => {
  const granted = event('extension.granted', { facts: { ...facts, requester: 'Theo Nakamura' } })
  expect(eventSentence(granted, 'UTC', 'en')).toBe(
    'Gave more time, for which Theo Nakamura of Brightline IT had asked.',
  )
  expect(eventSentence(granted, 'UTC', 'fr')).toBe(
    'A accordé une prolongation, à la demande de Theo Nakamura (Brightline IT).',
  )
})

test('a start at the moment of the event is not told twice', () => {
  const at = new Date('2026-11-24T22:00:01Z')
  expect(eventSentence(event('grant.created', { at }), 'UTC', 'en')).not.toContain('from')
})

test('facts that can’t be read leave a sentence that can', () => {
  const odd = { scope: 'everything', duration: 'soon', endsAt: 'never', partner: 'X' }
  expect(eventSentence(event('grant.created', { facts: odd }), 'UTC', 'en')).toBe(
    'Gave X access: Chosen modules and pages.',
  )
  expect(eventSentence(event('something.new'), 'UTC', 'fr')).toContain('something.new')
})

test('an attempt is told in words, never by the name of code', () => {
  expect(eventSentence(event('attempt.refused'), 'UTC', 'en')).toContain('approve an access request')
  const unknown = eventSentence(event('attempt.refused', { facts: { what: 'constructor' } }), 'UTC', 'en')
  expect(unknown).toBe('Tried to change something, which they may not do here. Nothing was changed.')
})

test('changes are told field by field, in the reader’s words', () => {
  const changes = {
    enabled: ['on', 'off'],
    forwardTo: ['', '+1 604 555 0177'],
    level: ['user', 'admin'],
  } as const
  expect(toldChanges({ changes }, 'en')).toEqual([
    { field: 'In use', old: 'yes', new: 'no' },
    { field: 'Forward to', old: 'empty', new: '“+1 604 555 0177”' },
    { field: 'Level', old: 'User', new: 'Admin' },
  ])
})

test('an order and what became of it is told with its days, words and numbers', () => {
  const changes = {
    quantity: ['', '1200'],
    period: ['', 'year'],
    endsOn: ['2027-01-01', ''],
    state: ['active', 'refused'],
  } as const
  expect(toldChanges({ changes }, 'en').map(one => [one.field, one.old, one.new])).toEqual([
    ['Quantity', 'none', '1,200'],
    ['Billed', 'none', 'a year'],
    ['Ends', '1 Jan 2027', 'no end'],
    ['State', 'Active', 'Refused'],
  ])
  const trial = toldChanges({ changes: { state: ['running', 'refused'] } }, 'fr')
  expect(trial).toEqual([{ field: 'État', old: 'En cours', new: 'Refusé' }])
})

test('states are told by their words, from and to', () => {
  expect(stateChange({ action: 'access-request.approved', from: 'pending', to: 'approved' }, 'en')).toBe(
    'Asked → Approved',
  )
  expect(stateChange({ action: 'access-request.approved', from: null, to: null }, 'en')).toBeNull()
})

test('every action is of one kind, and a title finds its actions', () => {
  expect(historyKinds.flatMap(actionsOf).toSorted()).toEqual(eventActions.toSorted())
  expect(actionsOf('refused')).toEqual(['attempt.refused'])
  expect(actionsNamed('REVOKED', 'en')).toEqual(['grant.revoked'])
  expect(actionsNamed('révoqué', 'fr')).toEqual(['grant.revoked'])
})

test('a relationship’s states have words of their own', () => {
  const ended = { action: 'relationship.ended', from: 'active', to: 'ended' }
  expect(stateChange(ended, 'en')).toBe('Running → Ended')
  expect(stateChange(ended, 'fr')).toBe('En cours → Terminée')
})

test('what somebody wrote is announced as what it is', () => {
  const said = (action: string) => saidLabel(action, 'fr').replaceAll('\u202f', ' ')
  expect(said('access-request.question-asked')).toBe('Question :')
  expect(said('access-request.question-answered')).toBe('Réponse :')
  expect(said('grant.revoked')).toBe('Motif :')
})

test('a person is told with their address, and an old event without it reads as it did', () => {
  const person = {
    what: 'Theo Nakamura',
    whom: 'Theo Nakamura',
    partner: 'Brightline IT',
    kind: 'partner-technician',
  }
  const said = (action: string, more: object = {}, language: 'en' | 'fr' = 'en') =>
    eventSentence(event(action, { facts: { ...person, ...more } }), 'UTC', language)
  const email = 'tech@brightline.example'
  expect(said('staff.added', { email })).toBe(
    'Added Theo Nakamura (tech@brightline.example) to the people of Brightline IT, as technician.',
  )
  expect(said('staff.added', { kind: undefined })).toBe('Added Theo Nakamura to the people of Brightline IT.')
  expect(said('staff.removed', { email }, 'fr')).toBe(
    'A retiré Theo Nakamura (tech@brightline.example) des personnes de Brightline IT.',
  )
  expect(said('membership.removed', { email, kind: 'portal-user' })).toBe(
    'Removed Theo Nakamura (tech@brightline.example), portal user.',
  )
  expect(said('membership.removed', { kind: 'portal-user' })).toBe('Removed Theo Nakamura, portal user.')
  expect(said('platform-user.added', { email, what: 'support' })).toBe(
    'Added Theo Nakamura (tech@brightline.example) as platform support.',
  )
  expect(said('platform-user.removed', { email }, 'fr')).toBe(
    'A retiré Theo Nakamura (tech@brightline.example) des utilisateurs de la plateforme.',
  )
  expect(stateChange({ action: 'staff.activated', from: 'invited', to: 'active' }, 'en')).toBe(
    'Invited → Active',
  )
})

test('what a file changed is told in words, whatever codes the file holds', () => {
  const changes = {
    roles: ['', 'account-owner, service-viewer'],
    modules: ['fax, admin', 'sms'],
    products: ['cloud-pbx', 'branding, cloud-pbx'],
    staffRole: ['technician', 'administrator'],
  } as const
  const told = toldChanges({ changes, source: 'import' }, 'en').map(one => [one.field, one.old, one.new])
  expect(told).toEqual([
    ['Roles', '–', 'Account Owner, Service Viewer'],
    ['Modules', 'Fax, Admin', 'SMS'],
    ['Products', 'Cloud PBX', 'Branding, Cloud PBX'],
    ['Role in the firm', 'partner technician', 'partner administrator'],
  ])
})

test('the title of an import names no kind of what may have come', () => {
  for (const language of languages)
    expect(historyTitles[language]['back-office.imported']).not.toMatch(/services|bills|factures/i)
})
