import { describe, expect, test } from 'vitest'
import { largestFax, mostPages } from './fax.ts'
import { lookAtPdf } from './pdf.ts'
import { bombPdf, crowdedPdf, knottedPdf, lockedPdf, pdfOf, rawPdf } from './testing.ts'

describe('a file to be faxed', () => {
  test.each([1, 2, 7, mostPages])('of %i pages is taken', async pages => {
    expect(await lookAtPdf(await pdfOf(pages))).toEqual({ ok: true, value: { pages } })
  })

  test('that was put together without a table of places is read all the same', async () => {
    const pdf = rawPdf(
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >> endobj',
    )
    expect(await lookAtPdf(pdf)).toEqual({ ok: true, value: { pages: 1 } })
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['with a page more than a machine takes', () => pdfOf(mostPages + 1), 'too-many-pages'],
    ['that opens with a password', lockedPdf, 'locked'],
    ['that is a picture', () => Buffer.from('\u0089PNG\r\n\u001a\n'), 'not-a-pdf'],
    ['that is empty', () => new Uint8Array(), 'not-a-pdf'],
    ['that only says it is a PDF', () => Buffer.from('%PDF-1.7\nhello'), 'damaged'],
    ['that breaks off', async () => (await pdfOf(3)).subarray(0, 200), 'damaged'],
    ['whose mark comes far too late', () => Buffer.from(`${' '.repeat(2000)}%PDF-1.7`), 'not-a-pdf'],
    ['without a page', () => rawPdf('1 0 obj << /Type /Catalog >> endobj'), 'damaged'],
    ['that is too large', () => new Uint8Array(largestFax + 1), 'too-large'],
    ['of too many objects', () => crowdedPdf(96_000, 200), 'too-many-objects'],
    ['of too many objects in one list', () => crowdedPdf(100_001, 100_001), 'too-many-objects'],
    [
      'of too many objects in no list',
      () => rawPdf('1 0 obj << /Type /Catalog >> endobj', '9 0 obj [] endobj '.repeat(100_000)),
      'too-many-objects',
    ],
    ['whose pages lead back into themselves', () => knottedPdf(60), 'damaged'],
  ])('%s is refused: %s', async (_, make, refusal) => {
    expect(await lookAtPdf(await make())).toEqual({ ok: false, refusal })
  })

  test('of many objects is taken as long as they are not too many', async () => {
    expect(await lookAtPdf(crowdedPdf(20_000, 100))).toEqual({ ok: true, value: { pages: 1 } })
  })

  test('that unfolds to far more than it is refused, whatever else is in it', async () => {
    const bomb = bombPdf(30_000_000)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await lookAtPdf(bomb)).toEqual({ ok: false, refusal: 'damaged' })
    expect(await lookAtPdf(bombPdf(1_000_000))).toEqual({ ok: true, value: { pages: 1 } })
  })
})
