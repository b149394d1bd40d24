import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { keptPicture } from './codec.ts'
import { heaviest, inspect, longestKept } from './picture.ts'

const noise = (side: number) => {
  const raw = Buffer.alloc(side * side * 3)
  for (let i = 0, x = 1; i < raw.length; i++) {
    x = (x * 1_103_515_245 + 12_345) & 0x7fffffff
    raw[i] = x >> 16
  }
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
}
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 91, g: 33, b: 182, alpha: 0.5 } } })

const pictures = {
  png: await plain(300, 120).png().toBuffer(),
  jpeg: await plain(300, 120).flatten().jpeg().toBuffer(),
  progressive: await noise(200).jpeg({ progressive: true }).toBuffer(),
  lossy: await plain(300, 120).flatten().webp().toBuffer(),
  lossless: await plain(300, 120).webp({ lossless: true }).toBuffer(),
  transparent: await noise(300).ensureAlpha(0.5).webp().toBuffer(),
}

/** A PNG's head with a size of its own, and a tiny body: what a bomb looks like. */
function headOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(pictures.png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('what a file is, from its head alone', () => {
  test.each([
    ['png', 'png', 300, 120],
    ['jpeg', 'jpeg', 300, 120],
    ['progressive', 'jpeg', 200, 200],
    ['lossy', 'webp', 300, 120],
    ['lossless', 'webp', 300, 120],
    ['transparent', 'webp', 300, 300],
  ] as const)('%s', (name, type, width, height) => {
    expect(inspect(pictures[name])).toEqual({ ok: true, value: { type, width, height } })
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-picture'],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-picture'],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00'.padEnd(60, '\0'), 'latin1'), 'not-a-picture'],
    ['a name and no more', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'not-a-picture'],
    ['AVIF', Buffer.concat([Buffer.from('\0\0\0\x20ftypavif', 'latin1'), Buffer.alloc(60)]), 'not-a-picture'],
    [
      'a JPEG without an end to its parts',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0]),
      'not-a-picture',
    ],
    ['20,000 pixels wide', headOf(20_000, 100), 'too-large'],
    ['20,000 pixels high', headOf(100, 20_000), 'too-large'],
    ['4 thousand million pixels', headOf(0xffffffff, 0xffffffff), 'too-large'],
    ['more pixels than its sides allow alone', headOf(4_900, 4_900), 'too-large'],
    ['one pixel', headOf(1, 1), 'too-small'],
    ['no pixel', headOf(0, 0), 'too-small'],
    ['more than 512 kB', Buffer.concat([pictures.png, Buffer.alloc(heaviest)]), 'too-heavy'],
  ])('%s is refused', async (_, bytes, refusal) => {
    expect(inspect(bytes)).toEqual({ ok: false, refusal })
    expect(await keptPicture(bytes, 'logo')).toEqual({ ok: false, refusal })
  })

  test('never throws and never loops, whatever the bytes', () => {
    let x = 7
    const next = () => {
      x = (x * 1_103_515_245 + 12_345) & 0x7fffffff
      return x >> 16
    }
    for (let turn = 0; turn < 3000; turn++) {
      const from = Object.values(pictures)[turn % 6] ?? pictures.png
      const bytes = Buffer.from(from.subarray(0, next() % 80))
      for (let i = 0; i < 4; i++) bytes[next() % (bytes.length + 1)] = next() & 255
      expect(typeof inspect(bytes).ok).toBe('boolean')
    }
  })
})

describe('what is kept', () => {
  test.each(Object.entries(pictures))('of %s is made anew as PNG or JPEG', async (name, bytes) => {
    const kept = await keptPicture(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]), 'logo')
    if (!kept.ok) throw new Error(kept.refusal)
    expect(kept.value.contentType).toBe(/jpeg|progressive/.test(name) ? 'image/jpeg' : 'image/png')
    expect(kept.value.content.includes('<script>')).toBe(false)
    expect(inspect(kept.value.content)).toMatchObject({ ok: true, value: { width: kept.value.width } })
  })

  test('is at most 1,024 pixels a side, an icon less, and never larger than it came', async () => {
    const wide = await plain(3000, 500).png().toBuffer()
    expect(await keptPicture(wide, 'logo')).toMatchObject({ value: { width: longestKept, height: 171 } })
    expect(await keptPicture(wide, 'favicon')).toMatchObject({ value: { width: 192 } })
    expect(await keptPicture(pictures.png, 'logo')).toMatchObject({ value: { width: 300, height: 120 } })
  })

  test('holds nothing of what was written beside the pixels', async () => {
    const told = await plain(64, 64)
      .flatten()
      .withExif({ IFD0: { Copyright: 'a secret place' } })
      .jpeg()
      .toBuffer()
    expect(told.includes('a secret place')).toBe(true)
    const kept = await keptPicture(told, 'logo')
    expect(kept.ok && kept.value.content.includes('a secret place')).toBe(false)
  })

  test('of a damaged file is nothing, nor of a bomb that hides its size', async () => {
    expect(await keptPicture(pictures.png.subarray(0, 200), 'logo')).toEqual({ ok: false, refusal: 'broken' })
    const bomb = Buffer.concat([headOf(4000, 4000).subarray(0, 33), deflateSync(Buffer.alloc(50_000_000))])
    expect(await keptPicture(bomb, 'logo')).toEqual({ ok: false, refusal: 'broken' })
  })

  test('is never heavier than what may come in', async () => {
    const rich = await noise(900).webp({ quality: 60 }).toBuffer()
    expect(rich.length).toBeLessThan(heaviest)
    const kept = await keptPicture(rich, 'logo')
    if (kept.ok) expect(kept.value.content.length).toBeLessThanOrEqual(heaviest)
    else expect(kept.refusal).toBe('too-rich')
  })
})
