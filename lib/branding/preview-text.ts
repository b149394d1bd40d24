import type { AccentSet } from './accent.ts'
import { type Colour, parseColour } from './colour.ts'

/** The brand's colours in one mode, with the figure by which they are judged. */
export interface ModePreview extends AccentSet {
  /** The least contrast in which the colour stands as text; what is refused is below 4.5. */
  readonly ratio: number
  /** The nearest shade that would be taken, where this one would not. */
  readonly nearest: Colour | null
}

/** What a brand would wear, by the mode of the screen. */
export interface Preview {
  readonly light: ModePreview
  readonly dark: ModePreview
}

// It travels with a refused form as text, and ends in a style sheet: read back, every colour is checked anew.

export function packedPreview({ light, dark }: Preview): string {
  return [light, dark].map(packedMode).join(' ')
}

function packedMode({ fill, fillHover, onFill, text, tint, ratio, nearest }: ModePreview): string {
  return [fill, fillHover, onFill, text, tint, ratio, nearest ?? ''].join(',')
}

/** The preview that a text holds, or null where it is none. */
export function unpackedPreview(text: string): Preview | null {
  const [light, dark, more] = text.split(' ')
  const modes = [light, dark].map(part => unpackedMode(part ?? ''))
  const [first, second] = modes
  return first && second && more === undefined ? { light: first, dark: second } : null
}

function unpackedMode(part: string): ModePreview | null {
  const [figure = '', nearest = '', more] = part.split(',').slice(5)
  const [fill, fillHover, onFill, text, tint] = part.split(',', 5).map(parseColour)
  const ratio = Number(figure)
  if (!(fill && fillHover && onFill && text && tint) || !(ratio >= 1 && ratio <= 21) || more !== undefined)
    return null
  return { fill, fillHover, onFill, text, tint, ratio, nearest: parseColour(nearest) }
}
