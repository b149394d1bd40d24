/** A text to be found anywhere in a column with `ilike`: its own wildcards stand for themselves. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
