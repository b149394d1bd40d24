import type { Language } from '#lib/language.ts'

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

/** Browsers and Node still list these under names that the time zone database has given up. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** A zone under the name that it has today. */
export function presentZone(zone: string): string {
  return renamed[zone] ?? zone
}

const regions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { Indian: 'Indian Ocean' },
  fr: {
    Africa: 'Afrique',
    America: 'Amérique',
    Antarctica: 'Antarctique',
    Arctic: 'Arctique',
    Argentina: 'Argentine',
    Asia: 'Asie',
    Atlantic: 'Atlantique',
    Australia: 'Australie',
    Indian: 'Océan Indien',
    'North Dakota': 'Dakota du Nord',
    Pacific: 'Pacifique',
  },
}

/** A zone as people read it, wherever it is named: the city first, "Vancouver (America)", "Vancouver (Amérique)". */
export function zoneText(zone: string, language: Language): string {
  const parts = presentZone(zone).replaceAll('_', ' ').split('/')
  const city = parts.pop() ?? zone
  const within = parts.map(part => regions[language][part] ?? part)
  return within.length > 0 ? `${city} (${within.join(', ')})` : city
}

export interface ZoneChoice {
  readonly value: string
  readonly label: string
}

/**
 * All zones to choose from, by city, so that typing its first letters finds it. One that the list lacks is kept; an old
 * name stands under its present one (`presentZone`).
 */
export function zoneChoices(current: string, language: Language): readonly ZoneChoice[] {
  listed[language] ??= sorted([...Intl.supportedValuesOf('timeZone'), 'UTC'].map(presentZone), language)
  const choices = listed[language]
  const own = presentZone(current)
  if (choices.some(choice => choice.value === own) || !isTimeZone(own)) return choices
  return sorted([...choices.map(choice => choice.value), own], language)
}

const listed: Partial<Record<Language, readonly ZoneChoice[]>> = {}

function sorted(zones: readonly string[], language: Language): readonly ZoneChoice[] {
  const collator = new Intl.Collator(language)
  return [...new Set(zones)]
    .map(value => ({ value, label: zoneText(value, language) }))
    .sort((one, other) => collator.compare(one.label, other.label))
}
