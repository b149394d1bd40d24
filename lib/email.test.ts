import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEmail } from './email.ts'

const seed = 20_261_122

function read(text: string): string {
  const email = parseEmail(text)
  return email.ok ? `${email.value.address} = ${email.value.canonical}` : 'refused'
}

describe('one address, one form', () => {
  test.each([
    ['owner@harbour-dental.example', 'owner@harbour-dental.example = owner@harbour-dental.example'],
    ['  Owner@Harbour-Dental.EXAMPLE\n', 'Owner@harbour-dental.example = owner@harbour-dental.example'],
    [
      'first.last+tag@sub.domain.example',
      'first.last+tag@sub.domain.example = first.last+tag@sub.domain.example',
    ],
    // Only the domain's own host could say that a dot means nothing.
    ['f.i.r.s.t@gmail.example', 'f.i.r.s.t@gmail.example = f.i.r.s.t@gmail.example'],
    ["o'brien@x.example", "o'brien@x.example = o'brien@x.example"],
    ['Élise@Érable.example', 'Élise@xn--rable-9ra.example = élise@xn--rable-9ra.example'],
    // The same letters composed in another way, full-width, as a ligature, with an ideographic full stop.
    ['E\u0301lise@e\u0301rable.example', 'Élise@xn--rable-9ra.example = élise@xn--rable-9ra.example'],
    ['ｏｗｎｅｒ@ｘ.example', 'owner@x.example = owner@x.example'],
    ['ﬁona@x.example', 'fiona@x.example = fiona@x.example'],
    ['owner@x。example', 'owner@x.example = owner@x.example'],
    ['\u212Aarl@x.example', 'Karl@x.example = karl@x.example'],
    ['owner@XN--RABLE-9RA.example', 'owner@xn--rable-9ra.example = owner@xn--rable-9ra.example'],
  ])('%j', (text, wanted) => {
    expect(read(text)).toBe(wanted)
  })
})

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['no domain', 'owner'],
    ['no name', '@x.example'],
    ['no top level', 'owner@localhost'],
    ['two addresses', 'a@x.example,b@x.example'],
    ['two addresses by semicolon', 'a@x.example;b@x.example'],
    ['two addresses by space', 'a@x.example b@x.example'],
    ['a quoted address before another', '"e@attacker.example"@victim.example'],
    ['an at sign in the name', 'e@attacker.example@victim.example'],
    ['a full-width at sign', 'e＠attacker.example@victim.example'],
    ['a small at sign', 'e﹫attacker.example@victim.example'],
    ['a full-width at sign alone', 'owner＠x.example'],
    ['a small at sign alone', 'owner﹫x.example'],
    ['a display name', 'Owner <owner@x.example>'],
    ['a comment', 'owner(me)@x.example'],
    ['a line break', 'owner@x.example\r\nBcc: all@x.example'],
    ['a line break in the name', 'ow\nner@x.example'],
    ['a NUL', 'owner\u0000@x.example'],
    ['a NUL at the end', 'owner@x.example\u0000'],
    ['a control character at the end', 'owner@x.example\u001f'],
    ['a NUL at the start', '\u0000owner@x.example'],
    ['a soft hyphen in the domain', 'owner@ex\u00adample.example'],
    ['a zero-width space in the domain', 'owner@x\u200b.example'],
    ['a selector of form in the domain', 'owner@x\ufe0f.example'],
    ['a Hangul filler', 'own\u3164er@x.example'],
    ['a tab', 'ow\tner@x.example'],
    ['a zero-width space', 'own\u200Ber@x.example'],
    ['a zero-width joiner', 'own\u200Der@x.example'],
    ['a right-to-left override', '\u202Eowner@x.example'],
    ['a byte-order mark inside', 'own\uFEFFer@x.example'],
    ['half a surrogate', 'own\uD800er@x.example'],
    ['half a surrogate in the domain', 'owner@x\uD800.example'],
    ['a dot at the start', '.owner@x.example'],
    ['a dot at the end', 'owner.@x.example'],
    ['two dots', 'own..er@x.example'],
    ['two dots in the domain', 'owner@x..example'],
    ['a trailing dot', 'owner@x.example.'],
    ['a hyphen at the edge of a label', 'owner@-x.example'],
    ['an address literal', 'owner@[127.0.0.1]'],
    ['an IP address', 'owner@127.0.0.1'],
    ['an IP address in hexadecimal', 'owner@0x7f.1'],
    ['a port', 'owner@x.example:25'],
    ['a path', 'owner@x.example/../y'],
    ['a query', 'owner@x.example?cc=all'],
    ['a percent code in the domain', 'owner@x%2eexample'],
    ['an underscore in the domain', 'owner@_dmarc.example'],
    ['a name over 64 characters', `${'a'.repeat(65)}@x.example`],
    ['a label over 63 characters', `a@${'b'.repeat(64)}.example`],
    ['over 254 characters', `${'a'.repeat(60)}@${'b.'.repeat(97)}example`],
    [
      'over 254 characters once the domain is written in ASCII',
      `a@${'é'.repeat(40)}.${'ü'.repeat(40)}.${'ø'.repeat(40)}.${'å'.repeat(40)}.${'ñ'.repeat(40)}.${'ç'.repeat(24)}.example`,
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toBe('refused')
  })
})

const letters = [...'abcXYZ019.+-_@"<>,;:() \r\n\t\u0000éÉßıİſ\u212A\u0130\u200b\u202e＠．ﬁ\u0301\uD800xn--']
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
      fc.constantFrom('x.example', 'Érable.example', 'x。example'),
    )
    .map(([name, domain]) => `${name}@${domain}`),
)

test('whatever is typed, what is taken is one plain address that can stand in a header: 20,000 texts', () => {
  let taken = 0
  fc.assert(
    fc.property(hostile, text => {
      const email = parseEmail(text)
      if (!email.ok) return
      taken += 1
      const { address, canonical } = email.value
      expect(address).not.toMatch(/[\s"<>,;:()\p{C}]/u)
      expect(address.split('@')).toHaveLength(2)
      expect(address.length).toBeLessThanOrEqual(254)
      expect(canonical.split('@')[1]).toMatch(/^[a-z0-9.-]+$/)
      // Read again, it is the same person, however it was typed.
      for (const again of [address, ` ${address} `, address.normalize('NFD')]) {
        const read = parseEmail(again)
        expect(read.ok && read.value.canonical).toBe(canonical)
      }
    }),
    { seed, numRuns: 20_000 },
  )
  expect(taken).toBeGreaterThan(500)
})

test('upper and lower case are one person: 5,000 addresses', () => {
  fc.assert(
    fc.property(fc.emailAddress(), text => {
      const email = parseEmail(text)
      const upper = parseEmail(text.toUpperCase())
      expect(upper.ok && upper.value.canonical).toEqual(email.ok && email.value.canonical)
    }),
    { seed, numRuns: 5000 },
  )
})

test('a long hostile text takes no time: the patterns are linear', () => {
  for (const text of [`${'a.'.repeat(50_000)}@x.example`, `a@${'a-'.repeat(50_000)}`, '@'.repeat(100_000)]) {
    expect(read(text)).toBe('refused')
  }
})
