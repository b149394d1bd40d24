import { describe, expect, test } from 'vitest'
import { packed } from '#lib/edit.ts'
import { languages } from '#lib/language.ts'
import { limitsForm, shownLimits, typedLimits } from './forms.ts'
import {
  hoursOf,
  isLimit,
  type Limits,
  limitFields,
  limitsFrom,
  limitValues,
  monthsOf,
  spanOf,
} from './limits.ts'
import { limitText, limitWords } from './words.ts'

const usual: Limits = {
  longestGrantHours: null,
  requestLifeHours: 168,
  reviewMonths: 6,
  endUnanswered: false,
}

test.each([
  usual,
  { longestGrantHours: 1, requestLifeHours: 1, reviewMonths: 1, endUnanswered: true },
  { longestGrantHours: 87_600, requestLifeHours: 2160, reviewMonths: 24, endUnanswered: false },
])('%j comes back from its texts', limits => {
  expect(limitsFrom(limitValues(limits))).toEqual(limits)
})

test.each([
  ['1', 'hours', 1],
  [' 48 ', 'hours', 48],
  ['7', 'days', 168],
  ['90', 'days', 2160],
  ['2160', 'hours', 2160],
  ['2161', 'hours', 'too-large'],
  ['91', 'days', 'too-large'],
  ['0', 'hours', 'not-a-number'],
  ['', 'hours', 'not-a-number'],
  ['-1', 'hours', 'not-a-number'],
  ['1.5', 'days', 'not-a-number'],
  ['1e3', 'hours', 'not-a-number'],
  ['٣', 'days', 'not-a-number'],
  ['9999999', 'hours', 'too-large'],
  ['9'.repeat(400), 'hours', 'too-large'],
] as const)('%j %s is %s', (amount, unit, outcome) => {
  const read = hoursOf(amount, unit, 2160)
  expect(read.ok ? read.value : read.refusal).toBe(outcome)
})

test.each([
  ['1', 1],
  ['24', 24],
  ['25', 'too-large'],
  ['0', 'not-a-number'],
  ['six', 'not-a-number'],
] as const)('%j months is %s', (amount, outcome) => {
  const read = monthsOf(amount)
  expect(read.ok ? read.value : read.refusal).toBe(outcome)
})

test('a span is shown in days where it is whole days and more than two', () => {
  expect([1, 24, 48, 49, 72, 168].map(spanOf)).toEqual([
    { amount: 1, unit: 'hours' },
    { amount: 24, unit: 'hours' },
    { amount: 48, unit: 'hours' },
    { amount: 49, unit: 'hours' },
    { amount: 3, unit: 'days' },
    { amount: 7, unit: 'days' },
  ])
})

const posted = {
  shown: packed(limitFields, limitValues(usual)),
  longest: 'any',
  longestAmount: '',
  longestUnit: 'hours',
  lifeAmount: '7',
  lifeUnit: 'days',
  review: '6',
  unanswered: 'off',
}
const read = (more: object) => typedLimits(limitsForm.parse({ ...posted, ...more }))

describe('the form', () => {
  test('as it is shown changes nothing', () => {
    expect(read({})).toEqual({ ok: true, value: limitValues(usual) })
  })

  test('reads a limit, and none whatever stands beside "any length"', () => {
    expect(read({ longest: 'limited', longestAmount: '3', longestUnit: 'days' })).toMatchObject({
      value: { longestGrantHours: '72' },
    })
    expect(read({ longest: 'any', longestAmount: 'x' })).toMatchObject({ value: { longestGrantHours: '' } })
  })

  test.each([
    usual,
    { longestGrantHours: 24, requestLifeHours: 36, reviewMonths: 1, endUnanswered: true },
    { longestGrantHours: 720, requestLifeHours: 720, reviewMonths: 24, endUnanswered: false },
  ])('shows %j so that it reads the same back', limits => {
    const values = limitValues(limits)
    expect(typedLimits(shownLimits(values))).toEqual({ ok: true, value: values })
  })

  test('tells all faults at once', () => {
    expect(read({ longest: 'limited', lifeAmount: '91', review: '0' })).toEqual({
      ok: false,
      refusal: 'faults',
      faults: { longestAmount: 'not-a-number', lifeAmount: 'too-large', review: 'not-a-number' },
    })
  })

  test.each(['[]', '["1","2"]', 'x', '{}', '[1,2,3]'])('refuses %j as what was shown', shown => {
    expect(limitsForm.safeParse({ ...posted, shown }).success).toBe(false)
  })
})

test.each(languages)('limits have names and values in %s', language => {
  const values = limitValues({ ...usual, longestGrantHours: 72 })
  for (const field of limitFields) {
    expect(isLimit(field)).toBe(true)
    expect(limitText(field, values[field], language)).toMatch(field === 'endUnanswered' ? /acc/ : /\d/)
  }
  expect(limitText('longestGrantHours', '', language)).toBe(limitWords[language].none)
  expect(isLimit('constructor')).toBe(false)
})
