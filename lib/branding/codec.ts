import { ok, type Result, refuse } from '#lib/result.ts'
import type { PictureKind } from './domain.ts'
import { heaviest, inspect, longestIn, longestKept, type PictureRefusal } from './picture.ts'

/** A picture as it is kept and served: made anew from pixels, so nothing of the file that came in is left. */
export interface KeptPicture {
  readonly contentType: 'image/png' | 'image/jpeg'
  readonly content: Buffer
  readonly width: number
  readonly height: number
}

/** Larger is never shown. */
const longestOf: Record<PictureKind, number> = { logo: longestKept, 'logo-dark': longestKept, favicon: 192 }

/**
 * The one place that decodes and encodes pictures. Photographs stay JPEG, all else becomes PNG: what mail programs show.
 * Its codec is native and runs on Node alone: elsewhere no picture is taken in.
 */
export async function keptPicture(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<Result<KeptPicture, PictureRefusal>> {
  const head = inspect(bytes)
  if (!head.ok) return head
  const sharp = await import('sharp').then(
    found => found.default,
    () => null,
  )
  if (!sharp) return refuse('no-codec')
  sharp.concurrency(1)
  sharp.cache(false)
  const side = longestOf[kind]
  const picture = sharp(bytes, { limitInputPixels: longestIn * longestIn, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 10 })
  try {
    const photograph = head.value.type === 'jpeg'
    const whole = photograph ? picture.jpeg({ quality: 88 }) : picture.png({ compressionLevel: 9 })
    let made = await whole.toBuffer({ resolveWithObject: true })
    if (made.data.length > heaviest && !photograph)
      made = await picture.png({ palette: true, compressionLevel: 9 }).toBuffer({ resolveWithObject: true })
    if (made.data.length > heaviest) return refuse('too-rich')
    const { data: content, info } = made
    return ok({
      contentType: photograph ? 'image/jpeg' : 'image/png',
      content,
      width: info.width,
      height: info.height,
    })
  } catch {
    return refuse('broken')
  }
}
