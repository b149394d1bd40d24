import http from 'node:http'
import type { Socket } from 'node:net'
import { languages } from '#lib/language.ts'
import { type BareAnswer, bareAnswer, type Header, languagesAt } from './bare-answer.ts'
import type { BareFault } from './bare-words.ts'
import { lengthFault } from './body-length.ts'

// What is refused before the framework hears of it: what it fails on, and what it would first read to its end.

/**
 * What is wrong with a request, seen on its socket. Of two hosts the runtime quietly keeps the first; whoever sends
 * two means to be taken for somebody else.
 */
export function earlyFault({
  method = '',
  url = '',
  headers,
  rawHeaders,
}: http.IncomingMessage): BareFault | null {
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1)
    return 'unreadable'
  return headFault(method, url, headerOf(headers))
}

/**
 * What is wrong with the head of a request. The framework fails on TRACE and on a path that can't be decoded, and redirects
 * to whatever host stands in a request line that holds a whole address.
 */
export function headFault(method: string, address: string, header: Header): BareFault | null {
  if (method === 'TRACE') return 'no-method'
  if (!address.startsWith('/') || !isReadable(address)) return 'unreadable'
  // No picture of ours goes through the framework's optimizer, which would answer in words of its own, nor through that of
  // the edge's adapter, which would fetch what anybody names.
  if (/^\/(?:_next|cdn-cgi)\/image(?:[/?]|$)/.test(address)) return 'no-address'
  return lengthFault(method, address, header)
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

const headerOf =
  (headers: http.IncomingHttpHeaders): Header =>
  name =>
    headers[name]?.toString()

/** Answers at once, whatever is still on its way, and hangs up. */
export async function refuse(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  fault: BareFault,
): Promise<void> {
  response.on('error', () => response.destroy())
  const header = headerOf(request.headers)
  const answer = bareAnswer(fault, await languagesAt(header), {
    byScript: Boolean(header('next-action')),
  })
  response.writeHead(answer.status, headersOf(answer)).write(answer.body)
  hearOut(request, () => response.end())
}

const headersOf = ({ headers, body }: BareAnswer) => ({
  ...headers,
  'content-length': String(Buffer.byteLength(body)),
  connection: 'close',
})

const mostHeard = 64_000_000
const longestHearing = 3000

/**
 * Lets a client say the rest for a moment and forgets it: many read no answer before they have sent all, and a
 * connection that is closed on them takes the answer with it.
 */
function hearOut(request: http.IncomingMessage, then: () => void): void {
  let heard = 0
  const done = () => {
    clearTimeout(patience)
    then()
  }
  const patience = setTimeout(done, longestHearing)
  for (const event of ['end', 'close', 'error']) request.on(event, done)
  request.on('data', (piece: Buffer) => {
    heard += piece.length
    if (heard > mostHeard) done()
  })
}

const brokenFaults: Readonly<Record<string, BareFault>> = {
  HPE_HEADER_OVERFLOW: 'head-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
}
const broken = new WeakSet<Socket>()

/** The same for what never became a request. Nobody knows its reader, so everything is said in both languages. */
export function answerBroken({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (broken.has(socket)) return
  broken.add(socket)
  const begun = (socket as { _httpMessage?: http.ServerResponse })._httpMessage?.headersSent
  if (!socket.writable || begun || !/^(?:HPE|ERR_HTTP)_/.test(code)) return void socket.destroy()
  const answer = bareAnswer(brokenFaults[code] ?? 'unreadable', languages)
  const lines = Object.entries(headersOf(answer)).map(([name, value]) => `${name}: ${value}\r\n`)
  const line = `HTTP/1.1 ${answer.status} ${http.STATUS_CODES[answer.status]}\r\n`
  socket.end(`${line}${lines.join('')}\r\n${answer.body}`)
  setTimeout(() => socket.destroy(), longestHearing).unref()
}
