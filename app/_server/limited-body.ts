/** Few at once, for what costs much. */
export class Gate {
  readonly #most: number
  #inside = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Whether there was room; then `leave` must follow. */
  enter(): boolean {
    if (this.#inside >= this.#most) return false
    this.#inside += 1
    return true
  }

  leave(): void {
    this.#inside -= 1
  }
}

/** A request's body as text, or null where it is longer than `most` bytes, or says that it is: read no further than that. */
export async function limitedBody(request: Request, most: number): Promise<string | null> {
  const read = await readBody(request, { most, large: most, mayBeLarge: () => true, milliseconds: 0 })
  return 'text' in read ? read.text : null
}

export interface BodyLimits {
  /** Bytes it may have at most. */
  readonly most: number
  /** Beyond so many bytes it is large, and read on only where it may be, for so long from the beginning; 0 is without end. */
  readonly large: number
  readonly mayBeLarge: () => boolean
  readonly milliseconds: number
}

export type ReadBody = { readonly text: string } | { readonly fault: 'too-long' | 'no-room' | 'too-slow' }

/** The same, where few large ones may be read at once. What it says of its length is believed only where it says too much. */
export async function readBody(
  request: Request,
  { most, large, mayBeLarge, milliseconds }: BodyLimits,
): Promise<ReadBody> {
  if (!request.body) return { text: '' }
  const said = Number(request.headers.get('content-length'))
  if (said > most) return { fault: 'too-long' }
  let isLarge = said > large
  if (isLarge && !mayBeLarge()) return { fault: 'no-room' }
  const reader = request.body.getReader()
  const late = milliseconds > 0 ? AbortSignal.timeout(milliseconds) : null
  late?.addEventListener('abort', () => void reader.cancel())
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length
    const wasLarge = isLarge
    isLarge ||= length > large
    const fault = length > most ? 'too-long' : isLarge && !wasLarge && !mayBeLarge() ? 'no-room' : null
    if (fault) {
      void reader.cancel()
      return { fault }
    }
    text += decoder.decode(piece.value, { stream: true })
  }
  return late?.aborted ? { fault: 'too-slow' } : { text: text + decoder.decode() }
}
