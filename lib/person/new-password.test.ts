import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPassword } from './new-password.ts'

const here = {
  name: 'Élise Tremblay',
  email: 'proprio@erable-sante.example',
  portal: ['Boréal Voix', 'Northwind Telecom', 'portail.boreal-voix.example'],
}
const refusal = (text: string) => {
  const answer = newPassword(text, here)
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
])('guessed early: %s', text => {
  expect(refusal(text)).toBe('guessable')
})

test.each([
  'EliseTremblay1',
  'ÉLISE-TREMBLAY!',
  'tremblay.elise.1984',
  'proprio2026!!',
  'proprio@erable-sante.example',
  'erable sante 99',
  'elise love me',
  'northwind-telecom',
  'NorthwindTelecom2026',
  'N0rthw1nd-Telec0m',
  'northwind telecom admin',
  'Boréal-Voix-2026',
  'borealvoix2026!',
  'BorealVoixEliseT',
  'portail.boreal-voix.example',
  'boreal-boreal-boreal',
  'Northwind#81920',
  'Northwind-abc-xy7',
  'northwindtelecom\u00e9\u00e8',
])('too near to person or portal: %s', text => {
  expect(refusal(text)).toBe('too-near')
})

test('a short name is no reason to refuse what it happens to stand in', () => {
  const short = { name: 'Bo Li', email: 'bo@li.example', portal: ['IT', 'it.example'] }
  expect(newPassword('bold citrus olive', short).ok).toBe(true)
  expect(newPassword('Bo Li it 2026!!', short).ok).toBe(false)
})

test('a name of here may stand in a password that has enough beside it', () => {
  for (const text of ['northwind plays accordion', 'Élise mange un caribou violet', 'telecom:Ngz3%tLw9$Qp'])
    expect(refusal(text)).toBe('taken')
})

test.each(['latchkey-demo', 'Latchkey-Demo-2026', 'l4tchk3y portal', 'mylatchkeydemo1'])(
  'the product’s name is a name of here: %s',
  text => {
    expect(refusal(text)).toBe('too-near')
  },
)

test.each([
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
  // The processor's time, not the clock's: a busy machine is nobody's fault.
  const started = process.cpuUsage()
  for (const text of ['a'.repeat(1000), 'password'.repeat(125), 'ab'.repeat(500), 'loveyoume'.repeat(111)])
    newPassword(text, here)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(500)
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
