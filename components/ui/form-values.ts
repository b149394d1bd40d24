/** Fields whose content never comes back to the page. */
export const isSecretField = (name: string) => /password|secret|^(?:code|pin)$/i.test(name)

/** What was typed, for a form that gets it back. */
export function valuesIn(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || isSecretField(name)) continue
    const typed = data.getAll(name).filter(value => typeof value === 'string')
    values[name] = typed.length === 1 ? (typed[0] ?? '') : typed
  }
  return values
}
