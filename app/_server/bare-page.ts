import type http from 'node:http'
import { localeOf } from '#lib/language.ts'
import { deadLinkWords, notThereWords } from './not-there-words.ts'

// The framework can't write a whole page on the server that turns out not to be there, and leaves the rest to its
// script. For a page that was asked for it sends an empty shell: readers without JavaScript get the words here, under a
// style sheet of their own. For a form that was posted without JavaScript it sends the words and nothing around them.

interface Said {
  readonly title: string
  readonly text: string
  readonly back: string
}

const said = ({ title, text, back }: Said, heading: 'h1' | 'h2') =>
  `<${heading}>${title}</${heading}><p>${text}</p><p><a href="/choose">${back}</a></p>`

const bareWords = (en: Said, fr: Said) =>
  `<noscript><link rel="stylesheet" href="/plain.css"><main class="plain">${said(en, 'h1')}
<section lang="fr">${said(fr, 'h2')}</section></main></noscript>`

const whole = ({ text, partners, ...rest }: (typeof notThereWords)['en']) => ({
  ...rest,
  text: `${text} ${partners}`,
})
const words = bareWords(whole(notThereWords.en), whole(notThereWords.fr))
/** What stands where a partner's share URL leads nowhere. */
const deadLink = bareWords(deadLinkWords.en, deadLinkWords.fr)

const shell = /^(?:(?!<body)[\s\S])*<html id="__next_error__"[\s\S]*?<body[^>]*>/
const styleSheet = /<link rel="preload" href="([^"]+\.css)" as="style"/

/** The first piece of a page that is not there, with what it lacks for readers without JavaScript; any other as it is. */
export function withBarePage(html: string, path = '/'): string {
  const styles = html.startsWith('<!DOCTYPE') ? null : styleSheet.exec(html)?.[1]
  return styles
    ? headed(html, styles)
    : html.replace(shell, opening => opening + (isShareUrl(path) ? deadLink : words))
}

const isShareUrl = (path: string) => path.startsWith('/partners/')

function headed(html: string, styles: string): string {
  const [, lang = localeOf('en')] = /<main[^>]* lang="([^"]+)"/.exec(html) ?? []
  const [, title = ''] = /<h1[^>]*>([^<]*)/.exec(html) ?? []
  const head = `<title>${title}</title><link rel="stylesheet" href="${styles}">`
  return `<!DOCTYPE html><html lang="${lang}"><head>${head}</head>${html}`
}

interface Response extends http.ServerResponse {
  _implicitHeader(): void
}

/** Watches an answer: if it becomes a page that is not there, it is filled in. */
export function fillBarePage(response: http.ServerResponse): void {
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
  let held = ''
  answer.write = function (this: Response, piece: unknown, ...rest: unknown[]) {
    if (!bare || !(piece instanceof Uint8Array)) return write.call(this, piece, ...rest)
    held += Buffer.from(piece).toString('utf8')
    if (!isEnough(held)) return true
    bare = false
    return write.call(this, withBarePage(held, this.req.url), ...rest)
  } as typeof answer.write
  const end = answer.end as (...values: unknown[]) => Response
  answer.end = function (this: Response, ...rest: unknown[]) {
    if (bare && held) write.call(this, held)
    bare = false
    return end.call(this, ...rest)
  } as typeof answer.end
}

/** Whether what has come so far shows all that the page's beginning is made from. */
function isEnough(html: string): boolean {
  return html.startsWith('<!DOCTYPE') || html.includes('</h1>')
}
