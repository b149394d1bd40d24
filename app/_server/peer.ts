import http from 'node:http'
import { Socket } from 'node:net'
import { peerHeader } from './client-address.ts'
import { fillNotThere } from './not-there-page.ts'
import { fillOldPage } from './old-page.ts'
import { answerBroken, earlyFault, refuse } from './refuse-early.ts'

/**
 * Writes each request's socket address into a header before the framework sees it, since the framework hands on
 * only X-Forwarded-For, which the client may have written itself. Also refuses what the framework can't take, and fills in
 * what it leaves empty.
 */
export function markPeers(): void {
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...values: unknown[]) {
    const [first, second] = values
    if (event === 'clientError' && first instanceof Error && second instanceof Socket) {
      answerBroken(first, second)
      return true
    }
    if (
      event === 'request' &&
      first instanceof http.IncomingMessage &&
      second instanceof http.ServerResponse
    ) {
      const fault = earlyFault(first)
      if (fault) {
        refuse(first, second, fault).catch(() => second.destroy())
        return true
      }
      first.headers[peerHeader] = first.socket.remoteAddress ?? ''
      fillNotThere(second)
      fillOldPage(second)
    }
    return Reflect.apply(emit, this, [event, ...values])
  }
}
