import { plainList } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Capability } from './capabilities.ts'
import { capabilityTexts } from './capability-words.ts'
import type { Scope, ScopeName, ScopePage } from './scopes.ts'

type Verb = 'see' | 'change' | 'use' | 'place'

/** One line: a verb, and the rights that each name one of its objects. */
type Line = readonly [Verb, ...(keyof (typeof words)['en']['thing'])[]]

/** What each scope is told to give: the strongest right to each thing, nearest things first. */
const told: Readonly<Record<Exclude<ScopeName, 'chosen'>, readonly Line[]>> = {
  full: [
    ['change', 'general.update', 'services.update'],
    ['change', 'people.update', 'portal-users.manage', 'branding.update'],
    ['use', 'module.fax', 'module.sms', 'module.call-log', 'module.phonebook', 'module.admin', 'sync.run'],
    ['see', 'subscriptions.read', 'clients.read', 'activity.read'],
  ],
  services: [
    ['see', 'general.read'],
    ['change', 'services.update'],
  ],
  // It holds no module, and so switches none: see docs/decisions/0052.
  people: [
    ['change', 'people.update'],
    ['place', 'portal-users.manage'],
  ],
  'read-only': [['see', 'general.read', 'services.read', 'people.read', 'activity.read']],
}

/** The strongest right to each page or module of a chosen scope. */
const onPage: Readonly<Record<ScopePage, Capability>> = {
  general: 'general.update',
  services: 'services.update',
  people: 'people.update',
  activity: 'activity.read',
  fax: 'module.fax',
  sms: 'module.sms',
  'call-log': 'module.call-log',
  phonebook: 'module.phonebook',
}

const words = bilingual({
  en: {
    see: (things: string) => `see ${things}`,
    change: (things: string) => `see and change ${things}`,
    use: (things: string) => `use ${things}`,
    place: (things: string) => `add and remove ${things}`,
    thing: {
      'general.read': ['the account’s details'],
      'general.update': ['the account’s details'],
      'services.read': ['services'],
      'services.update': ['services', 'numbers', 'devices'],
      'people.read': ['people'],
      'people.update': ['people'],
      'portal-users.manage': ['portal users'],
      'module.fax': ['Fax'],
      'module.sms': ['SMS'],
      'module.call-log': ['Call log'],
      'module.phonebook': ['Phonebook'],
      'module.admin': ['Admin (extensions, key profiles)'],
      'sync.run': ['Sync'],
      'subscriptions.read': ['subscriptions'],
      'clients.read': ['client accounts'],
      'branding.update': ['the branding, if there is one'],
      'activity.read': ['the firm’s own part of the history'],
    },
  },
  fr: {
    see: things => `voir ${things}`,
    change: things => `voir et modifier ${things}`,
    use: things => `utiliser ${things}`,
    place: things => `ajouter et retirer ${things}`,
    thing: {
      'general.read': ['les renseignements du compte'],
      'general.update': ['les renseignements du compte'],
      'services.read': ['les services'],
      'services.update': ['les services', 'les numéros', 'les appareils'],
      'people.read': ['les personnes'],
      'people.update': ['les personnes'],
      'portal-users.manage': ['les utilisateurs du portail'],
      'module.fax': ['la télécopie'],
      'module.sms': ['les SMS'],
      'module.call-log': ['le journal d’appels'],
      'module.phonebook': ['le répertoire'],
      'module.admin': ['l’administration (postes, profils de touches)'],
      'sync.run': ['la synchronisation'],
      'subscriptions.read': ['les abonnements'],
      'clients.read': ['les comptes clients'],
      'branding.update': ['l’image de marque, s’il y en a une'],
      'activity.read': ['la part de l’historique qui concerne l’entreprise'],
    },
  },
})

/** What whoever holds the scope can do, one thing an entry, each to stand after "could" or "pourrait". */
export function scopeGives({ name, pages }: Scope, language: Language): readonly string[] {
  if (name === 'chosen') return pages.flatMap(page => onPageText(onPage[page], language))
  return told[name].map(([verb, ...rights]) => lineOf(verb, rights, language))
}

/** A partner never sees a whole history, though its right to the page is the one that opens it to others. */
function onPageText(right: Capability, language: Language): readonly string[] {
  return right === 'activity.read' ? [lineOf('see', [right], language)] : capabilityTexts([right], language)
}

function lineOf(verb: Verb, rights: readonly (keyof (typeof words)['en']['thing'])[], language: Language) {
  const w = words[language]
  const things = rights.flatMap(right => w.thing[right])
  return w[verb](plainList(things, language))
}
