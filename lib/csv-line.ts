// One line of a CSV file (RFC 4180, commas). A field here is one line, so a row is one, too: a quote that is never
// closed spoils its own line and no other, and every place is told exactly.

export const csvFaults = ['stray-quote', 'open-quote', 'after-quote'] as const
export type CsvFault = (typeof csvFaults)[number]

export type CsvLine =
  | { readonly ok: true; readonly fields: readonly string[] }
  | {
      readonly ok: false
      readonly fault: CsvFault
      /** The fields before the one with the fault, whose number is therefore their count. */
      readonly fields: readonly string[]
      /** Where the fault stands, from 1, in characters of the line. */
      readonly character: number
    }

/**
 * The fields of a line. Refuses a quote within a field that does not begin with one (`stray-quote`), anything but a
 * comma behind a closing quote (`after-quote`), and a quoted field that does not end on the line (`open-quote`).
 */
export function readCsvLine(text: string): CsvLine {
  const fields: string[] = []
  const fault = (kind: CsvFault, at: number): CsvLine => ({
    ok: false,
    fault: kind,
    fields,
    character: [...text.slice(0, at)].length + 1,
  })
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end < 0) return fault('open-quote', at)
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 1
      if (at < text.length && text[at] !== ',') {
        fields.pop()
        return fault('after-quote', at)
      }
    } else {
      const comma = text.indexOf(',', at)
      const end = comma < 0 ? text.length : comma
      const quote = text.slice(at, end).indexOf('"')
      if (quote >= 0) return fault('stray-quote', at + quote)
      fields.push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return { ok: true, fields }
    at += 1
  }
}

/** A doubled quote is one that belongs to the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
