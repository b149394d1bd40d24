/** Whether the runtime knows this IANA name, in whatever spelling it has in the time zone database. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+\-/]{1,63}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export interface ZoneChoice {
  readonly value: string
  readonly label: string
}

/** All zones to choose from, by city, so that typing its first letters finds it. One that the list lacks is kept. */
export function zoneChoices(current: string): readonly ZoneChoice[] {
  listed ??= sorted([...Intl.supportedValuesOf('timeZone'), 'UTC'])
  if (listed.some(choice => choice.value === current) || !isTimeZone(current)) return listed
  return sorted([...listed.map(choice => choice.value), current])
}

let listed: readonly ZoneChoice[] | undefined

function sorted(zones: readonly string[]): readonly ZoneChoice[] {
  const collator = new Intl.Collator('en')
  return [...new Set(zones)]
    .map(value => ({ value, label: labelOf(value) }))
    .sort((one, other) => collator.compare(one.label, other.label))
}

function labelOf(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/')
  const city = parts.pop() ?? zone
  return parts.length > 0 ? `${city} (${parts.join(', ')})` : city
}
