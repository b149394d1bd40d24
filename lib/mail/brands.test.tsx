import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseColour } from '#lib/branding/colour.ts'
import { contrast } from '#lib/branding/contrast.ts'
import { languages } from '#lib/language.ts'
import { letterKinds } from './kinds.ts'
import type { LetterBrand, Reader } from './letter.ts'
import { letterText } from './letters.ts'
import { renderLetter } from './render.tsx'
import type { Reported } from './reported.ts'
import { senderOf } from './safe-text.ts'
import { sampleReader, samples } from './sample.ts'
import { sampleBrands } from './sample-brands.ts'

type BrandKey = keyof typeof sampleBrands
const keys = Object.keys(sampleBrands) as BrandKey[]
const letters = letterKinds.flatMap(kind =>
  samples[kind].sides.map(side => ({ side, reported: samples[kind].reported })),
)
const dressed = keys.flatMap(key => languages.map(language => ({ key, language, brand: sampleBrands[key] })))

const addressesIn = (html: string) =>
  [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(match => match[1] ?? '')

/** All that can be told apart between two renderings: words as they are, the look as its colours, the rest by its hash. */
async function stored(reported: Reported, reader: Reader): Promise<string> {
  const { subject, html, text } = await renderLetter(reported, reader)
  const { preview } = letterText(reported, reader)
  const colours = [...new Set(html.match(/#[0-9a-f]{6}/g))].sort().join(' ')
  const links = [...new Set(addressesIn(html))].join('\n    ')
  const hash = createHash('sha256').update(html).digest('hex').slice(0, 16)
  return `=== ${reported.kind}, to the ${reader.side}
--- ${subject}
--- ${preview}
--- ${html.length} characters of HTML, ${hash}, in ${colours}
    ${links}

${text}`
}

describe.each(dressed)('the letters of $key in $language', ({ key, language, brand }) => {
  const readerOf = (side: Reader['side']): Reader => ({ ...sampleReader(language, side), brand })

  test('are what they were, every one', async () => {
    const all = await Promise.all(letters.map(one => stored(one.reported, readerOf(one.side))))
    await expect(all.join('\n')).toMatchFileSnapshot(`./snapshots/${key}.${language}.txt`)
  })

  test.each(letters)(
    '$reported.kind to the $side leads to this brand alone, and names no other',
    async one => {
      const { subject, html, text } = await renderLetter(one.reported, readerOf(one.side))
      const own = [`${brand.origin}/`, `mailto:${brand.supportEmail}`, 'tel:+']
      for (const address of addressesIn(html))
        expect(
          own.some(start => address.startsWith(start)),
          address,
        ).toBe(true)
      for (const address of text.match(/https?:\/\/[^\s\u200B]+/g) ?? [])
        expect(address.startsWith(`${brand.origin}/`), address).toBe(true)
      for (const other of keys.filter(name => name !== key)) {
        const { host, supportEmail, supportName } = sampleBrands[other]
        for (const body of [subject, html, text])
          for (const foreign of [host, supportEmail, supportName]) expect(body).not.toContain(foreign)
      }
      expect(html).toContain(`lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"`)
    },
  )

  test('can be read, in light and in dark', async () => {
    const { html } = await renderLetter(samples['access-requested'].reported, readerOf('account'))
    const dark =
      /prefers-color-scheme:dark\)\{(.*?)\}<\/style>|prefers-color-scheme:dark\)\{(.*)/s.exec(html)?.[0] ?? ''
    const pair = (ground: RegExp, ink: RegExp, within: string) => [
      parseColour(ground.exec(within)?.[1]),
      parseColour(ink.exec(within)?.[1]),
    ]
    const pairs = [
      pair(/\.fill\{background-color:(#\w{6})/, /\.on-fill\{color:(#\w{6})/, dark),
      pair(/\.sheet\{background-color:(#\w{6})/, /\.text\{color:(#\w{6})/, dark),
      pair(/\.sheet\{background-color:(#\w{6})/, /\.quiet\{color:(#\w{6})/, dark),
      [parseColour(brand.accent), parseColour('#ffffff')],
    ]
    for (const [ground, ink] of pairs) {
      if (!ground || !ink) throw new Error('a colour is missing')
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('read well as plain text: no line too long, nothing left of the markup', async () => {
    for (const one of letters) {
      const { text } = await renderLetter(one.reported, readerOf(one.side))
      const long = text.split('\n').filter(line => line.length > 78 && !/https?:|\S{60}/.test(line))
      expect(long).toEqual([])
      // What somebody typed stands behind a mark, as it was typed.
      const ours = text.replaceAll(/^> .*$/gm, '')
      expect(ours).not.toMatch(/<\/?[a-z]+\b[^>]*>|&(?:amp|nbsp|#\d+);|undefined|null|\[object/)
      expect(text).not.toMatch(/\n{4,}|[ \t]\n/)
    }
  })
})

test('a brand without a logo shows its name and no broken picture', async () => {
  const brand: LetterBrand = { ...sampleBrands.northwind, hasLogo: false }
  const { html } = await renderLetter(samples['grant-ended'].reported, {
    ...sampleReader('en', 'account'),
    brand,
  })
  expect(html).not.toContain('<img')
  expect(html).toContain('Northwind Telecom')
})

test('a colour of the brand’s own on dark screens is what dark letters wear', async () => {
  const brand: LetterBrand = { ...sampleBrands.northwind, accentDark: '#7cc4ff' }
  const { html } = await renderLetter(samples['grant-ended'].reported, {
    ...sampleReader('en', 'account'),
    brand,
  })
  expect(html).toContain('.fill{background-color:#7cc4ff')
})

test('what a provider typed stays in its place: no header, no markup, no style, no address of its own', async () => {
  const nasty = 'X\r\nBcc: all@victim.example\u202E"><script>alert(1)</script></style>'
  const brand: LetterBrand = {
    ...sampleBrands.northwind,
    name: nasty,
    accent: 'red;}body{background:url(//evil.example)}</style>',
    accentDark: '#ffffff}</style>',
    supportName: nasty,
    supportEmail: 'x" onmouseover="alert(1)',
    supportPhone: '"><img src=x> javascript:alert(1)',
  }
  for (const { reported, side } of letters) {
    const { subject, html, text } = await renderLetter(reported, { ...sampleReader('en', side), brand })
    expect(subject).not.toMatch(/[\r\n\u202E]/)
    expect(html).not.toMatch(/<script|<img src=x|evil\.example|"\s*onmouseover=|\u202E/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(text).not.toMatch(/\r|\u202E/)
  }
  expect(senderOf(nasty, 'portal@northwind.example')).not.toMatch(/[\r\n\u202E]/)
  for (const address of [
    '"e@attacker"@victim.example',
    'a@x.example,b@x.example',
    'a＠x.example',
    'a@x.example\r\nBcc: b@x.example',
  ])
    expect(() => senderOf('Northwind', address)).toThrow('not exactly one')
})
