import { constants, inflateSync } from 'node:zlib'
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectStreamParser,
  type PDFRawStream,
  PDFRef,
  PDFXRefStreamParser,
} from '@cantoo/pdf-lib'
import { ok, type Result, refuse } from '#lib/result.ts'
import { largestFax, mostPages } from './fax.ts'

/** Why a file can't be faxed. */
export type PdfRefusal =
  | 'too-large'
  | 'not-a-pdf'
  | 'locked'
  | 'damaged'
  | 'too-many-pages'
  | 'too-many-objects'

/** Readers look for it within the first kilobyte. */
const magic = Buffer.from('%PDF-')
const magicWithin = 1024

/** Whether bytes say that they are a PDF; nothing more. */
export function saysPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, magicWithin + magic.length)).includes(magic)
}

/**
 * Looks into a file that somebody wants to fax: whether it is a PDF from end to end, opens without a password, and has
 * pages that a fax machine can take. Gives how many.
 */
export async function lookAtPdf(bytes: Uint8Array): Promise<Result<{ readonly pages: number }, PdfRefusal>> {
  if (bytes.length > largestFax) return refuse('too-large')
  if (!saysPdf(bytes)) return refuse('not-a-pdf')
  if (writtenObjects(bytes) > mostObjects) return refuse('too-many-objects')
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: false,
      parseSpeed: 500,
    })
    // The library passes over what it can't read; a document that hides something so is not taken.
    if ((rests.get(document.context) ?? 0) < 0) return refuse('damaged')
    if ((named.get(document.context) ?? 0) > mostObjects) return refuse('too-many-objects')
    const pages = pagesOf(document)
    if (pages === 0) return refuse('damaged')
    return pages > mostPages ? refuse('too-many-pages') : ok({ pages })
  } catch (fault) {
    return refuse(fault instanceof EncryptedPDFError ? 'locked' : 'damaged')
  }
}

/** Each node once, and no further than the limit: a tree that leads back into itself must not be walked for ever. */
function pagesOf(document: PDFDocument): number {
  const seen = new Set<unknown>()
  const waiting: unknown[] = [document.catalog.get(PDFName.of('Pages'))]
  let pages = 0
  while (waiting.length > 0 && pages <= mostPages) {
    const one = waiting.pop()
    if (one instanceof PDFRef && seen.has(one)) continue
    seen.add(one)
    const node = one instanceof PDFRef ? document.context.lookup(one) : one
    if (!(node instanceof PDFDict)) continue
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray) waiting.push(...kids.asArray())
    else pages += 1
  }
  return pages
}

/** Bytes to which the lists of objects in a document may unfold, all together. Pictures are not unfolded at all. */
const mostUnfolded = 20_000_000

/** Objects of a document: each takes far more room than its few bytes, and a hundred pages have some thousands. */
const mostObjects = 100_000

/** Opening a list costs as much as so many objects. */
const openingCosts = 20

/** At most so many stand in the file itself: each begins with "obj" and ends with "endobj". */
function writtenObjects(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let words = 0
  for (let at = file.indexOf('obj'); at >= 0 && words <= 2 * mostObjects; at = file.indexOf('obj', at + 3))
    words += 1
  return words / 2
}

/** What a document's lists have cost so far. The library goes on after a fault here, so it is asked again at the end. */
const named = new WeakMap<PDFRawStream['dict']['context'], number>()

/** A list says how many it names, and is read no further than that. */
function counted(stream: PDFRawStream): PDFRawStream {
  const { context } = stream.dict
  const said = stream.dict.lookup(PDFName.of('N'))
  const all =
    (named.get(context) ?? 0) + openingCosts + (said instanceof PDFNumber ? Math.max(0, said.asNumber()) : 0)
  named.set(context, all)
  if (all > mostObjects) throw new Error('names too many objects')
  return stream
}

/** What is left of that, for each document that is being read. */
const rests = new WeakMap<PDFRawStream['dict']['context'], number>()

/**
 * A small file can be made that unfolds to gigabytes. The library unfolds only lists of objects and of their places, each
 * through one of these two doors, so each is measured there first.
 */
function measured(stream: PDFRawStream): PDFRawStream {
  const { context } = stream.dict
  const rest = rests.get(context) ?? mostUnfolded
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
  // No writer folds such a list in any other way, or twice.
  const isPlain = filters.length < 2 && filters.every(one => one === PDFName.of('FlateDecode'))
  const folded = isPlain && filters.length > 0
  const length = folded ? unfoldedLength(stream.contents, rest) : stream.contents.length
  if (!isPlain || length > rest) {
    rests.set(context, -1)
    throw new Error('unfolds to too much, or in a way that is not unfolded here')
  }
  rests.set(context, rest - length)
  return stream
}

/** More than `most` where it is not known to be less. */
function unfoldedLength(folded: Uint8Array, most: number): number {
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH }
    return inflateSync(folded, options).length
  } catch {
    return most + 1
  }
}

const { forStream: objectsIn } = PDFObjectStreamParser
PDFObjectStreamParser.forStream = (stream, ...rest) => objectsIn(measured(counted(stream)), ...rest)
const { forStream: placesIn } = PDFXRefStreamParser
PDFXRefStreamParser.forStream = stream => placesIn(measured(stream))
