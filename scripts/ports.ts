import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { StartError } from './project.ts'

const loopbacks = ['127.0.0.1', '::1']

/** A port of this machine that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/** Whether somebody already answers on this port of this machine, over either loopback address. */
export async function portIsTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(loopbacks.map(host => somebodyAnswers(host, port)))
  return answers.includes(true) || !(await canListen(port))
}

/**
 * The port that a setting names.
 *
 * @param text what PORT holds; nothing means the usual one
 * @throws StartError for anything that is no port number
 */
export function portFrom(text: string | undefined, usual: number): number {
  if (text === undefined || text.trim() === '') return usual
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
  if (port >= 1 && port <= 65_535) return port
  throw new StartError(
    `PORT is "${text}", which is no port number. Choose one from 1 to 65535, e.g. PORT=3001.`,
  )
}

function somebodyAnswers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1000 })
    const finish = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => finish(true))
    socket.once('timeout', () => finish(true))
    socket.once('error', () => finish(false))
  })
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') {
        reject(
          new StartError(
            `Port ${port} needs more rights than this user has. Choose a higher one, e.g. PORT=3001.`,
          ),
        )
      } else resolve(false)
    })
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
