import type http from 'node:http'
import { notThereWords } from './not-there-words.ts'

// The framework can't write a page on the server that turns out not to be there: it sends an empty shell and leaves the
// rest to its script. Readers without JavaScript get it here, within that shell, under a style sheet of its own.

const said = ({ title, text, partners, back }: (typeof notThereWords)['en'], heading: 'h1' | 'h2') =>
  `<${heading}>${title}</${heading}><p>${text} ${partners}</p><p><a href="/choose">${back}</a></p>`

const words = `<noscript><link rel="stylesheet" href="/plain.css"><main class="plain">${said(notThereWords.en, 'h1')}
<section lang="fr">${said(notThereWords.fr, 'h2')}</section></main></noscript>`

const shell = /^(?:(?!<body)[\s\S])*<html id="__next_error__"[\s\S]*?<body[^>]*>/

/** The shell's first piece with the page for readers without JavaScript in it; any other text as it is. */
export function withBarePage(html: string): string {
  return html.replace(shell, opening => opening + words)
}

interface Response extends http.ServerResponse {
  _implicitHeader(): void
}

/** Watches an answer: if it becomes the empty shell of a page that is not there, it is filled in. */
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
  answer.write = function (this: Response, piece: unknown, ...rest: unknown[]) {
    if (!bare || !(piece instanceof Uint8Array)) return write.call(this, piece, ...rest)
    bare = false
    return write.call(this, withBarePage(Buffer.from(piece).toString('utf8')), ...rest)
  } as typeof answer.write
}
