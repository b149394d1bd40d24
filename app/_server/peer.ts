import http from 'node:http'
import { peerHeader } from './client-address.ts'

/**
 * Writes each request's socket address into a header before the framework sees it, since the framework hands on
 * only X-Forwarded-For, which the client may have written itself.
 */
export function markPeers(): void {
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...values: unknown[]) {
    const request = values[0]
    if (event === 'request' && request instanceof http.IncomingMessage) {
      request.headers[peerHeader] = request.socket.remoteAddress ?? ''
    }
    return Reflect.apply(emit, this, [event, ...values])
  }
}
