import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { darkAccents, grounds, lightAccents } from '#lib/branding/accent.ts'
import { plainAccent } from '#lib/branding/brand.ts'
import { colour } from '#lib/branding/colour.ts'
import { contrast } from '#lib/branding/contrast.ts'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [lightText = '', darkText = ''] = sheet
  .split('@theme')[0]
  ?.split('@media screen and (prefers-color-scheme: dark)') ?? ['']

function read(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

const light = read(lightText)
const modes = { light, dark: { ...light, ...read(darkText) } }

const tones = ['success', 'warning', 'danger', 'info', 'neutral']
const plainGrounds = ['canvas', 'surface', 'sunken', 'raised']

/** Words on their grounds, as the style sheets set them. */
const words: [string, string][] = [
  ...plainGrounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['muted', ground],
    ['brand-text', ground],
    ['danger-ink', ground],
  ]),
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-surface`],
    ['ink', `${tone}-surface`],
    ['muted', `${tone}-surface`],
  ]),
  ['success-ink', 'surface'],
  ['warning-ink', 'surface'],
  ['info-ink', 'surface'],
  ['brand-text', 'brand-tint'],
  ['muted', 'brand-tint'],
  ['ink', 'brand-tint'],
  ['brand-text', 'success-surface'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-danger', 'danger-solid'],
  ['on-danger', 'danger-solid-hover'],
  ['acting-ink', 'acting-surface'],
]

/** Shapes that have to be seen: the frames of fields, the mark of a row that waits. */
const shapes: [string, string][] = [
  ...plainGrounds
    .filter(ground => ground !== 'sunken')
    .map((ground): [string, string] => ['control', ground]),
  ['success-solid', 'success-surface'],
  ['success-solid', 'surface'],
  ['danger-ink', 'surface'],
]

describe.each(['light', 'dark'] as const)('%s', mode => {
  const value = (name: string) => colour(modes[mode][name] ?? '')

  test.each(words)('%s can be read on %s', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('%s can be seen on %s', (shape, ground) => {
    expect(contrast(value(shape), value(ground))).toBeGreaterThanOrEqual(3)
  })

  test('the grounds that brand colours are reckoned for are the grounds there are', () => {
    const known = [...plainGrounds, 'success-surface'].map(value)
    expect(new Set(grounds[mode])).toEqual(new Set(known))
  })

  test('the default brand is what the rule makes of plain blue', () => {
    const set = mode === 'light' ? lightAccents(plainAccent) : darkAccents(plainAccent)
    expect({
      fill: value('brand'),
      fillHover: value('brand-hover'),
      onFill: value('on-brand'),
      text: value('brand-text'),
      tint: value('brand-tint'),
    }).toEqual(set)
  })
})

test('dark says anew every colour of light that it must', () => {
  const colours = Object.keys(light).filter(name => light[name]?.startsWith('#'))
  expect(Object.keys(read(darkText))).toEqual(expect.arrayContaining(colours))
})
