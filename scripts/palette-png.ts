import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/**
 * The same picture with a few colours only, a fraction of the size: for pictures of screens, which are flat.
 *
 * @param png as browsers write them: eight bits a channel, not interlaced
 * @param most how many colours, 256 at most
 */
export function withFewColours(png: Buffer, most: number): Buffer {
  const { width, height, channels, pixels } = decoded(png)
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = rgbAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = chosen(counts, most)
  const indexes = new Map([...counts.keys()].map(colour => [colour, nearest(palette, colour)]))
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels)
      lines[y * (width + 1) + 1 + x] = indexes.get(rgbAt(pixels, at)) ?? 0
  }
  return encoded(width, height, palette, lines)
}

function rgbAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [
    (a >> 16) - (b >> 16),
    ((a >> 8) & 255) - ((b >> 8) & 255),
    (a & 255) - (b & 255),
  ]
  return red * red + green * green + blue * blue
}

/** The most frequent colours, leaving out what can hardly be told from one that is in already. */
function chosen(counts: ReadonlyMap<number, number>, most: number): readonly number[] {
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  const palette: number[] = []
  for (const apart of [300, 60, 0]) {
    for (const colour of frequent) {
      if (palette.length >= most) return palette
      if (palette.every(kept => distance(kept, colour) > apart)) palette.push(colour)
    }
  }
  return palette
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  for (let i = 1; i < palette.length; i += 1)
    if (distance(palette[i] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = i
  return best
}

function decoded(png: Buffer) {
  const parts: Buffer[] = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3]
  const raw = inflateSync(Buffer.concat(parts))
  const pixels = new Uint8Array(width * height * channels)
  const stride = width * channels
  for (let y = 0; y < height; y += 1) unfilter(raw, pixels, y, stride, channels)
  return { width, height, channels, pixels }
}

/** Each line says how its bytes were foretold from those left of them and above. */
function unfilter(raw: Buffer, pixels: Uint8Array, y: number, stride: number, channels: number): void {
  const from = y * (stride + 1)
  const to = y * stride
  const filter = raw[from] ?? 0
  for (let x = 0; x < stride; x += 1) {
    const left = x >= channels ? (pixels[to + x - channels] ?? 0) : 0
    const up = y > 0 ? (pixels[to + x - stride] ?? 0) : 0
    const corner = x >= channels && y > 0 ? (pixels[to + x - stride - channels] ?? 0) : 0
    const foretold = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    pixels[to + x] = (raw[from + 1 + x] ?? 0) + foretold
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

function encoded(width: number, height: number, palette: readonly number[], lines: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
