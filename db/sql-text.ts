import pg from 'pg'

/** A piece of SQL of our own, to stand in the text as it is. */
class Part {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Marks SQL of our own, never what anybody typed, so that `sqlText` takes it as it is. */
export const part = (text: string) => new Part(text)

/** SQL as plain text with its values quoted by the driver's own rule: for round trips that carry several statements. */
export function sqlText(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | boolean | null | Part)[]
): string {
  return parts.reduce((text, next, i) => {
    const value = values[i - 1] ?? null
    return text + (value instanceof Part ? value.text : quoted(value)) + next
  })
}

function quoted(value: string | number | boolean | null): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? pg.escapeLiteral(value) : String(value)
}

export type InlineValue =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly string[]
  | Readonly<Record<string, string>>

/**
 * A statement with its parameters written into it, for the few that take none (`copy`): every value is quoted by the
 * driver's own rule. Lists become arrays, records jsonb.
 */
export function inlined(text: string, values: readonly InlineValue[]): string {
  return text.replace(/\$(\d+)/g, (_, number) => {
    const value = values[Number(number) - 1]
    if (value === undefined) throw new Error(`nothing is given for $${number}`)
    return literalOf(value)
  })
}

function literalOf(value: InlineValue): string {
  if (value instanceof Date) return quoted(value.toISOString())
  if (Array.isArray(value)) return quoted(`{${value.map(one => JSON.stringify(one)).join(',')}}`)
  if (typeof value === 'object' && value !== null) return `${quoted(JSON.stringify(value))}::jsonb`
  return quoted(value as string | number | boolean | null)
}
