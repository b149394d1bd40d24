import { scopeWords } from '#lib/access/scope-words.ts'
import { accountWords } from '#lib/account/words.ts'
import { letterNames } from '#lib/delivery/names.ts'
import { bilingual, type Language, languageNames, languages } from '#lib/language.ts'
import { limitWords } from '#lib/limits/words.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { platformWords } from '#lib/platform/words.ts'
import { subscriptionWords } from '#lib/subscription/words.ts'
import { trialWords } from '#lib/trial/words.ts'
import { attemptWords } from './attempt-words.ts'
import { fieldNames } from './field-names.ts'
import { stateWords } from './tell.ts'
import { historyTitles } from './titles.ts'
import { historyWords } from './words.ts'

/** What the file of a history is called, and what stands over its columns. */
export const csvWords = bilingual({
  en: {
    file: 'activity',
    columns: {
      local: (zone: string) => `When (${zone})`,
      offset: 'UTC offset',
      by: 'Who',
      firm: 'Firm',
      side: 'Side',
      title: 'What',
      partner: 'Partner',
      about: 'About',
      scope: 'Scope',
      duration: 'Duration',
      until: 'Access until (UTC)',
      ticket: 'Ticket',
      changes: 'Changes',
      reason: 'Reason',
      from: 'From',
      to: 'To',
      account: 'Account',
      address: 'IP address',
    },
    ownSide: 'Account',
    ongoing: 'Ongoing',
    until: 'until ',
    hours: ' h',
    ended: 'Your access ended while this file was being written. The rows after this one are missing.',
  },
  fr: {
    file: 'activite',
    columns: {
      local: (zone: string) => `Date et heure (${zone})`,
      offset: 'Décalage UTC',
      by: 'Qui',
      firm: 'Entreprise',
      side: 'Partie',
      title: 'Quoi',
      partner: 'Partenaire',
      about: 'Objet',
      scope: 'Étendue',
      duration: 'Durée',
      until: 'Accès jusqu’à (UTC)',
      ticket: 'Billet',
      changes: 'Modifications',
      reason: 'Motif',
      from: 'De',
      to: 'À',
      account: 'Compte',
      address: 'Adresse IP',
    },
    ownSide: 'Compte',
    ongoing: 'Sans fin',
    until: 'jusqu’au ',
    hours: ' h',
    ended:
      'Votre accès a pris fin pendant la création de ce fichier. Les lignes qui devraient suivre manquent.',
  },
})

/** The words that the database puts in place of codes, a map for each sort of code. */
export function csvLabels(language: Language) {
  const history = historyWords[language]
  const account = accountWords[language]
  const csv = csvWords[language]
  return {
    title: historyTitles[language],
    side: { ...history.mark, account: csv.ownSide },
    what: { ...attemptWords[language].named, ...letterNames[language], ...platformWords[language].role },
    scope: scopeWords[language].name,
    page: scopeWords[language].page,
    state: stateWords(language),
    clients: history.given.clients,
    field: {
      ...fieldNames(language),
      ...limitWords[language].fieldWithUnit,
    },
    value: {
      'longestGrantHours:': limitWords[language].none,
      'endUnanswered:on': limitWords[language].unanswered.on,
      'endUnanswered:off': limitWords[language].unanswered.off,
      ...Object.fromEntries(
        Object.entries(platformWords[language].role).map(([role, name]) => [`role:${role}`, name]),
      ),
      'microsoftTenants:any': microsoftWords[language].any,
      ...pbxValues(language),
      ...Object.fromEntries(Object.entries(account.product).map(([code, name]) => [`product:${code}`, name])),
      ...planValues(language),
      'enabled:on': account.yes,
      'enabled:off': account.no,
      ...Object.fromEntries(languages.map(one => [`language:${one}`, languageNames[one]])),
      ...Object.fromEntries(Object.entries(account.level).map(([level, name]) => [`level:${level}`, name])),
    },
  }
}

/** Of a subscription and a trial. */
function planValues(language: Language): Readonly<Record<string, string>> {
  const { state, period, noEnd } = subscriptionWords[language]
  return {
    ...under('state', { ...trialWords[language].state, ...state }),
    ...under('period', period),
    'endsOn:': noEnd,
  }
}

const under = (field: string, words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [`${field}:${code}`, word]))

/** Of an extension, what stands for something else: `busy:voicemail`. */
function pbxValues(language: Language): Readonly<Record<string, string>> {
  const { device, route, on, off } = pbxWords[language]
  return {
    ...under('device', device),
    ...under('busy', route),
    ...under('unanswered', route),
    ...under('voicemail', { on, off }),
  }
}
