import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { spanText, unbroken } from './span.ts'
import { Ends, TimeLeft } from './time-left.tsx'
import { Ago, When } from './when.tsx'
import { spanKinds } from './words.ts'

const now = new Date('2026-11-24T03:00:00Z')
const until = new Date('2026-11-24T08:12:30Z')
const plain = (markup: string) => markup.replaceAll('\u00a0', ' ')

test('spanText says what the span means, in both languages', () => {
  const span = 5 * 3_600_000 + 12 * 60_000
  const said = (language: 'en' | 'fr') => spanKinds.map(kind => plain(spanText(span, kind, language)))
  expect(said('en')).toEqual([
    'Ends in 5 h 12 min',
    'Starts in 5 h 12 min',
    'Lapses in 5 h 12 min',
    '5 h 12 min left',
  ])
  expect(said('fr')).toEqual([
    'Se termine dans 5 h 12 min',
    'Débute dans 5 h 12 min',
    'Devient caduque dans 5 h 12 min',
    'encore 5 h 12 min',
  ])
})

test('an end is exclusive: at the instant itself it is over', () => {
  expect(plain(spanText(1, 'ends', 'en'))).toBe('Ends in less than a minute')
  expect(spanText(0, 'ends', 'en')).toBe('Ended')
  expect(spanText(-1, 'ends', 'fr')).toBe('Terminé')
})

test('unbroken lets a line break only between day and clock', () => {
  expect(unbroken('Tue 24 Nov 2026, 14:00 AEDT')).toBe('Tue\u00a024\u00a0Nov\u00a02026, 14:00\u00a0AEDT')
})

test('TimeLeft is a time element that the ticker can find and reckon with', () => {
  expect(plain(renderToStaticMarkup(<TimeLeft until={until} now={now} language="en" />))).toBe(
    '<time dateTime="2026-11-24T08:12:30.000Z" data-span="ends">Ends in 5 h 12 min</time>',
  )
})

test('When names the zone, and gives the exact time of a day on hover', () => {
  const zone = 'Australia/Sydney'
  expect(plain(renderToStaticMarkup(<When at={now} zone={zone} language="en" />))).toBe(
    '<time dateTime="2026-11-24T03:00:00.000Z">Tue 24 Nov 2026, 14:00 AEDT</time>',
  )
  expect(plain(renderToStaticMarkup(<When at={now} zone={zone} language="fr" day />))).toBe(
    '<time dateTime="2026-11-24T03:00:00.000Z" title="mar. 24 nov. 2026, 14 h 00 UTC+11">24 nov. 2026</time>',
  )
})

test('Ends shows both, Ago how long it is', () => {
  const both = plain(renderToStaticMarkup(<Ends until={until} now={now} language="en" zone="UTC" />))
  expect(both).toContain('Ends in 5 h 12 min')
  expect(both).toContain('Tue 24 Nov 2026, 08:12 UTC')
  expect(plain(renderToStaticMarkup(<Ago at={now} now={until} language="en" zone="UTC" />))).toContain(
    '>5 h ago<',
  )
})
