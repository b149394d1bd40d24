import { randomBytes } from 'node:crypto'

/** What a firm's share URL ends with: nobody guesses it. */
export function newShareCode(): string {
  return randomBytes(18).toString('base64url')
}
