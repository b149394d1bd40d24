import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'

// Documents for tests: good ones, and such as somebody might send by mistake or on purpose.

/** A PDF with so many pages. */
export async function pdfOf(pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let n = 0; n < pages; n++) document.addPage([612, 792])
  return document.save({ useObjectStreams: pages > 1 })
}

/** One that opens only with a password. */
export async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  return document.save({ useObjectStreams: false })
}

/** Objects of a file one after another, without a table of their places. */
export function rawPdf(...objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = objects.flatMap(one => [Buffer.from(one), Buffer.from('\n')])
  return new Uint8Array(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n')]),
  )
}

/** A good page beside a list of objects that unfolds to so many bytes, in disguise and with its end hidden. */
export function bombPdf(bytes: number): Uint8Array {
  const folded = deflateSync(Buffer.alloc(bytes, 32))
  const head = `3 0 obj << /Type /Obj#53tm /X (stream\n endstream endobj) /N 1 /First 4 /Filter /FlateDecode /Length ${folded.length} >> stream\n`
  return rawPdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 >> endobj',
    '4 0 obj << /Type /Page /Parent 2 0 R >> endobj',
    Buffer.concat([Buffer.from(head), folded, Buffer.from('\nendstream endobj')]),
  )
}

/** A small file whose lists name so many objects, `each` in one list. */
export function crowdedPdf(objects: number, each: number): Uint8Array {
  const lists = Array.from({ length: objects / each }, (_, list) => {
    const places = Array.from({ length: each }, (_, n) => `${10_000 + list * each + n} ${n * 3}`).join(' ')
    const folded = deflateSync(Buffer.from(`${places} ${'[] '.repeat(each)}`))
    const head = `${list + 4} 0 obj << /Type /ObjStm /N ${each} /First ${places.length + 1} /Filter /FlateDecode /Length ${folded.length} >> stream\n`
    return Buffer.concat([Buffer.from(head), folded, Buffer.from('\nendstream endobj')])
  })
  return rawPdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >> endobj',
    ...lists,
  )
}

/** A tree of pages that leads back into itself, or doubles at every step. */
export function knottedPdf(depth: number): Uint8Array {
  const nodes = Array.from({ length: depth }, (_, n) => {
    const next = n + 1 === depth ? 2 : n + 3
    return `${n + 2} 0 obj << /Type /Pages /Kids [${next} 0 R ${next} 0 R] /Count 2 >> endobj`
  })
  return rawPdf('1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj', ...nodes)
}
