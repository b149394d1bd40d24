import { request } from 'node:http'

export interface Question {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  body: string
}

/** Asks a server of this machine. Node's own fetch can neither send a Host header nor resolve *.localhost. */
export function ask(port: number, { path, method = 'GET', headers = {} }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, timeout: 30_000 },
      incoming => {
        let body = ''
        incoming.setEncoding('utf8')
        incoming.on('data', piece => {
          body += piece
        })
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body }))
        incoming.on('error', reject)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')))
    outgoing.on('error', reject)
    outgoing.end()
  })
}
