import { clampChroma, converter, formatHex, type Oklch } from 'culori'
import type { Ok, Refused } from '#lib/result.ts'
import { ok, refuse } from '#lib/result.ts'
import { type Colour, colour, parseColour, white } from './colour.ts'
import { contrast, readableOn } from './contrast.ts'

// A provider chooses one colour. From it come all the others that screens need, each moved in lightness alone until it
// can be read on every ground where it stands, so that any colour we accept gives pages that pass WCAG AA.

/** What text needs against its ground, and what a shape needs against its surroundings (WCAG 2.2, 1.4.3 and 1.4.11). */
export const leastForText = 4.5
const leastForShapes = 3
// Coloured letters at the bare limit look dull on a dark ground.
const easyOnDark = 5.5

/** The grounds of our pages, as app/tokens.css sets them: canvas, surface, sunken, raised, and a row that waits. */
export const grounds = {
  light: [colour('#fafafa'), colour('#ffffff'), colour('#f3f4f6'), colour('#eaf7ef')],
  dark: [colour('#0d0e11'), colour('#15171b'), colour('#1d2025'), colour('#1b1e23'), colour('#10261a')],
} as const

/** The brand's colours in one mode. */
export type AccentSet = {
  /** Filled shapes: the main button, the mark. */
  fill: Colour
  /** The same under the pointer. */
  fillHover: Colour
  /** Words on the fill. */
  onFill: Colour
  /** Links, the current place, the focus ring: readable on every ground and on the tint. */
  text: Colour
  /** The ground of what is chosen. */
  tint: Colour
}

export type AccentCheck =
  | Ok<Colour>
  | Refused<'not-a-colour'>
  | (Refused<'contrast-too-low'> & { readonly ratio: number })

/**
 * Whether a provider may take this colour as its accent: `#rrggbb`, and 4.5:1 or more on white, because it stands as
 * text and under white text in letters, where nothing can be derived. The refusal carries the figure, rounded down.
 */
export function checkAccent(text: unknown): AccentCheck {
  const accent = parseColour(text)
  if (!accent) return refuse('not-a-colour')
  const ratio = contrast(accent, white)
  if (ratio >= leastForText) return ok(accent)
  return { ...refuse('contrast-too-low'), ratio: Math.floor(ratio * 100) / 100 }
}

/** The nearest darker shade that `checkAccent` takes; the colour itself where it does already. */
export function nearestAccent(accent: Colour): Colour {
  return moved(accent, -1, candidate => contrast(candidate, white) >= leastForText)
}

/**
 * The same for a colour of the provider's own on dark screens: as text it stands on each of the dark grounds. The figure
 * is the least of them, rounded down.
 */
export function checkDarkAccent(text: unknown): AccentCheck {
  const accent = parseColour(text)
  if (!accent) return refuse('not-a-colour')
  const ratio = leastOnDark(accent)
  if (ratio >= leastForText) return ok(accent)
  return { ...refuse('contrast-too-low'), ratio: Math.floor(ratio * 100) / 100 }
}

/** The nearest lighter shade that `checkDarkAccent` takes; the colour itself where it does already. */
export function nearestDarkAccent(accent: Colour): Colour {
  return moved(accent, 1, candidate => leastOnDark(candidate) >= leastForText)
}

/** The contrast with the dark ground on which a colour can be read least. */
export function leastOnDark(accent: Colour): number {
  return Math.min(...grounds.dark.map(ground => contrast(accent, ground)))
}

/** The brand's colours on our light grounds. */
export function lightAccents(accent: Colour): AccentSet {
  const tint = shade(accent, 0.966, 0.018)
  const text = moved(accent, -1, shadeOf => readsOn(shadeOf, [...grounds.light, tint], leastForText))
  return { fill: accent, fillHover: hovered(accent), onFill: readableOn(accent), text, tint }
}

/** The brand's colours on our dark grounds; `chosen` is the provider's own fill for them, where it has one. */
export function darkAccents(accent: Colour, chosen: Colour | null = null): AccentSet {
  const start = chosen ?? accent
  const tint = shade(start, 0.28, 0.045)
  const text = moved(start, 1, shadeOf => readsOn(shadeOf, [...grounds.dark, tint], easyOnDark))
  const fill = moved(start, 1, shadeOf => readsOn(shadeOf, grounds.dark, leastForShapes))
  return { fill, fillHover: hovered(fill), onFill: readableOn(fill), text, tint }
}

const converted = converter('oklch')

function toOklch(from: Colour): Oklch {
  return converted(from) ?? { mode: 'oklch', l: 0, c: 0 }
}

/** A shade of the colour's hue at a lightness, with no more than so much chroma, inside what a screen can show. */
function shade(base: Colour, lightness: number, mostChroma = Number.POSITIVE_INFINITY): Colour {
  const { c, h } = toOklch(base)
  const wanted = {
    mode: 'oklch',
    l: lightness,
    c: Math.min(c, mostChroma),
    ...(h === undefined ? {} : { h }),
  } as const
  return colour(formatHex(clampChroma(wanted, 'oklch')))
}

/** The nearest shade, lighter or darker as told, that is good enough. At the end of the way stands black or white. */
function moved(base: Colour, direction: 1 | -1, goodEnough: (candidate: Colour) => boolean): Colour {
  if (goodEnough(base)) return base
  const { l } = toOklch(base)
  for (let lightness = l; lightness > 0 && lightness < 1; lightness += direction * 0.01) {
    const candidate = shade(base, lightness)
    if (goodEnough(candidate)) return candidate
  }
  return colour(direction > 0 ? '#ffffff' : '#000000')
}

/** A step away from the words on it, so that they stay as readable under the pointer as before. */
function hovered(fill: Colour): Colour {
  const { l } = toOklch(fill)
  const step = readableOn(fill) === white ? -0.05 : 0.05
  const candidate = shade(fill, Math.min(1, Math.max(0, l + step)))
  return contrast(candidate, readableOn(fill)) >= leastForText ? candidate : fill
}

function readsOn(candidate: Colour, on: readonly Colour[], least: number): boolean {
  return on.every(ground => contrast(candidate, ground) >= least)
}
