/**
 * A colour as `#rrggbb` in small letters, checked. The only form that reaches a style sheet or a letter: a text that
 * holds nothing but a hash and six hexadecimal digits cannot carry anything else with it.
 */
export type Colour = `#${string}` & { readonly checked: unique symbol }

/** Reads `#rrggbb` and nothing else: no names, no short forms, no functions, no spaces. */
export function parseColour(text: unknown): Colour | null {
  if (typeof text !== 'string' || !/^#[0-9a-f]{6}$/i.test(text)) return null
  return text.toLowerCase() as Colour
}

/** A colour that stands in our own code; throws where it is mistyped. */
export function colour(text: string): Colour {
  const parsed = parseColour(text)
  if (!parsed) throw new Error(`not a colour of the form #rrggbb: ${text}`)
  return parsed
}

export const white = colour('#ffffff')
export const black = colour('#000000')
