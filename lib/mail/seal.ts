import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// A letter that waits may hold a one-time secret. It lies sealed in the outbox, so that a copy of the database opens
// nothing, and is wiped once sent.

const algorithm = 'aes-256-gcm'
const prefix = 'v1.'
const nonceLength = 12
const tagLength = 16

/** Encrypts a text under AUTH_SECRET (AES-256-GCM, key by HKDF). The same text seals differently every time. */
export function seal(text: string, secret: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, keyOf(secret), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return prefix + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` closed. Throws where the secret is another one, or a single bit was changed. */
export function unseal(sealed: string, secret: string): string {
  if (!sealed.startsWith(prefix)) throw new Error('not a sealed text')
  const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url')
  if (bytes.length < nonceLength + tagLength) throw new Error('not a sealed text')
  const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, nonceLength))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  return decipher.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'latchkey: secrets of waiting letters', 32))
}
