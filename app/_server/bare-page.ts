import type http from 'node:http'

// The framework can't write a page on the server that turns out not to be there: it sends an empty shell and leaves the
// rest to its script. Readers without JavaScript get it here, within that shell, under a style sheet of its own.

const words = `<noscript><link rel="stylesheet" href="/plain.css"><main class="plain">
<h1>There is nothing here for you</h1>
<p>The page does not exist, or you have no access to it, or your access has ended. If you were just working here, ask the account’s owner. If you came as a partner, your list of customers says what ended, and why.</p>
<p><a href="/choose">Go to your accounts</a></p>
<section lang="fr"><h2>Il n’y a rien ici pour vous</h2>
<p>La page n’existe pas, vous n’y avez pas accès ou votre accès a pris fin. Si vous y travailliez à l’instant, adressez-vous au propriétaire du compte. Si vous veniez à titre de partenaire, votre liste de clients dit ce qui a pris fin et pourquoi.</p>
<p><a href="/choose">Aller à vos comptes</a></p></section></main></noscript>`

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
