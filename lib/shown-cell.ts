import { wholeNumber } from './format.ts'
import type { Language } from './language.ts'

const longestShown = 60

const quotes = { en: ['“', '”', 'characters'], fr: ['«\u00A0', '\u00A0»', 'caractères'] } as const

/** A text as it may be shown: on one line, short, and with nothing in it that a terminal would obey or nobody sees. */
export function shownText(text: string): string {
  const letters = [...text.slice(0, longestShown * 2)]
  const short = letters.slice(0, longestShown).join('')
  const safe = short.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu,
    sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  )
  return `${safe}${letters.length > longestShown ? '…' : ''}`
}

/** The same of a file's cell, between quotation marks, and how long it is where that is much. */
export function shownCell(text: string, language: Language = 'en'): string {
  const [open, close, characters] = quotes[language]
  const length = text.length > 200 ? ` (${wholeNumber(text.length, language)} ${characters})` : ''
  return `${open}${shownText(text)}${close}${length}`
}
