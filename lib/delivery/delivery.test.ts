import { describe, expect, test } from 'vitest'
import { languages } from '#lib/language.ts'
import {
  type Condition,
  conditionOf,
  isTrouble,
  type LetterStanding,
  longWait,
  reasonsIn,
} from './condition.ts'
import { correcting, handingOver, type Recipient, resending } from './cure.ts'
import { letterName, letterNames } from './names.ts'
import { addressRefusalSentence, deliveryWords, reasonText, resendRefusalSentence } from './words.ts'

const now = new Date('2026-11-24T12:00:00Z')
const usual: LetterStanding = {
  kind: 'access-requested',
  state: 'queued',
  delivery: null,
  dropReason: null,
  lastError: null,
  createdAt: new Date(now.getTime() - 1000),
  isReplaced: false,
  isHandedOver: false,
}
const old = new Date(now.getTime() - longWait)

/** Each condition by a letter that is in it, and what may be done about it. */
const table: readonly (readonly [Condition, Partial<LetterStanding>, 'anew' | 'at-once' | string])[] = [
  ['waiting', {}, 'at-once'],
  ['waiting', { createdAt: new Date(old.getTime() + 1) }, 'at-once'],
  ['stuck', { createdAt: old }, 'at-once'],
  ['stuck', { lastError: 'the mail service answered 503' }, 'at-once'],
  ['sent', { state: 'sent' }, 'arrived'],
  ['delivered', { state: 'sent', delivery: 'delivered' }, 'arrived'],
  ['delayed', { state: 'sent', delivery: 'delayed' }, 'anew'],
  ['bounced', { state: 'sent', delivery: 'bounced' }, 'anew'],
  ['complained', { state: 'sent', delivery: 'complained' }, 'anew'],
  // A report may come before we have heard that the letter was taken.
  ['bounced', { state: 'queued', delivery: 'bounced' }, 'anew'],
  ['bounced', { state: 'failed', delivery: 'bounced' }, 'anew'],
  ['failed', { state: 'failed' }, 'anew'],
  ['failed', { state: 'dropped', dropReason: 'not-an-address' }, 'anew'],
  ['dropped', { state: 'dropped', dropReason: 'request-decided' }, 'not-needed'],
  ['replaced', { state: 'sent', delivery: 'bounced', isReplaced: true }, 'taken-care-of'],
  ['replaced', { state: 'failed', isReplaced: true }, 'taken-care-of'],
  ['replaced', { state: 'failed', isReplaced: true, isHandedOver: true }, 'anew'],
]
const there: Recipient = { isThere: true, isActivated: false, isWaited: true }

test.each(table)('%s: %j → %s', (condition, more, outcome) => {
  const letter = { ...usual, ...more }
  expect(conditionOf(letter, now)).toBe(condition)
  const sent = resending(letter, there, now)
  expect(sent.ok ? sent.value : sent.refusal).toBe(outcome)
  const gone = resending(letter, { ...there, isThere: false }, now)
  expect(gone.ok ? gone.value : gone.refusal).toBe(sent.ok ? 'person-gone' : outcome)
  // Nobody but the person has a sign-in link sent again, whatever became of it.
  expect(resending({ ...letter, kind: 'sign-in-link' }, there, now)).toMatchObject({ refusal: 'own-letter' })
  // Nor anybody but the account an invitation to its administrators.
  expect(resending({ ...letter, kind: 'administrator-invited' }, there, now)).toMatchObject({
    refusal: 'account-sends',
  })
  const invited = { ...letter, kind: 'activation' }
  const linked = handingOver(invited, there, now)
  expect(linked.ok ? 'made' : linked.refusal).toBe(sent.ok ? 'made' : outcome)
  const late = resending(invited, { ...there, isWaited: false, isActivated: true }, now)
  expect(late.ok ? late.value : late.refusal).toBe(sent.ok ? 'activated-already' : outcome)
  const nowhere = resending(invited, { ...there, isWaited: false }, now)
  expect(nowhere.ok ? nowhere.value : nowhere.refusal).toBe(sent.ok ? 'person-gone' : outcome)
  for (const kind of ['reset', 'access-requested', 'sign-in-link'])
    expect(handingOver({ ...letter, kind }, there, now)).toMatchObject({ refusal: 'no-link' })
  const corrected = correcting(letter, { ...there, isActivated: true }, now)
  expect(corrected.ok ? corrected.value : corrected.refusal).toBe(sent.ok ? 'activated' : outcome)
  expect(correcting(letter, there, now)).toEqual(sent)
})

test('every condition stands in the table, and troubles are what can be cured by writing or trying', () => {
  expect(new Set(table.map(([condition]) => condition))).toEqual(
    new Set(Object.keys(deliveryWords.en.condition)),
  )
  for (const [condition, , outcome] of table)
    expect(isTrouble(condition)).toBe(
      !['waiting', 'replaced'].includes(condition) && ['anew', 'at-once'].includes(outcome),
    )
})

test.each([
  ['too-many-attempts; answered 500', 'too-many-attempts', 'answered 500'],
  ['too-long', 'too-long', ''],
  ['too-long; no answer in time', 'too-long', ''],
  ['no answer in time', 'no answer in time', ''],
  ['The domain is not verified', null, 'The domain is not verified'],
  ['too-longer than usual', null, 'too-longer than usual'],
])('%j is read as ours (%s) and theirs (%j)', (text, own, said) => {
  expect(reasonsIn(text)).toEqual({ own, said })
})

describe.each(languages)('in %s', language => {
  test('reasons are told in our words and in theirs', () => {
    const none = { dropReason: null, lastError: null, deliveryReason: null }
    expect(reasonText(none, language)).toBe('')
    expect(reasonText({ ...none, deliveryReason: 'mailbox full' }, language)).toBe(
      deliveryWords[language].said('mailbox full'),
    )
    const text = reasonText({ ...none, lastError: 'too-long; answered 500' }, language)
    expect(text).toContain(deliveryWords[language].own['too-long'])
    expect(text).toContain('answered 500')
    expect(reasonText({ ...none, dropReason: 'not-an-address' }, language)).toMatch(/\p{L}+/u)
    expect(reasonText({ ...none, dropReason: 'request-decided' }, language)).toBe('')
  })

  test('refusals are whole sentences, told apart', () => {
    const words = deliveryWords[language]
    const all = [...Object.keys(words.refused), ...Object.keys(words.address)]
    const said = all.map(refusal => addressRefusalSentence(refusal as never, language))
    expect(new Set(said).size).toBe(all.length)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
    expect(resendRefusalSentence('arrived', language)).toBe(words.refused.arrived)
  })

  test('letters have names, told apart; an unknown kind is called by its code', () => {
    const names = Object.values(letterNames[language])
    expect(new Set(names).size).toBe(names.length)
    expect(letterName('grant-ended', language)).toBe(letterNames[language]['grant-ended'])
    for (const odd of ['something-new', 'constructor', '__proto__'])
      expect(letterName(odd, language)).toBe(odd)
  })
})
