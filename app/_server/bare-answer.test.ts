import { describe, expect, test } from 'vitest'
import { bareAnswer, bareHtml, languagesOf } from './bare-answer.ts'
import { type BareFault, bareStatus, bareWords } from './bare-words.ts'

const asked = (headers: Readonly<Record<string, string>>) => (name: string) => headers[name]

describe('a reader is told in', () => {
  test.each([
    ['the language of the brand', {}, 'fr', ['fr']],
    ['the language of the brand, whatever the browser', { 'accept-language': 'en-CA' }, 'fr', ['fr']],
    ['the language that they chose', { cookie: 'a=b; latchkey-language=en; c=d' }, 'fr', ['en']],
    ['the language of the browser', { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.5' }, null, ['fr']],
    ['both where nothing tells', { 'accept-language': 'de' }, null, ['en', 'fr']],
    [
      'both where a cookie tells nothing',
      { cookie: 'latchkey-language=de; xlatchkey-language=fr' },
      null,
      ['en', 'fr'],
    ],
  ] as const)('%s', (_, headers, brand, languages) => {
    expect(languagesOf(asked(headers), brand)).toEqual(languages)
  })
})

test('every fault has its status, and is said in the language asked for and no other', () => {
  for (const fault of Object.keys(bareStatus) as BareFault[]) {
    const { status, body, headers } = bareAnswer(fault, ['fr'])
    expect(status).toBe(bareStatus[fault])
    expect(body).toMatch(/^<!doctype html><html lang="fr-CA">/)
    expect(body).toContain(bareWords.fr[fault].title)
    expect(body).toContain(bareWords.fr[fault].text)
    expect(body).not.toContain(bareWords.en[fault].text)
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('where nobody knows the reader, both languages stand below each other', () => {
  const { body } = bareAnswer('head-too-large', ['en', 'fr'])
  expect(body).toMatch(/<section lang="en-CA"><h1>The request.*<section lang="fr-CA"><h2>La requête/s)
})

test('a script of ours is told by a sentence in plain text', () => {
  const { body, headers } = bareAnswer('too-large', ['fr'], { byScript: true })
  expect(headers['content-type']).toBe('text/plain')
  expect(body).toBe(`Latchkey: ${bareWords.fr['too-large'].title}. ${bareWords.fr['too-large'].text}`)
})

test('what stands below belongs to all languages', () => {
  expect(bareHtml('T', [{ language: 'en', title: 'A', text: 'B' }], '<ul></ul>')).toMatch(
    /<\/section><ul><\/ul><\/main>/,
  )
})

test.each([
  ['/profile?tab=a&b="c', '/profile?tab=a&amp;b=%22c'],
  ['//elsewhere.example/x', '/elsewhere.example/x'],
  ['/\\elsewhere.example', '/elsewhere.example'],
  ["/a'b<c>", '/a%27b%3Cc%3E'],
])('an old page at %s leads to itself anew', (again, href) => {
  const { status, body } = bareAnswer('old-page', ['en'], { again })
  expect(status).toBe(409)
  expect(body).toContain(`<a href="${href}">Load the page again</a>`)
})
