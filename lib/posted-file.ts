import { createHash } from 'node:crypto'

/** A file that came with a form: its bytes and nothing else. What it was called and says it is proves nothing. */
export class PostedFile {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Stands for the content where a form's input is compared with what was posted before. */
  toJSON(): string {
    return createHash('sha256').update(this.bytes).digest('hex')
  }
}

/** A browser posts a file field that nobody filled as an empty file. */
export function isPostedFile(value: unknown): value is PostedFile {
  return value instanceof PostedFile && value.bytes.length > 0
}
