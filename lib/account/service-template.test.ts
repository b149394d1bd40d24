import { expect, test } from 'vitest'
import {
  addServiceTemplateForm,
  keepServiceTemplate,
  mostServiceTemplates,
  startsUser,
  templateProducts,
} from './service-template.ts'

const content = { name: 'Dock', product: 'cloud-pbx', label: 'Dock', level: '', supportText: '' }
const standing = { products: ['cloud-pbx', 'sip-trunks', 'branding'], others: ['Gate'] }

test.each([
  [{}, null],
  [{ label: '', level: 'admin' }, null],
  [{ label: '', supportText: 'Ask Ana.' }, null],
  [{ name: 'GÂTE' }, 'name-taken'],
  [{ product: 'business-lines' }, 'no-such-product'],
  [{ product: 'branding' }, 'no-such-product'],
  [{ level: 'super-admin' }, 'no-such-level'],
  [{ product: 'sip-trunks', level: 'user' }, 'no-such-level'],
  [{ label: '' }, 'empty'],
])('%j: %s', (more, refusal) => {
  const kept = keepServiceTemplate({ ...content, ...more }, standing)
  expect(kept.ok ? null : kept.refusal).toBe(refusal)
})

test('an account keeps so many', () => {
  const others = Array.from({ length: mostServiceTemplates }, (_, at) => `T ${at}`)
  expect(keepServiceTemplate(content, { ...standing, others })).toMatchObject({ refusal: 'too-many' })
  expect(templateProducts(standing.products)).toEqual(['cloud-pbx', 'sip-trunks'])
})

test('the form takes a level or none, several lines of plain text, and no product that there is not', () => {
  const account = '6f9619ff-8b86-4d01-b42d-00c04fc964ff'
  const parsed = (more: object) =>
    addServiceTemplateForm.strict().safeParse({ account, ...content, ...more }).success
  expect(parsed({ level: 'user', supportText: 'One\r\nTwo' })).toBe(true)
  expect(parsed({ level: 'owner' })).toBe(false)
  expect(parsed({ product: 'gold' })).toBe(false)
  expect(parsed({ supportText: 'x'.repeat(501) })).toBe(false)
  expect(parsed({ name: '—' })).toBe(false)
  expect(parsed({ label: 'a\u202Eb' })).toBe(false)
})

test.each([
  ['cloud-pbx', '', '', false],
  ['cloud-pbx', 'user', '', true],
  ['cloud-pbx', '', 'Ask the front desk', true],
  ['sip-trunks', '', 'Ask the front desk', false],
])(
  'of %s with the level “%s” and the words “%s” it starts an end user: %s',
  (product, level, supportText, starts) => {
    expect(startsUser({ product, level, supportText })).toBe(starts)
  },
)
