import pg from 'pg'

/** SQL as plain text with its values quoted by the driver's own rule: for round trips that carry several statements. */
export function sqlText(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | boolean | null)[]
): string {
  return parts.reduce((text, part, i) => text + quoted(values[i - 1] ?? null) + part)
}

function quoted(value: string | number | boolean | null): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? pg.escapeLiteral(value) : String(value)
}
