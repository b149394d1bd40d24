import { expect, test } from 'vitest'
import { email, emailIfAny, ownEmail } from './contact-fields.ts'
import { fieldSentence } from './form-fields.ts'

const faultOf = (schema: typeof email, text: string) => schema.safeParse(text).error?.issues[0]?.message

test.each([
  ['', 'required'],
  [' \t', 'required'],
  ['owner', 'not-an-email'],
  ['a@b.example, c@d.example', 'not-an-email'],
  ['"a@b"@c.example', 'not-an-email'],
  ['owner＠b.example', 'not-an-email'],
  ['owner@b.example\u0000', 'not-a-line:16'],
  ['owner@b.exam\u00adple', 'not-a-line:13'],
  ['\u202eowner@b.example', 'not-a-line:1'],
  ['  own\u200ber@b.example', 'not-a-line:4'],
  ['owner@b.example\r\nBcc: all@b.example', 'not-a-line:16'],
  ['аnna@b.example', 'odd-letter:а:1:аnna:Cyrl:Latn'],
  ['anna@nоrthwind.example', 'odd-letter:о:2:nоrthwind:Cyrl:Latn'],
  ['anna@xn--nrthwind-nbh.example', 'odd-letter:о:2:nоrthwind:Cyrl:Latn'],
])('%j is refused: %s', (text, fault) => {
  expect(faultOf(email, text)).toBe(fault)
})

test.each([
  'owner@b.example',
  'анна@почта.рф',
  'anna@почта.example',
  'γιώργος@b.example',
  'أحمد@b.example',
  '山田たろう@例え.example',
  '김철수@b.example',
  'élise@érable.example',
])('%s is taken', text => {
  expect(email.parse(` ${text}\n`)).toBe(text)
})

test('one that may be left out is held to the same rule', () => {
  expect(emailIfAny.parse('  ')).toBe('')
  expect(faultOf(emailIfAny, 'аnna@b.example')).toMatch(/^odd-letter/)
})

test('nobody is kept from signing in by the letters of the address that they have', () => {
  expect(ownEmail.parse('аnna@b.example')).toBe('аnna@b.example')
  expect(faultOf(ownEmail, 'anna@b.example\u0000')).toBe('not-a-line:15')
})

test('the sentence names the odd letter, where it stands, and the cure', () => {
  const fault = faultOf(email, 'аnna@b.example') ?? ''
  expect(fieldSentence(fault, 'en')).toBe(
    '“а” (character 1 of “аnna”) is of another script than the letters around it: Cyrillic, not Latin. Such addresses are mistaken for others. Type the address again by hand, with the letters of one script.',
  )
  expect(fieldSentence(fault, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
    '« а » (caractère 1 de « аnna ») n’est pas de la même écriture que les lettres voisines : cyrillique, et non latin. Une telle adresse se confond avec une autre. Saisissez-la de nouveau au clavier, avec les lettres d’une seule écriture.',
  )
})
