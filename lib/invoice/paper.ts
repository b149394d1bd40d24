import type { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { calendarDay, withColon } from '#lib/format.ts'
import { type Language, localeOf } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { type Invoice, type InvoiceState, openAmount } from './invoice.ts'
import { invoiceWords } from './words.ts'

/** What stands on the paper, and how it is dressed. */
export interface Paper {
  readonly invoice: Omit<Invoice, 'state'> & { readonly state: InvoiceState }
  readonly billedTo: readonly string[]
  readonly brand: {
    readonly name: string
    /** `#rrggbb`. */
    readonly accent: string
    readonly supportName: string
    readonly supportEmail: string
    readonly supportPhone: string
    /** PNG or JPEG. */
    readonly logo: Buffer | null
  }
  readonly language: Language
}

/** The two cuts of the portal's own face: they have the letters of every name that can be typed in Latin script. */
export interface PaperFonts {
  readonly regular: Buffer
  readonly bold: Buffer
}

type Sheet = PDFKit.PDFDocument

const page = { left: 56, right: 539, top: 56, bottom: 760 }
const columns = { text: 56, quantity: 320, price: 380, amount: 460 } as const
const ink = { text: '#1f2937', quiet: '#4b5563', line: '#d1d5db' } as const

/** An invoice on paper (A4), written while it is read. */
export function invoicePaper(paper: Paper, fonts: PaperFonts): Readable {
  const { invoice, brand, language } = paper
  const words = invoiceWords[language]
  const sheet = new PDFDocument({
    size: 'A4',
    // What is drawn near an edge is placed by hand: a margin there would begin a page of its own.
    margins: { left: page.left, right: 56, top: page.top, bottom: 30 },
    bufferPages: true,
    lang: localeOf(language),
    info: { Title: `${words.invoice} ${invoice.number}`, Author: brand.name },
  })
  sheet.registerFont('regular', fonts.regular)
  sheet.registerFont('bold', fonts.bold)
  drawHead(sheet, paper)
  const end = drawSums(sheet, paper, drawLines(sheet, paper))
  if (invoice.state === 'void')
    sheet
      .font('bold')
      .fontSize(10)
      .fillColor(ink.text)
      .text(words.voidNote, page.left, end + 20)
  drawFeet(sheet, paper)
  sheet.end()
  return sheet
}

function drawHead(sheet: Sheet, { invoice, billedTo, brand, language }: Paper): void {
  const words = invoiceWords[language]
  sheet.rect(0, 0, 596, 8).fill(brand.accent)
  const beside = drawLogo(sheet, brand.logo) ? page.left + 52 : page.left
  sheet
    .font('bold')
    .fontSize(15)
    .fillColor(brand.accent)
    .text(brand.name, beside, page.top + 8)
  const title = invoice.total < 0 ? words.credit : words.invoice
  sheet
    .font('bold')
    .fontSize(20)
    .fillColor(ink.text)
    .text(title, 300, page.top + 4, { width: 239, align: 'right' })
  sheet.fontSize(9).font('regular').fillColor(ink.quiet).text(words.billedTo, page.left, 132)
  sheet.fontSize(10).fillColor(ink.text)
  let y = 147
  for (const line of billedTo) {
    sheet.text(line, page.left, y, { width: 250 })
    y = sheet.y + 2
  }
  const facts = [
    [words.number, invoice.number],
    [words.issued, calendarDay(invoice.issuedOn, language)],
    [words.due, calendarDay(invoice.dueOn, language)],
    [words.stateName, words.state[invoice.state]],
  ] as const
  facts.forEach(([term, value], at) => {
    const top = 132 + at * 16
    sheet.font('regular').fillColor(ink.quiet).fontSize(9).text(term, 330, top, { width: 95 })
    sheet.fillColor(ink.text).fontSize(10).text(value, 425, top, { width: 114, align: 'right' })
  })
}

/** A picture that can't be drawn is left out: the name stands there, too. */
function drawLogo(sheet: Sheet, logo: Buffer | null): boolean {
  if (!logo) return false
  try {
    sheet.image(logo, page.left, page.top - 4, { fit: [40, 40] })
    return true
  } catch {
    return false
  }
}

function drawColumns(sheet: Sheet, language: Language, y: number): number {
  const { line } = invoiceWords[language]
  sheet.font('bold').fontSize(9).fillColor(ink.quiet)
  row(sheet, y, [line.text, line.quantity, line.unitPrice, line.amount])
  rule(sheet, y + 15)
  return y + 22
}

type Cells = readonly [text: string, quantity: string, price: string, amount: string]

/** Gives the height that the row takes. */
function row(sheet: Sheet, y: number, [text, quantity, price, amount]: Cells): number {
  const wide = { width: columns.quantity - columns.text - 12 }
  const height = sheet.heightOfString(text, wide)
  sheet.text(text, columns.text, y, wide)
  sheet.text(quantity, columns.quantity, y, { width: 48, align: 'right' })
  sheet.text(price, columns.price, y, { width: 75, align: 'right' })
  sheet.text(amount, columns.amount, y, { width: 79, align: 'right' })
  return height
}

function rule(sheet: Sheet, y: number): void {
  sheet.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.7).strokeColor(ink.line).stroke()
}

/** Gives where the next thing may stand. Each page has the columns' names again. */
function drawLines(sheet: Sheet, { invoice, language }: Paper): number {
  const { currency, lines } = invoice
  const money = (amount: number) => moneyText({ amount, currency }, language)
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 })
  let y = drawColumns(sheet, language, 232)
  for (const { text, quantity, unitPrice, amount } of lines) {
    sheet.font('regular').fontSize(10)
    const height = sheet.heightOfString(text, { width: columns.quantity - columns.text - 12 })
    if (y + height > page.bottom - 20) {
      sheet.addPage()
      y = drawColumns(sheet, language, page.top)
    }
    sheet.font('regular').fontSize(10).fillColor(ink.text)
    y += row(sheet, y, [text, number.format(quantity), money(unitPrice), money(amount)]) + 6
  }
  return y
}

function drawSums(sheet: Sheet, { invoice, language }: Paper, from: number): number {
  const words = invoiceWords[language]
  const { currency, net, tax, total, paid } = invoice
  const left = openAmount(invoice)
  const sums = [
    [words.net, net, 'regular'],
    [words.tax, tax, 'regular'],
    [words.total, total, 'bold'],
    ...(paid === 0 ? [] : [[words.paid, paid, 'regular'] as const]),
    [words.open, left, 'bold'],
  ] as const
  let y = from + 4
  if (y + sums.length * 18 > page.bottom) {
    sheet.addPage()
    y = page.top
  }
  rule(sheet, y)
  y += 10
  for (const [name, amount, font] of sums) {
    sheet.font(font).fontSize(10).fillColor(ink.text)
    sheet.text(name, columns.quantity - 60, y, { width: 150 })
    sheet.text(moneyText({ amount, currency }, language), columns.price + 20, y, {
      width: 139,
      align: 'right',
    })
    y += 18
  }
  return y
}

/** Whom to ask, and which page of how many, on each. */
function drawFeet(sheet: Sheet, { brand, language }: Paper): void {
  const words = invoiceWords[language]
  const reach = [brand.supportName, brand.supportPhone, brand.supportEmail].filter(Boolean).join(' · ')
  const { start, count } = sheet.bufferedPageRange()
  for (let n = start; n < start + count; n++) {
    sheet.switchToPage(n)
    rule(sheet, 786)
    sheet.font('regular').fontSize(8.5).fillColor(ink.quiet)
    const said = reach ? `${withColon(words.questions, language)} ${reach}` : brand.name
    sheet.text(said, page.left, 793, { width: 380, lineBreak: false })
    const number = words.page(String(n - start + 1), String(count))
    sheet.text(number, 439, 793, { width: 100, align: 'right', lineBreak: false })
  }
}
