import { describe, expect, test } from 'vitest'
import { languages } from '#lib/language.ts'
import { addPlatformForm, platformActForm } from './forms.ts'
import { actOn, type PlatformUser, platformActs, platformRefusals } from './platform-user.ts'
import { platformRefusalSentence, platformWords } from './words.ts'

const admin: PlatformUser = {
  role: 'administrator',
  state: 'active',
  isActor: false,
  othersAdminister: true,
}
const last = { ...admin, othersAdminister: false }
const support: PlatformUser = { ...admin, role: 'support' }

/** What comes of each act, in the order of `platformActs`: to support, to an administrator, to resend, to reset, to remove. */
test.each([
  ['an administrator', admin, ['already-so', 'ok', 'not-invited', 'ok', 'ok']],
  ['one who is invited', { ...admin, state: 'invited' }, ['already-so', 'ok', 'ok', 'still-invited', 'ok']],
  ['the last', last, ['already-so', 'last-administrator', 'not-invited', 'ok', 'last-administrator']],
  ['themselves', { ...admin, isActor: true }, ['already-so', 'yourself', 'not-invited', 'ok', 'yourself']],
  ['support', support, ['ok', 'already-so', 'not-invited', 'ok', 'ok']],
  // Support can do nothing here; were it let in all the same, it could still not raise itself.
  [
    'support itself',
    { ...support, isActor: true },
    ['yourself', 'already-so', 'not-invited', 'ok', 'yourself'],
  ],
] as const)('%s', (_, user, outcomes) => {
  const come = platformActs.map(act => {
    const done = actOn(act, user)
    return done.ok ? 'ok' : done.refusal
  })
  expect(come).toEqual(outcomes)
})

const posted = {
  name: 'Nils',
  email: 'nils@northwind.example',
  brand: '6f1c1f3e-1d3b-4a56-9a94-3a6c4f1f0001',
  language: 'fr',
  role: 'support',
}

describe('the forms', () => {
  test('take what they offer', () => {
    expect(addPlatformForm.parse(posted)).toEqual(posted)
    expect(addPlatformForm.safeParse({ ...posted, brand: undefined }).success).toBe(true)
    expect(platformActForm.safeParse({ user: posted.brand, act: 'remove' }).success).toBe(true)
  })

  test.each([
    { name: '' },
    { name: 'a\u202eb' },
    { name: 'x'.repeat(10_000) },
    { email: 'a@x.example, b@x.example' },
    { email: '"a@b"@x.example' },
    { role: 'owner' },
    { role: ['administrator', 'support'] },
    { language: 'de' },
    { brand: 'northwind' },
  ])('refuse %j', more => {
    expect(addPlatformForm.safeParse({ ...posted, ...more }).success).toBe(false)
  })

  test('refuse an act that is none', () => {
    for (const act of ['promote', '__proto__', ''])
      expect(platformActForm.safeParse({ user: posted.brand, act }).success).toBe(false)
  })
})

test.each(languages)('refusals are whole sentences, told apart, in %s', language => {
  const said = platformRefusals.map(one => platformRefusalSentence(one, 'Nils', language))
  expect(new Set(said).size).toBe(said.length)
  for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
  expect(platformWords[language].role.administrator).not.toBe(platformWords[language].role.support)
})
