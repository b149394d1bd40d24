import { formulaSigns } from '#lib/spreadsheet.ts'

const formulaStarts = formulaSigns.map(sign => sign.codePointAt(0)).join(', ')

/**
 * The SQL of a text that somebody may have typed: never taken for a formula, and read back as it is (`unguarded`). Letters are
 * let through at once, being the rule.
 */
export function harmless(text: string): string {
  return `case when ascii(${text}) between 65 and 65279 then ${text}
    when ascii(ltrim(${text}, '''')) in (${formulaStarts}) then '''' || ${text} else ${text} end`
}
