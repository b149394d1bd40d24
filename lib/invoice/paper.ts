import { calendarDay, withColon } from '#lib/format.ts'
import { type Language, localeOf } from '#lib/language.ts'
import { moneyText } from '#lib/money.ts'
import { type Invoice, type InvoiceState, openAmount } from './invoice.ts'
import { type PaperFonts, Sheet } from './sheet.ts'
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
    readonly logo: Uint8Array | null
  }
  readonly language: Language
}

const page = { left: 56, right: 539, top: 56, bottom: 760 }
const columns = { text: 56, quantity: 320, price: 380, amount: 460 } as const
const ink = { text: '#1f2937', quiet: '#4b5563', line: '#d1d5db' } as const

const pens = {
  title: { font: 'bold', size: 20, color: ink.text },
  strong: { font: 'bold', size: 10, color: ink.text },
  plain: { size: 10, color: ink.text },
  head: { font: 'bold', size: 9, color: ink.quiet },
  quiet: { size: 9, color: ink.quiet },
  foot: { size: 8.5, color: ink.quiet },
} as const
const textWidth = columns.quantity - columns.text - 12

/** An invoice on paper (A4), as the bytes of a PDF. */
export async function invoicePaper(paper: Paper, fonts: PaperFonts): Promise<Uint8Array> {
  const { invoice, brand, language } = paper
  const words = invoiceWords[language]
  const title = `${words.invoice} ${invoice.number}`
  const sheet = await Sheet.begin({ title, author: brand.name, locale: localeOf(language) }, fonts)
  await drawHead(sheet, paper)
  const end = drawSums(sheet, paper, drawLines(sheet, paper))
  if (invoice.state === 'void') sheet.text(words.voidNote, pens.strong, { x: page.left, y: end + 20 })
  drawFeet(sheet, paper)
  return sheet.save()
}

async function drawHead(sheet: Sheet, { invoice, billedTo, brand, language }: Paper): Promise<void> {
  const words = invoiceWords[language]
  sheet.bar(brand.accent, 8)
  const corner = { x: page.left, y: page.top - 4 }
  // A picture that can't be drawn is left out: the name stands there, too.
  const beside = brand.logo && (await sheet.picture(brand.logo, corner, 40)) ? page.left + 52 : page.left
  sheet.text(
    brand.name,
    { ...pens.title, size: 15, color: brand.accent },
    { x: beside, y: page.top + 8, width: 190 },
  )
  const title = invoice.total < 0 ? words.credit : words.invoice
  sheet.text(title, pens.title, { x: 300, y: page.top + 4, width: 239, align: 'right' })
  sheet.text(words.billedTo, pens.quiet, { x: page.left, y: 132 })
  let y = 147
  for (const line of billedTo) y += sheet.text(line, pens.plain, { x: page.left, y, width: 250 }) + 2
  const facts = [
    [words.number, invoice.number],
    [words.issued, calendarDay(invoice.issuedOn, language)],
    [words.due, calendarDay(invoice.dueOn, language)],
    [words.stateName, words.state[invoice.state]],
  ] as const
  facts.forEach(([term, value], at) => {
    const top = 132 + at * 16
    sheet.text(term, pens.quiet, { x: 330, y: top })
    sheet.text(value, pens.plain, { x: 425, y: top, width: 114, align: 'right' })
  })
}

function drawColumns(sheet: Sheet, language: Language, y: number): number {
  const { line } = invoiceWords[language]
  row(sheet, pens.head, y, [line.text, line.quantity, line.unitPrice, line.amount])
  sheet.rule(ink.line, page.left, page.right, y + 15)
  return y + 22
}

type Cells = readonly [text: string, quantity: string, price: string, amount: string]

/** Gives the height that the row takes. */
function row(sheet: Sheet, pen: Parameters<Sheet['text']>[1], y: number, cells: Cells): number {
  const [text, quantity, price, amount] = cells
  sheet.text(quantity, pen, { x: columns.quantity, y, width: 48, align: 'right' })
  sheet.text(price, pen, { x: columns.price, y, width: 75, align: 'right' })
  sheet.text(amount, pen, { x: columns.amount, y, width: 79, align: 'right' })
  return sheet.text(text, pen, { x: columns.text, y, width: textWidth })
}

/** Gives where the next thing may stand. Each page has the columns' names again. */
function drawLines(sheet: Sheet, { invoice, language }: Paper): number {
  const { currency, lines } = invoice
  const money = (amount: number) => moneyText({ amount, currency }, language)
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 })
  let y = drawColumns(sheet, language, 232)
  for (const { text, quantity, unitPrice, amount } of lines) {
    if (y + sheet.heightOf(text, pens.plain, textWidth) > page.bottom - 20) {
      sheet.nextPage()
      y = drawColumns(sheet, language, page.top)
    }
    y += row(sheet, pens.plain, y, [text, number.format(quantity), money(unitPrice), money(amount)]) + 6
  }
  return y
}

function drawSums(sheet: Sheet, { invoice, language }: Paper, from: number): number {
  const words = invoiceWords[language]
  const { currency, net, tax, total, paid } = invoice
  const sums = [
    [words.net, net, pens.plain],
    [words.tax, tax, pens.plain],
    [words.total, total, pens.strong],
    ...(paid === 0 ? [] : [[words.paid, paid, pens.plain] as const]),
    [words.open, openAmount(invoice), pens.strong],
  ] as const
  let y = from + 4
  if (y + sums.length * 18 > page.bottom) {
    sheet.nextPage()
    y = page.top
  }
  sheet.rule(ink.line, page.left, page.right, y)
  y += 10
  for (const [name, amount, pen] of sums) {
    sheet.text(name, pen, { x: columns.quantity - 60, y, width: 150 })
    sheet.text(moneyText({ amount, currency }, language), pen, {
      x: columns.price + 20,
      y,
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
  const said = reach ? `${withColon(words.questions, language)} ${reach}` : brand.name
  sheet.onEach((number, count) => {
    sheet.rule(ink.line, page.left, page.right, 786)
    sheet.text(said, pens.foot, { x: page.left, y: 793, width: 380 })
    sheet.text(words.page(String(number), String(count)), pens.foot, {
      x: 439,
      y: 793,
      width: 100,
      align: 'right',
    })
  })
}
