import type http from 'node:http'
import { type Language, languages, localeOf } from '#lib/language.ts'
import { languagesOf } from './bare-answer.ts'
import { deadLinkWords, notThereWords } from './not-there-words.ts'
import { reasonFirstMark, reasonFirstWords } from './reason-first-words.ts'
import { arrivalHeader, readArrival } from './signed-header.ts'

// The framework can't write a whole page on the server that turns out not to be there, and leaves the rest to its
// script. For a page that was asked for it sends an empty shell: readers without JavaScript get the words here, under a
// style sheet of their own. For a form that was posted without JavaScript it sends the words and nothing around them.

const said = (language: Language, heading: 'h1' | 'h2') => {
  const { title, text, partners, back } = notThereWords[language]
  return `<${heading}>${title}</${heading}><p>${text} ${partners}</p><p><a href="/choose">${back}</a></p>`
}

/** Where a partner's share URL leads nowhere. */
const deadLink = (language: Language, heading: 'h1' | 'h2') => {
  const { title, text, back } = deadLinkWords[language]
  return `<${heading}>${title}</${heading}><p>${text}</p><p><a href="/choose">${back}</a></p>`
}

const reason = (account: string) => (language: Language, heading: 'h1' | 'h2') => {
  const { message, why, open } = reasonFirstWords[language]
  return `<${heading}>${message}</${heading}><p>${why}</p><p><a href="/provider/accounts/${account}">${open}</a></p>`
}

/** Both languages, the likelier one first: whoever is signed in may read another than their browser was ever told. */
const bilingually = (first: Language, say: typeof said) =>
  `<noscript><link rel="stylesheet" href="/plain.css"><main class="plain" lang="${localeOf(first)}">${say(first, 'h1')}
${languages
  .filter(other => other !== first)
  .map(other => `<section lang="${localeOf(other)}">${say(other, 'h2')}</section>`)
  .join('')}</main></noscript>`

const shell = /^(?:(?!<body)[\s\S])*<html id="__next_error__"[\s\S]*?<body[^>]*>/
const styleSheet = /<link rel="preload" href="([^"]+\.css)" as="style"/
/** What the script would be told to show, as it lies in the page: a text within a text. */
const opens = new RegExp(`\\\\"${reasonFirstMark}\\\\":\\\\"([a-z0-9-]+)\\\\"`)

/** A page that is not there, with what it lacks for readers without JavaScript; any other as it is. `path` is its address. */
export function withNotThere(html: string, first: Language = 'en', path = '/'): string {
  const styles = html.startsWith('<!DOCTYPE') ? null : styleSheet.exec(html)?.[1]
  return styles ? headed(html, styles) : html.replace(shell, opening => opening + wordsFor(html, first, path))
}

function wordsFor(html: string, first: Language, path: string): string {
  if (path.startsWith('/partners/')) return bilingually(first, deadLink)
  const [, account] = opens.exec(html) ?? []
  return bilingually(first, account ? reason(account) : said)
}

function headed(html: string, styles: string): string {
  const [, lang = localeOf('en')] = /<main[^>]* lang="([^"]+)"/.exec(html) ?? []
  const [, title = ''] = /<h1[^>]*>([^<]*)/.exec(html) ?? []
  const head = `<title>${title}</title><link rel="stylesheet" href="${styles}">`
  return `<!DOCTYPE html><html lang="${lang}"><head>${head}</head>${html}`
}

interface Response extends http.ServerResponse {
  _implicitHeader(): void
}

/** Watches an answer: if it becomes a page that is not there, it is kept until it is whole, and filled in. */
export function fillNotThere(response: http.ServerResponse): void {
  const answer = response as Response
  const implicitHeader = answer._implicitHeader
  let bare = false
  answer._implicitHeader = function () {
    bare = this.statusCode === 404 && /^text\/html/.test(String(this.getHeader('content-type')))
    // Asked before anything would compress it: what is compressed can't be read here.
    if (bare)
      this.setHeader('cache-control', `${this.getHeader('cache-control') ?? 'no-store'}, no-transform`)
    return implicitHeader.call(this)
  }
  const write = answer.write as (...values: unknown[]) => boolean
  const held: Uint8Array[] = []
  answer.write = function (this: Response, piece: unknown, ...rest: unknown[]) {
    if (!bare || !(piece instanceof Uint8Array)) return write.call(this, piece, ...rest)
    held.push(Uint8Array.from(piece))
    return true
  } as typeof answer.write
  const end = answer.end as (...values: unknown[]) => Response
  answer.end = function (this: Response, ...rest: unknown[]) {
    if (held.length > 0)
      write.call(this, withNotThere(Buffer.concat(held).toString('utf8'), likeliest(this.req), this.req.url))
    held.length = 0
    bare = false
    return end.call(this, ...rest)
  } as typeof answer.end
}

/** The language of whoever asked, as far as the request tells it. */
function likeliest({ headers }: http.IncomingMessage): Language {
  const brand = readArrival(headers[arrivalHeader]?.toString() ?? null)?.brand
  const [first = 'en'] = languagesOf(name => headers[name]?.toString(), brand?.defaultLanguage ?? null)
  return first
}
