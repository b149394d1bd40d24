import { describe, expect, test } from 'vitest'
import { unpacked } from '#lib/edit.ts'
import {
  addTemplateForm,
  contentOf,
  keepTemplate,
  mostTemplates,
  scopeIn,
  type TemplateContent,
  templateFields,
  templateValues,
  typedValues,
} from './template.ts'
import { overtakenTemplate, templateWords } from './template-words.ts'

const now = new Date('2026-11-24T12:00:00Z')
const rules = { longestHours: null, zone: 'America/Vancouver' }
const content: TemplateContent = {
  name: 'Première visite',
  reason: 'We look at the phones.',
  scope: { name: 'chosen', pages: ['fax', 'sms'] },
  duration: { kind: 'hours', hours: 24 },
}

describe('what a firm may keep', () => {
  const kept = (
    others: readonly string[],
    more: Partial<TemplateContent> = {},
    longestHours: number | null = null,
  ) => keepTemplate({ ...content, ...more }, { others }, now, { ...rules, longestHours })

  test('whatever can be asked for', () => {
    expect(kept([])).toEqual({ ok: true, value: null })
    expect(kept(['Premiere visites', 'Visite'])).toMatchObject({ ok: true })
  })
  test.each(['première visite', 'PREMIERE VISITE', 'Premie\u0300re visite'])(
    'no two names that differ in case and accents alone: %s',
    name => {
      expect(kept(['Other', name])).toMatchObject({ refusal: 'name-taken' })
    },
  )
  test('fifty at most', () => {
    const many = Array.from({ length: mostTemplates }, (_, n) => `Template ${n}`)
    expect(kept(many)).toMatchObject({ refusal: 'too-many' })
    expect(kept(many.slice(1))).toMatchObject({ ok: true })
  })
  test('nothing that a request would be refused for', () => {
    expect(kept([], { scope: { name: 'chosen', pages: [] } })).toMatchObject({ refusal: 'nothing-chosen' })
    expect(kept([], { duration: { kind: 'until', date: '2026-11-20' } })).toMatchObject({
      refusal: 'ends-in-the-past',
    })
    expect(kept([], {}, 1)).toMatchObject({ refusal: 'longer-than-limit' })
    expect(kept([], { duration: { kind: 'ongoing' } }, 24)).toMatchObject({ refusal: 'longer-than-limit' })
  })
})

describe('the form', () => {
  const typed = {
    partner: '7b0c8f7e-6a3b-4f57-9a55-1f0d0f6f9b11',
    name: ' Visit ',
    reason: 'Why.\r\nBecause.',
    scope: 'read-only',
    duration: 'until',
    until: '2026-12-31',
  }
  test('reads what the form that asks reads, and a name', () => {
    const input = addTemplateForm.parse(typed)
    expect(contentOf(input)).toEqual({
      name: 'Visit',
      reason: 'Why.\nBecause.',
      scope: { name: 'read-only', pages: [] },
      duration: { kind: 'until', date: '2026-12-31' },
    })
  })
  test.each([
    [{ name: '' }, 'name'],
    [{ name: '!!!' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ reason: '' }, 'reason'],
    [{ reason: 'x'.repeat(2001) }, 'reason'],
    [{ scope: 'everything' }, 'scope'],
    [{ scope: 'chosen' }, 'pages'],
    [{ duration: '9h' }, 'duration'],
    [{ until: '2026-02-30' }, 'until'],
  ])('%j is refused at %s', (more, field) => {
    const parsed = addTemplateForm.safeParse({ ...typed, ...more })
    expect(parsed.error?.issues.map(issue => issue.path[0])).toContain(field)
  })
})

test('a template as texts is read back as it was', () => {
  const values = templateValues(content)
  expect(values).toEqual({
    name: content.name,
    reason: content.reason,
    scope: 'chosen fax sms',
    duration: '24h',
  })
  expect(scopeIn(values.scope)).toEqual(content.scope)
  expect(typedValues(values)).toMatchObject({
    scope: 'chosen',
    pages: ['fax', 'sms'],
    duration: '24h',
    until: '',
  })
  const day = templateValues({ ...content, duration: { kind: 'until', date: '2026-12-31' } })
  expect(typedValues(day)).toMatchObject({ duration: 'until', until: '2026-12-31' })
})

test.each(['en', 'fr'] as const)(
  'whoever was overtaken reads by whom, and the form holds both, %s',
  language => {
    const stored = templateValues({ ...content, scope: { name: 'services', pages: [] } })
    const merged = { ...stored, reason: 'My own words.' }
    const by = [{ fields: ['scope' as const], by: 'Amara Singh', firm: 'Brightline IT', at: now }]
    const told = overtakenTemplate(
      { outcome: 'meanwhile', stored, merged, theirs: ['scope'], by },
      'UTC',
      language,
    )
    expect(told.refused).toContain('Amara Singh')
    expect(told.refused).toContain(templateWords[language].field.scope)
    expect(Object.keys(told.fields)).toEqual(['scope'])
    expect(told.values).toMatchObject({ reason: 'My own words.', scope: 'services', pages: [] })
    expect(unpacked(templateFields, told.values.shown)).toEqual(stored)
  },
)
