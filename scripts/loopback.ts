import { type IncomingHttpHeaders, request } from 'node:http'

export interface Question {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/**
 * Asks a server of this machine, redirects not followed. Node's own fetch can neither send a Host header nor resolve
 * *.localhost.
 */
export function ask(port: number, { path, method = 'GET', headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, timeout: 30_000 },
      incoming => {
        let heard = ''
        incoming.setEncoding('utf8')
        incoming.on('data', piece => {
          heard += piece
        })
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: heard }),
        )
        incoming.on('error', reject)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
