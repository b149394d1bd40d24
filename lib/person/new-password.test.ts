import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPassword } from './new-password.ts'

const person = { name: 'Élise Tremblay', email: 'proprio@erable-sante.example' }
const refusal = (text: string) => {
  const answer = newPassword(text, person)
  return answer.ok ? 'taken' : answer.refusal
}

test.each(['', 'short', 'elevenchars', 'ééééééééééé'])('too short: %s', text => {
  expect(refusal(text)).toBe('too-short')
})

test.each([
  'password1234',
  'Password2026!',
  'P@ssw0rd!!!!',
  'passwordpassword',
  'qwertyuiop123',
  'QWERTYqwerty!1',
  'aaaaaaaaaaaa',
  'abababababab',
  '123456789012',
  '2026-11-22 2026',
  'abcdefghijkl',
  'zyxwvutsrqponm',
  'iloveyou2026',
  'Bienvenue2026',
  'letmein123456',
  'summer winter 1',
  'EliseTremblay1',
  'proprio2026!!',
  'erable sante 99',
  'elise love me',
])('guessed early: %s', text => {
  expect(refusal(text)).toBe('guessable')
})

test.each([
  'latchkey-demo',
  'correct horse battery staple',
  'vKq8-trellis-92',
  'un petit caribou violet',
  'Ngz3%tLw9$Qp',
  '漢字かな交じり文でも十分に長い',
  'the ferry left at 6:40',
])('taken: %s', text => {
  expect(refusal(text)).toBe('taken')
})

test('the longest texts are weighed quickly', () => {
  const started = performance.now()
  for (const text of ['a'.repeat(1000), 'password'.repeat(125), 'ab'.repeat(500), 'loveyoume'.repeat(111)])
    newPassword(text, person)
  expect(performance.now() - started).toBeLessThan(500)
})

test('whatever is typed is answered, and never taken when short', () => {
  const text = fc.array(fc.constantFrom(...'aZ9 $éßİ漢🙂\u0000\u0301\ud800ﬀ'), { maxLength: 30 })
  fc.assert(
    fc.property(text, parts => {
      const typed = parts.join('')
      const short = [...typed.normalize('NFKC')].length < 12
      return short ? refusal(typed) === 'too-short' : refusal(typed) !== 'too-short'
    }),
  )
})
