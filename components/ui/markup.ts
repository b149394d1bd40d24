declare const safe: unique symbol

/** HTML whose every text went through `text` or an attribute here: nothing else can be one, so nothing is left unescaped. */
export type Markup = string & { readonly [safe]: true }

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

/** A text as HTML, with nothing in it that HTML would take for its own. */
export function text(plain: string): Markup {
  return plain.replace(/[&<>"']/g, sign => entities[sign] ?? '') as Markup
}

/** An element. Attributes that are undefined or false are left out; their names are ours, never data. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
  ...content: readonly Markup[]
): Markup {
  return `${lone(name, attributes)}${content.join('')}</${name}>` as Markup
}

/** One that holds nothing and has no end: an input. */
export function lone(name: string, attributes: Parameters<typeof element>[1]): Markup {
  let tag = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined && value !== false) tag += ` ${key}="${text(String(value))}"`
  }
  return `${tag}>` as Markup
}

/** Several, one after the other. */
export function joined(pieces: readonly Markup[]): Markup {
  return pieces.join('') as Markup
}
