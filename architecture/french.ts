import type { Rule } from './arrows.ts'
import { isTest } from './tree.ts'

// How both languages are set, held over the sources of every catalogue: what is told there can only be as right as what stands there.

interface Literal {
  readonly text: string
  /** What a template puts behind it; empty = the literal ends here. */
  readonly next: string
}

/** A side of a catalogue as the formatter sets it: from its `fr: {` to the brace under that. */
const side = {
  en: /^( *)en: \{$([\s\S]*?)^\1\}/gm,
  fr: /^( *)fr: \{$([\s\S]*?)^\1\}/gm,
}

function textsOf(language: keyof typeof side, text: string): readonly Literal[] {
  return [...text.matchAll(side[language])].flatMap(([, , inside = '']) => literalsIn(inside))
}

/** The literals in a piece of code: quoted texts whole, templates in the pieces between what they put in. */
export function literalsIn(code: string): readonly Literal[] {
  const found: Literal[] = []
  const read = (start: number, inTemplate: boolean): number => {
    let [at, from, depth] = [start, start, 0]
    for (; at < code.length; at += 1) {
      const sign = code[at]
      if (inTemplate) {
        if (sign === '\\') at += 1
        else if (sign === '`') {
          found.push({ text: code.slice(from, at), next: '' })
          return at
        } else if (sign === '$' && code[at + 1] === '{') {
          const end = read(at + 2, false)
          found.push({ text: code.slice(from, at), next: code.slice(at + 2, end) })
          at = end
          from = end + 1
        }
      } else if (sign === '`') at = read(at + 1, true)
      else if (sign === "'" || sign === '"') {
        const quoted = new RegExp(`\\${sign}((?:\\\\.|[^\\\\])*?)\\${sign}`, 'y')
        quoted.lastIndex = at
        found.push({ text: quoted.exec(code)?.[1] ?? '', next: '' })
        at = Math.max(at, quoted.lastIndex - 1)
      } else if (sign === '/' && code[at + 1] === '/') at = Math.max(at, code.indexOf('\n', at))
      else if (sign === '{') depth += 1
      else if (sign === '}' && depth-- === 0) return at
    }
    return at
  }
  read(0, false)
  return found
}

const plain = (text: string) =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** A sign that needs the narrow space; "https:" and "4,5:1" are none. It may begin what stands behind a value. */
const sign = /(?<!\u202f)[:;!?](?=[\s\u00a0»)]|$)/

/** What English does not have: a space before such a sign, nor any narrow one. */
const spaced = /[ \u00a0][:;!?](?=\s|$)|\u202f/

/** French in a piece of markup outside the catalogues. */
const frenchMarkup = /lang="fr"[^>]*>([^<]*)/g

/** Phrases put one behind the other the English way, by code that has a reader's language. */
const joinedInEnglish = /\.join\('[;:] '\)/

/** Words that are cut before a vowel: joined (lib/french.ts) puts them before what is not known here. */
const cut = /(?:^|[\s(’])(?:de|que|lorsque|puisque|jusque|quoique)\s$/i
/** Numbers are no names. */
const number = /^(?:count|minutes|hours|days|mostAsksADay|ratio\b.*)$/

function faultOf({ text, next }: Literal): string | null {
  if (sign.test(plain(text))) return 'a sign without the narrow space'
  if (next && cut.test(plain(text)) && !number.test(next)) return 'a word that may have to be cut'
  return null
}

export const frenchIsSetWell: Rule = tree =>
  [...tree].flatMap(([path, text]) => {
    if (isTest(path) || !/\.tsx?$/.test(path)) return []
    const markup = [...text.matchAll(frenchMarkup)].map(([, inside = '']) => ({ text: inside, next: '' }))
    const wide = /(?:\u00a0|\\u00a0)[:;!?]/i.test(text) ? [`${path}: a wide space before a sign`] : []
    const joined = joinedInEnglish.test(text) && /\blanguage\b/.test(text)
    return [...textsOf('fr', text), ...markup]
      .flatMap(literal => {
        const fault = faultOf(literal)
        return fault ? [`${path}: ${fault}: ${literal.text}\${${literal.next}}`] : []
      })
      .concat(wide, joined ? [`${path}: phrases joined as in English (phraseList)`] : [])
  })

export const englishIsSetWell: Rule = tree =>
  [...tree].flatMap(([path, text]) =>
    isTest(path) || !/\.tsx?$/.test(path)
      ? []
      : textsOf('en', text)
          .filter(literal => spaced.test(plain(literal.text)))
          .map(literal => `${path}: French spacing in English: ${literal.text}`),
  )

/** How many French texts the rule looks at. */
export function frenchTextsIn(text: string): number {
  return textsOf('fr', text).length
}
