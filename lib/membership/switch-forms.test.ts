import { expect, test } from 'vitest'
import {
  addPortalUserForm,
  bulkActs,
  packedRows,
  severalForm,
  switchedAtOnce,
  switchesForm,
  switchOf,
  wishesIn,
} from './switch-forms.ts'

const account = '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11'
const [one, other] = ['1b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11', '2b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11']
const rows = packedRows([
  { id: one, modules: ['sms', 'call-log'] },
  { id: other, modules: [] },
])
const parse = (more: object) => switchesForm.safeParse({ account, way: 'save', shown: rows, ...more })

test('the table travels as it was shown, and comes back as what each is to become', () => {
  const read = parse({ modules: [`${one}.sms`, `${other}.fax`] })
  expect(read.success && wishesIn(read.data)).toEqual([
    { id: one, shown: ['sms', 'call-log'], ticked: ['sms'] },
    { id: other, shown: [], ticked: ['fax'] },
  ])
  const none = parse({})
  expect(none.success && wishesIn(none.data).map(wish => wish.ticked)).toEqual([[], []])
})

test.each([
  ['an unknown module', { modules: [`${one}.billing`] }],
  ['a doubled one', { modules: [`${one}.sms`, `${one}.sms`] }],
  ['somebody who was not shown', { modules: [`${account}.sms`] }],
  ['no person at all', { modules: ['sms'] }],
  ['something that is none', { modules: ['__proto__'] }],
  ['an unknown module as shown', { shown: `${one}:billing` }],
  ['a person twice', { shown: `${one}: ${one}:sms` }],
  ['nobody', { shown: '' }],
  ['a module shown twice', { shown: `${one}:sms,sms` }],
  ['10,000 characters', { shown: 'x'.repeat(10_000) }],
  [
    'more people than a page shows',
    {
      shown: packedRows(
        Array.from({ length: switchedAtOnce + 1 }, (_, i) => ({
          id: `${one.slice(0, 34)}${String(i).padStart(2, '0')}`,
          modules: [],
        })),
      ),
    },
  ],
  ['another button', { way: 'remove' }],
])('%s is not taken', (_, more) => {
  expect(parse(more).success).toBe(false)
})

const add = (more: object) =>
  addPortalUserForm.safeParse({ account, email: 'a@b.example', name: '', language: 'en', ...more })

test('one address, modules that there are, a name or none', () => {
  expect(add({}).success).toBe(true)
  expect(add({ modules: ['sms'] }).success).toBe(true)
  for (const email of [
    '',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'x'.repeat(10_000),
    'a@b.example\nBcc: c@d.example',
  ])
    expect(add({ email }).success, email.slice(0, 40)).toBe(false)
  for (const modules of [['billing'], ['sms', 'SMS'], 'sms', ['__proto__']])
    expect(add({ modules }).success, String(modules)).toBe(false)
  expect(add({ name: 'x'.repeat(10_000) }).success).toBe(false)
  expect(add({ language: 'de' }).success).toBe(false)
})

test('several at once: some people, and something that there is to do', () => {
  const several = (more: object) =>
    severalForm.safeParse({ account, what: 'on.sms', people: [one], ...more }).success
  expect(several({})).toBe(true)
  for (const more of [{ people: [] }, { people: ['x'] }, { what: 'on.billing' }, { what: 'promote' }])
    expect(several(more)).toBe(false)
  expect(bulkActs.map(switchOf).filter(one => one === null)).toHaveLength(1)
  expect(switchOf('off.call-log')).toEqual({ module: 'call-log', on: false })
})
