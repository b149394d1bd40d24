import fontkit from '@cantoo/fontkit'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'

/** The two cuts of the portal's own face: they have the letters of every name that can be typed in Latin script. */
export interface PaperFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

interface Pen {
  readonly font?: keyof PaperFonts
  /** Points. */
  readonly size: number
  /** `#rrggbb`. */
  readonly color: string
}

interface Place {
  readonly x: number
  /** From the top of the page to the top of the first line. */
  readonly y: number
  /** Wider text goes on in the next line; it is one line where none is given. */
  readonly width?: number
  readonly align?: 'left' | 'right'
}

const [pageWidth, pageHeight] = [595.28, 841.89]
const lineHeight = 1.25

/** A4 sheets that are drawn on from the top left, in points. */
export class Sheet {
  readonly #document: PDFDocument
  readonly #fonts: Readonly<Record<keyof PaperFonts, PDFFont>>
  #page: PDFPage

  private constructor(document: PDFDocument, fonts: Readonly<Record<keyof PaperFonts, PDFFont>>) {
    this.#document = document
    this.#fonts = fonts
    this.#page = document.addPage([pageWidth, pageHeight])
  }

  static async begin(
    of: { readonly title: string; readonly author: string; readonly locale: string },
    fonts: PaperFonts,
  ): Promise<Sheet> {
    const document = await PDFDocument.create()
    document.registerFontkit(fontkit)
    document.setTitle(of.title, { showInWindowTitleBar: true })
    document.setAuthor(of.author)
    document.setLanguage(of.locale)
    const embedded = (bytes: Uint8Array) => document.embedFont(bytes, { subset: true })
    return new Sheet(document, { regular: await embedded(fonts.regular), bold: await embedded(fonts.bold) })
  }

  nextPage(): void {
    this.#page = this.#document.addPage([pageWidth, pageHeight])
  }

  /** Draws on each page in turn; `draw` gets its number and how many there are. */
  onEach(draw: (number: number, count: number) => void): void {
    const pages = this.#document.getPages()
    pages.forEach((page, at) => {
      this.#page = page
      draw(at + 1, pages.length)
    })
  }

  /** Gives the height that the text takes. */
  text(text: string, { font = 'regular', size, color }: Pen, { x, y, width, align }: Place): number {
    const face = this.#fonts[font]
    const lines =
      width === undefined ? [text] : linesOf(text, width, line => face.widthOfTextAtSize(line, size))
    const base = pageHeight - y - face.heightAtSize(size, { descender: false })
    lines.forEach((line, at) => {
      const room = align === 'right' && width !== undefined ? width - face.widthOfTextAtSize(line, size) : 0
      this.#page.drawText(line, {
        x: x + room,
        y: base - at * size * lineHeight,
        size,
        font: face,
        color: colorOf(color),
      })
    })
    return lines.length * size * lineHeight
  }

  heightOf(text: string, { font = 'regular', size }: Omit<Pen, 'color'>, width: number): number {
    const face = this.#fonts[font]
    return linesOf(text, width, line => face.widthOfTextAtSize(line, size)).length * size * lineHeight
  }

  bar(color: string, height: number): void {
    this.#page.drawRectangle({
      x: 0,
      y: pageHeight - height,
      width: pageWidth,
      height,
      color: colorOf(color),
    })
  }

  rule(color: string, from: number, to: number, y: number): void {
    const at = pageHeight - y
    this.#page.drawLine({
      start: { x: from, y: at },
      end: { x: to, y: at },
      thickness: 0.7,
      color: colorOf(color),
    })
  }

  /** Draws a PNG or JPEG into a square; false where it is none that can be drawn. */
  async picture(bytes: Uint8Array, { x, y }: Place, side: number): Promise<boolean> {
    try {
      const isPng = bytes[0] === 0x89
      const image = await (isPng ? this.#document.embedPng(bytes) : this.#document.embedJpg(bytes))
      const { width, height } = image.scaleToFit(side, side)
      this.#page.drawImage(image, { x, y: pageHeight - y - height, width, height })
      return true
    } catch {
      return false
    }
  }

  save(): Promise<Uint8Array> {
    return this.#document.save()
  }
}

/** The face has no narrow space that does not break; it would stand there as a box. */
const inFace = (text: string) => text.replaceAll('\u202f', '\u00a0')

/** Text in lines that are no wider than is said; a word wider than a line is divided. */
export function linesOf(text: string, width: number, measure: (line: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of inFace(text).split(/[ \n\t]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && measure(line + letter) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return [...lines, line]
}

function colorOf(hex: string) {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return rgb(part(1), part(3), part(5))
}
