/** The address of a list with what it is narrowed to and where it goes on; what is empty is left out. */
export function listAddress(
  list: string,
  parts: Readonly<Record<string, string | null | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  return query.size > 0 ? `${list}?${query}` : list
}
