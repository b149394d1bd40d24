import { withColon } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { isWithin, type Scope, type ScopeName, type ScopePage } from './scopes.ts'

/** What a scope is called, and what it leaves out: the same words on a screen and in a letter. */
export const scopeWords = bilingual({
  en: {
    name: {
      full: 'Full administration',
      services: 'Services support',
      people: 'People support',
      'read-only': 'Read only',
      chosen: 'Chosen modules and pages',
    },
    page: {
      general: 'General',
      services: 'Services and users',
      people: 'People',
      activity: 'Activity',
      fax: 'Fax',
      sms: 'SMS',
      'call-log': 'Call log',
      phonebook: 'Phonebook',
    },
    cannot: {
      full: [],
      services: ['see or change people', 'change the account’s details'],
      people: [
        'see or change services, numbers and devices',
        'change the account’s details',
        'switch modules on or off',
      ],
      'read-only': ['change anything'],
      chosen: ['see or change anything else'],
    },
    asFarAs: (part: string, whole: string) => `${part}, as far as “${whole}” goes`,
    never: [
      'decide who gets access, or invite or change administrators',
      'see bills, or change subscriptions, contracts or who owns the account',
    ],
  },
  fr: {
    name: {
      full: 'Administration complète',
      services: 'Soutien des services',
      people: 'Soutien des personnes',
      'read-only': 'Lecture seule',
      chosen: 'Modules et pages choisis',
    },
    page: {
      general: 'Général',
      services: 'Services et utilisateurs',
      people: 'Personnes',
      activity: 'Activité',
      fax: 'Télécopie',
      sms: 'SMS',
      'call-log': 'Journal d’appels',
      phonebook: 'Répertoire',
    },
    cannot: {
      full: [],
      services: ['voir ou modifier les personnes', 'modifier les renseignements du compte'],
      people: [
        'voir ou modifier les services, les numéros et les appareils',
        'modifier les renseignements du compte',
        'activer ou désactiver des modules',
      ],
      'read-only': ['modifier quoi que ce soit'],
      chosen: ['voir ou modifier quoi que ce soit d’autre'],
    },
    asFarAs: (part: string, whole: string) => `${part}, dans la limite de «\u00A0${whole}\u00A0»`,
    never: [
      'décider qui obtient un accès, ni inviter ou modifier des administrateurs',
      'voir les factures, ni modifier les abonnements, les contrats ou le propriétaire du compte',
    ],
  },
})

/** "Services support", or for a chosen scope its pages: "Chosen modules and pages: General, SMS". */
export function scopeText(scope: Scope, language: Language): string {
  const words = scopeWords[language]
  const name = words.name[scope.name]
  if (scope.name !== 'chosen') return name
  const pages = scope.pages.map((page: ScopePage) => words.page[page])
  return pages.length > 0 ? `${withColon(name, language)} ${pages.join(', ')}` : name
}

/**
 * What somebody has of an access (null = all of it). A part that was given before the access was trimmed may name what it
 * allows no more: then the one as far as the other goes.
 */
export function partScopeText(part: Scope | null, whole: Scope, language: Language): string {
  if (!part || isWithin(part, whole)) return scopeText(part ?? whole, language)
  return scopeWords[language].asFarAs(scopeText(part, language), scopeText(whole, language))
}

/** What they cannot: first what this scope leaves out, then what no partner is ever given. */
export function scopeForbids(scope: Scope, language: Language): readonly string[] {
  const words = scopeWords[language]
  const left: readonly string[] = words.cannot[scope.name satisfies ScopeName]
  return [...left, ...words.never]
}
