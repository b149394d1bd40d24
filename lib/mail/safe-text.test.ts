import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine, recipientOf, senderOf, severalLines, unlinked } from './safe-text.ts'

const rough = fc.string({ unit: 'binary', maxLength: 300 })

describe('oneLine', () => {
  test.each([
    ['Subject\r\nBcc: victim@x.example', 'Subject Bcc: victim@x.example'],
    ['\u202Emoc.live\u202C', 'moc.live'],
    ['a\u0000b\u2028c\u2029d\te', 'a b c d e'],
    ['pay\u200Bpal \u2066x\u2069 \uFEFF', 'paypal x'],
    ['  much   space ', 'much space'],
    ['👩\u200D🔧 क्\u200Dष', '👩\u200D🔧 क्\u200Dष'],
  ])('%j becomes %j', (text, clean) => {
    expect(oneLine(text)).toBe(clean)
  })

  test('never leaves a control, a bidi control, or more than it may', () => {
    fc.assert(
      fc.property(rough, text => {
        const clean = oneLine(text, 50)
        expect(clean).not.toMatch(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/u)
        expect([...clean].length).toBeLessThanOrEqual(50)
      }),
      { numRuns: 1000 },
    )
  })
})

test('severalLines keeps lines and nothing else that moves the cursor', () => {
  expect(severalLines('one\r\ntwo\rthree\n\n\n\nfour\t\u202Ex\u0007')).toBe('one\ntwo\nthree\n\nfour x')
  expect([...severalLines('x'.repeat(5000))].length).toBe(4000)
})

describe('unlinked', () => {
  // What mail programs make links of, after the published patterns of the common ones.
  const linkable = /:\/\/[^\s\u200B]|www\.[^\s\u200B]|[\p{L}\p{N}]\.[\p{L}\p{N}]|@[\p{L}\p{N}]/u

  test.each([
    'http://evil.example/path?x=1',
    'HTTPS://EVIL.EXAMPLE',
    'www.evil.example',
    'evil.example',
    'write to boss@evil.example now',
    'ftp://10.0.0.1/x',
  ])('%s is no link any more', text => {
    expect(text).toMatch(linkable)
    expect(unlinked(text)).not.toMatch(linkable)
    expect(unlinked(text).replaceAll('\u200B', '')).toBe(text)
  })

  test('holds for any text around an address', () => {
    fc.assert(
      fc.property(rough, rough, (before, after) => {
        expect(unlinked(`${before}https://evil.example${after}`)).not.toMatch(linkable)
      }),
      { numRuns: 1000 },
    )
  })

  test('plain sentences stay as they are', () => {
    const sentence = 'Calls drop after 17:00. We need the routing, e.g. for the desk (2 phones).'
    expect(unlinked(sentence).replaceAll('\u200B', '')).toBe(sentence)
    expect(unlinked('It works. Well, mostly…')).toBe('It works. Well, mostly…')
  })
})

describe('headers', () => {
  test('the sender is quoted', () => {
    expect(senderOf('Boréal "Voix" \\ Co\r\nBcc: x', 'portal@boreal.example')).toBe(
      '"Boréal \\"Voix\\" \\\\ Co Bcc: x" <portal@boreal.example>',
    )
    expect(senderOf('\u202E', 'portal@boreal.example')).toBe('portal@boreal.example')
  })

  test.each([
    'a@x.example, b@x.example',
    'a@x.example\r\nBcc: b@x.example',
    '"e@attacker"@victim.example',
    'Name <a@x.example>',
    'a＠x.example',
    ' a@x.example',
    'a@x.example;b@y.example',
    '',
    'nobody',
  ])('%j is not one recipient', text => {
    expect(() => recipientOf(text)).toThrow('not exactly one')
    expect(() => senderOf('Name', text)).toThrow('not exactly one')
  })

  test('one recipient is taken as it is', () => {
    expect(recipientOf('owner@harbour-dental.example')).toBe('owner@harbour-dental.example')
  })
})
