import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The mark under a text that only this deployment can have made (HMAC-SHA-256, base64url). `purpose` keeps the marks of
 * one sort of text from being taken for those of another.
 */
export function keyedMark(purpose: string, text: string, secret: string): string {
  return createHmac('sha256', `${purpose}:${secret}`).update(text).digest('base64url')
}

/** Whether two marks are the same; takes as long whether they are or not. */
export function isSameMark(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
