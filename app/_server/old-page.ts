import type http from 'node:http'
import { bareAnswer, languagesOf } from './bare-answer.ts'
import { arrivalHeader, readArrival } from './signed-header.ts'

// A page that is older than the portal posts a form that nobody knows any more. With JavaScript the form itself says so;
// without it the framework answers with a line of its own, which is replaced here.

const unknownAction = 'x-nextjs-action-not-found'

/** Watches an answer: where it tells of an unknown form that a page without JavaScript posted, it says what to do instead. */
export function fillOldPage(response: http.ServerResponse): void {
  const end = response.end as (...values: unknown[]) => http.ServerResponse
  response.end = function (this: http.ServerResponse, ...rest: unknown[]) {
    const { headers, url = '/' } = this.req
    if (this.headersSent || !this.hasHeader(unknownAction) || headers['next-action'])
      return end.call(this, ...rest)
    const brand = readArrival(headers[arrivalHeader]?.toString() ?? null)?.brand
    const said = languagesOf(name => headers[name]?.toString(), brand?.defaultLanguage ?? null)
    const answer = bareAnswer('old-page', said, { again: url })
    this.statusCode = answer.status
    for (const [name, value] of Object.entries(answer.headers)) this.setHeader(name, value)
    this.setHeader('content-length', Buffer.byteLength(answer.body))
    return end.call(this, answer.body)
  } as typeof response.end
}
