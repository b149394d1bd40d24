/** What a list is narrowed to and where it goes on, as the end of its address; what is empty is left out. */
export function listQuery(parts: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}

/** What somebody looks for, of bearable length. */
export function searchText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 100)
}
