import { ok, type Result, refuse } from '#lib/result.ts'

/** What may come in; anything else is refused whatever it calls itself. */
export type PictureType = 'png' | 'jpeg' | 'webp'

/** A picture as its own head describes it, before anything is decoded. */
export interface PictureHead {
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

export type PictureRefusal =
  | 'not-a-picture'
  | 'too-heavy'
  | 'too-large'
  | 'too-small'
  | 'broken'
  | 'too-rich'
  | 'no-codec'

/** Bytes of a picture as it comes in and as it is kept. */
export const heaviest = 512 * 1024
/** Pixels a side as it comes in: what a camera or a designer makes, and far from what would fill the memory. */
export const longestIn = 5000
export const mostPixels = 16_000_000
const shortest = 16
/** Pixels a side as it is kept. */
export const longestKept = 1024

/**
 * Reads what a file is from its first bytes and how large its picture would become, without decoding any of it: HTML, SVG,
 * bombs and pictures of 20,000 pixels are turned away here.
 */
export function inspect(bytes: Uint8Array): Result<PictureHead, PictureRefusal> {
  if (bytes.length > heaviest) return refuse('too-heavy')
  const head = pngHead(bytes) ?? webpHead(bytes) ?? jpegHead(bytes)
  if (!head) return refuse('not-a-picture')
  const { width, height } = head
  if (width > longestIn || height > longestIn || width * height > mostPixels) return refuse('too-large')
  if (width < shortest || height < shortest) return refuse('too-small')
  return ok(head)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))

function pngHead(bytes: Uint8Array): PictureHead | null {
  if (bytes.length < 33 || text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || text(bytes, 12, 4) !== 'IHDR')
    return null
  const view = viewOf(bytes)
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function webpHead(bytes: Uint8Array): PictureHead | null {
  if (bytes.length < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return null
  const size = webpSize(text(bytes, 12, 4), viewOf(bytes))
  return size && { type: 'webp', ...size }
}

function webpSize(chunk: string, view: DataView): { width: number; height: number } | null {
  if (chunk === 'VP8X') {
    const whole = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1
    return { width: whole(24), height: whole(27) }
  }
  if (chunk === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk === 'VP8 ' && view.getUint8(23) === 0x9d && view.getUint16(24, true) === 0x2a01)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return null
}

/** Walks from marker to marker to the one that tells the size; a broken chain is no JPEG. */
function jpegHead(bytes: Uint8Array): PictureHead | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda) || length < 2) return null
    else at += 2 + length
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** A stored picture as the history tells it, in no language: "PNG, 2048 B, 300 × 120". */
export function pictureText(of: {
  readonly contentType: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
}): string {
  const size = of.width ? [`${of.width} × ${of.height}`] : []
  return [of.contentType.replace('image/', '').toUpperCase(), `${of.bytes} B`, ...size].join(', ')
}
