import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAccent, darkAccents, grounds, leastForText, lightAccents } from './accent.ts'
import { brandStyle, plainAccent } from './brand.ts'
import { black, type Colour, colour, parseColour, white } from './colour.ts'
import { contrast, readableOn } from './contrast.ts'
import { words } from './words.ts'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map(n => colour(`#${n.toString(16).padStart(6, '0')}`))
const runs = { numRuns: 500 }

describe('parseColour', () => {
  test.each(['#1d4ed8', '#ABCDEF'])('takes %s', text => {
    expect(parseColour(text)).toBe(text.toLowerCase())
  })

  test.each([
    '',
    '#fff',
    '#1d4ed8ff',
    '1d4ed8',
    'red',
    'rgb(0,0,0)',
    ' #1d4ed8',
    '#1d4ed8\n',
    '#1d4ed8;}body{background:url(//x)}',
    '</style><script>',
    '#1d4edg',
    '#１d4ed8',
    null,
    undefined,
    7,
    ['#1d4ed8'],
  ])('refuses %j', text => {
    expect(parseColour(text)).toBeNull()
    expect(checkAccent(text)).toEqual({ ok: false, refusal: 'not-a-colour' })
  })

  test('refuses every text that is not a hash and six digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), text => {
        expect(parseColour(text) !== null).toBe(/^#[0-9a-fA-F]{6}$/.test(text) && text.length === 7)
      }),
      runs,
    )
  })
})

describe('contrast', () => {
  test('is 21 at most, 1 at least, and the same both ways', () => {
    expect(contrast(white, black)).toBeCloseTo(21)
    fc.assert(
      fc.property(anyColour, anyColour, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one))
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1)
      }),
      runs,
    )
  })

  test('agrees with figures known from elsewhere', () => {
    expect(contrast(colour('#767676'), white)).toBeCloseTo(4.54, 2)
    expect(contrast(colour('#0000ff'), white)).toBeCloseTo(8.59, 2)
  })

  test('readableOn always finds 4.5:1', () => {
    fc.assert(
      fc.property(anyColour, ground => {
        expect(contrast(readableOn(ground), ground)).toBeGreaterThanOrEqual(leastForText)
      }),
      runs,
    )
  })
})

describe('checkAccent', () => {
  test('takes a colour exactly where white text on it can be read, and names the figure where not', () => {
    fc.assert(
      fc.property(anyColour, accent => {
        const ratio = contrast(accent, white)
        const checked = checkAccent(accent)
        if (ratio >= 4.5) expect(checked).toEqual({ ok: true, value: accent })
        else {
          expect(checked).toMatchObject({ ok: false, refusal: 'contrast-too-low' })
          expect('ratio' in checked && checked.ratio).toBeLessThan(4.5)
        }
      }),
      runs,
    )
  })

  test('says what is wrong, with the figure, in both languages', () => {
    expect(checkAccent('#777777')).toEqual({ ok: false, refusal: 'contrast-too-low', ratio: 4.47 })
    expect(words.en['contrast-too-low'](4.47)).toContain('4.47:1')
    expect(words.fr['contrast-too-low'](4.47)).toContain('4,47:1')
    expect(words.fr['not-a-colour']()).toContain('#1d4ed8')
  })
})

describe('what is derived from a brand’s one colour', () => {
  // Any colour, not only those that checkAccent takes: what stands in the table already must be readable, too.
  test.each(['light', 'dark'] as const)('can be read on every %s ground', mode => {
    fc.assert(
      fc.property(anyColour, accent => {
        const set = mode === 'light' ? lightAccents(accent) : darkAccents(accent)
        for (const ground of [...grounds[mode], set.tint])
          expect(contrast(set.text, ground)).toBeGreaterThanOrEqual(leastForText)
        expect(contrast(set.onFill, set.fill)).toBeGreaterThanOrEqual(leastForText)
        expect(contrast(set.onFill, set.fillHover)).toBeGreaterThanOrEqual(leastForText)
        if (mode === 'dark')
          for (const ground of grounds.dark) expect(contrast(set.fill, ground)).toBeGreaterThanOrEqual(3)
      }),
      runs,
    )
  })

  test('leaves a good colour as it is', () => {
    const accent = colour('#1d4ed8')
    expect(lightAccents(accent)).toMatchObject({ fill: accent, text: accent, onFill: white })
  })

  test('keeps the hue: green stays green on dark', () => {
    const [, red, green, blue] = /^#(..)(..)(..)$/.exec(darkAccents(colour('#003d2e')).text) ?? []
    expect(Number.parseInt(green ?? '', 16)).toBeGreaterThan(Number.parseInt(red ?? '', 16))
    expect(Number.parseInt(green ?? '', 16)).toBeGreaterThan(Number.parseInt(blue ?? '', 16))
  })

  test('takes the provider’s own colour for dark screens where it serves', () => {
    const chosen: Colour = colour('#7cc4ff')
    expect(darkAccents(plainAccent, chosen)).toMatchObject({ fill: chosen, text: chosen, onFill: black })
  })
})

describe('the brand’s style sheet', () => {
  test('is nothing but custom properties with colours', () => {
    const set = '(--(brand|brand-hover|on-brand|brand-text|brand-tint):#[0-9a-f]{6};?){5}'
    const whole = new RegExp(
      `^:root:root\\{${set}\\}@media screen and \\(prefers-color-scheme:dark\\)\\{:root:root\\{${set}\\}\\}$`,
    )
    fc.assert(
      fc.property(
        fc.oneof(anyColour, fc.string({ unit: 'binary', maxLength: 40 })),
        fc.option(fc.string({ unit: 'binary', maxLength: 40 })),
        (accent, accentDark) => {
          expect(brandStyle({ accent, accentDark }).text).toMatch(whole)
        },
      ),
      runs,
    )
  })

  test('wears plain blue where the stored colour can’t be read', () => {
    const hostile = brandStyle({ accent: 'red;}body{background:url(//evil.example)}</style><script>' })
    expect(hostile).toBe(brandStyle({ accent: plainAccent }))
  })
})
