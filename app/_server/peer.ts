import http from 'node:http'
import { fillBarePage } from './bare-page.ts'
import { peerHeader } from './client-address.ts'

/**
 * Writes each request's socket address into a header before the framework sees it, since the framework hands on
 * only X-Forwarded-For, which the client may have written itself. Also refuses what the framework can't take, and fills in
 * what it leaves empty.
 */
export function markPeers(): void {
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...values: unknown[]) {
    const request = values[0]
    if (event === 'request' && request instanceof http.IncomingMessage) {
      const refusal = refusalOf(request)
      if (refusal && values[1] instanceof http.ServerResponse) {
        values[1].writeHead(refusal, { connection: 'close' }).end()
        return true
      }
      request.headers[peerHeader] = request.socket.remoteAddress ?? ''
      if (values[1] instanceof http.ServerResponse) fillBarePage(values[1])
    }
    return Reflect.apply(emit, this, [event, ...values])
  }
}

/**
 * The framework fails on TRACE and on a path that can't be decoded, and redirects to whatever host stands in a request
 * line that holds a whole address.
 */
function refusalOf({ method, url = '', rawHeaders }: http.IncomingMessage): 405 | 400 | null {
  if (method === 'TRACE') return 405
  // Of two hosts the runtime quietly keeps the first; whoever sends two means to be taken for somebody else.
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1) return 400
  return url.startsWith('/') && isReadable(url) ? null : 400
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
