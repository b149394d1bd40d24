import { deflateSync } from 'node:zlib'

type Rgb = readonly [number, number, number]
/** Tells how much of a point belongs to the mark: positive inside, in units of the picture's side (0 to 1). */
type Shape = (x: number, y: number) => number

/** Marks of the demo's three brands and of an account of its own, drawn as distances so that they are smooth at any size. */
export const marks: Record<'compass' | 'aurora' | 'cross' | 'parcel', Shape> = {
  compass: (x, y) => {
    const u = Math.abs(x - 0.5)
    const v = Math.abs(y - 0.5)
    return Math.max(0.36 - (u * 3.2 + v), 0.36 - (u + v * 3.2))
  },
  aurora: (x, y) => {
    const wave = 0.08 * Math.sin(x * 9)
    return (
      Math.max(...[0.32, 0.5, 0.68].map(line => 0.055 - Math.abs(y - line - wave))) *
      (x > 0.2 && x < 0.8 ? 1 : -1)
    )
  },
  parcel: (x, y) => {
    const box = 0.28 - Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5))
    const tape = Math.max(0.03 - Math.abs(x - 0.5), 0.03 - Math.abs(y - 0.4))
    return Math.min(box, -tape)
  },
  cross: (x, y) => {
    const stars = [
      [0.5, 0.24, 0.1],
      [0.5, 0.78, 0.11],
      [0.27, 0.48, 0.09],
      [0.74, 0.42, 0.09],
    ] as const
    return Math.max(...stars.map(([sx, sy, r]) => r - Math.hypot(x - sx, y - sy)))
  },
}

/** A square PNG: the white mark on a rounded field of the colour. */
export function drawMark(colour: string, shape: Shape, side: number): Buffer {
  const rgb = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
  const rows = Array.from({ length: side }, (_, row) => {
    const line = Buffer.alloc(1 + side * 4)
    for (let column = 0; column < side; column++) {
      const x = (column + 0.5) / side
      const y = (row + 0.5) / side
      const white = coverage(shape(x, y), side)
      const field = coverage(roundedSquare(x, y), side)
      rgb.forEach((value, channel) => {
        line[1 + column * 4 + channel] = Math.round(value + (255 - value) * white)
      })
      line[1 + column * 4 + 3] = Math.round(255 * field)
    }
    return line
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function coverage(distance: number, side: number): number {
  return Math.min(1, Math.max(0, distance * side + 0.5))
}

function roundedSquare(x: number, y: number): number {
  const radius = 0.22
  const u = Math.max(Math.abs(x - 0.5) - (0.5 - radius), 0)
  const v = Math.max(Math.abs(y - 0.5) - (0.5 - radius), 0)
  return radius - Math.hypot(u, v)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}

function crc(data: Buffer): number {
  let value = 0xffffffff
  for (const byte of data) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
