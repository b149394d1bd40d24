import type http from 'node:http'
import { type BareAnswer, bareAnswer, languagesOf } from './bare-answer.ts'
import { arrivalHeader, readArrival } from './signed-header.ts'

// A page that is older than the portal posts a form that nobody knows any more. With JavaScript the form itself says so;
// without it the framework answers with a line of its own, which is replaced here.

/** The framework's mark on its answer to a form that it does not know. */
export const unknownAction = 'x-nextjs-action-not-found'

interface Response extends http.ServerResponse {
  _implicitHeader(): void
}

/** Watches an answer: where it tells of an unknown form that a page without JavaScript posted, it says what to do instead. */
export function fillOldPage(response: http.ServerResponse): void {
  const watched = response as Response
  const implicitHeader = watched._implicitHeader
  let body: string | null = null
  watched._implicitHeader = function () {
    if (this.hasHeader(unknownAction) && !this.req.headers['next-action']) {
      const answer = answerTo(this.req)
      body = answer.body
      this.statusCode = answer.status
      for (const [name, value] of Object.entries(answer.headers)) this.setHeader(name, value)
      // What would be compressed is the framework's own line, which is left out.
      this.setHeader('cache-control', 'no-store, no-transform')
      this.setHeader('content-length', Buffer.byteLength(body))
    }
    return implicitHeader.call(this)
  }
  const end = watched.end as (...values: unknown[]) => http.ServerResponse
  watched.end = function (this: Response, ...rest: unknown[]) {
    if (!this.headersSent) this._implicitHeader()
    if (!this.headersSent && this.hasHeader(unknownAction)) this._implicitHeader()
    return body === null ? end.call(this, ...rest) : end.call(this, body)
  } as typeof watched.end
}

function answerTo({ headers, url = '/' }: http.IncomingMessage): BareAnswer {
  const brand = readArrival(headers[arrivalHeader]?.toString() ?? null)?.brand
  const said = languagesOf(name => headers[name]?.toString(), brand?.defaultLanguage ?? null)
  return bareAnswer('old-page', said, { again: url })
}
