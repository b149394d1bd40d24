import { createHash, randomBytes, randomInt } from 'node:crypto'
import { isSameMark, keyedMark } from '../keyed-mark.ts'

// A sign-in letter belongs to the browser that asked for it. That browser keeps a flow: a random text, and the address
// that was typed, signed so that nobody can put another address to it.

export interface Flow {
  readonly id: string
  /** As it was typed and read as an address; known or not. */
  readonly email: string
}

const flowId = /^[\w-]{43}$/

export function newFlow(email: string): Flow {
  return { id: randomText(), email }
}

/** What the browser's cookie holds. */
export function writeFlow(flow: Flow, secret: string): string {
  const body = `${flow.id}.${Buffer.from(flow.email).toString('base64url')}`
  return `${body}.${keyedMark('flow', body, secret)}`
}

/** The flow of a cookie, or null: none, or not written here. */
export function readFlow(cookie: string | undefined, secret: string): Flow | null {
  const [id = '', email = '', given = '', ...rest] = cookie?.split('.') ?? []
  if (rest.length > 0 || !flowId.test(id) || !isSameMark(given, keyedMark('flow', `${id}.${email}`, secret)))
    return null
  return { id, email: Buffer.from(email, 'base64url').toString() }
}

/** The text of a one-time token or a flow: 256 random bits. */
export function randomText(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token or a flow. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** What is stored of a code: worth nothing without the secret, and to no other browser than the one that asked. */
export function hashCode(code: string, flow: Flow, secret: string): string {
  return keyedMark('code', `${flow.id}.${code}`, secret)
}

/** The mark of a browser in which this person has signed in before. It opens nothing: it only has tries of its own. */
export function browserMark(providerId: string, canonicalEmail: string, secret: string): string {
  return keyedMark('browser', `${providerId}.${canonicalEmail}`, secret)
}

export function isBrowserMark(cookie: string | undefined, mark: string): boolean {
  return isSameMark(cookie ?? '', mark)
}
