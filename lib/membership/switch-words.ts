import { moduleName } from '#lib/access/place-words.ts'
import type { Module } from '#lib/access/roles.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { SwitchRefusal } from './switches.ts'
import { membershipWords } from './words.ts'

/** What the switches of portal users are called, and why one was left as it is. */
export const portalUserWords = bilingual({
  en: {
    /** The name of a checkbox. */
    switch: (module: string, name: string) => `${module} for ${name}`,
    isOn: (module: string, name: string) => `${module} is on for ${name}.`,
    isOff: (module: string, name: string) => `${module} is off for ${name}.`,
    refusal: {
      'above-you': (name: string) =>
        `${name} stands above you on this account, or would. Somebody of that level switches their modules; nothing was changed.`,
      'own-modules': () =>
        'These are your own modules. Somebody else who manages portal users switches them; nothing was changed.',
      'beyond-yours': (name: string) =>
        `That is not yours to switch for ${name}: you give and take only modules that are yours to give. Ask an account owner or account manager; nothing was changed.`,
      'of-the-firm': (name: string) =>
        `${name} works for your own firm, and would keep this when your access ends. The account’s own people give it; nothing was changed.`,
    } satisfies Record<Exclude<SwitchRefusal, 'already-removed'>, (name: string) => string>,
  },
  fr: {
    switch: (module, name) => `${module} pour ${name}`,
    isOn: (module, name) => `${module}\u202F: activé pour ${name}.`,
    isOff: (module, name) => `${module}\u202F: désactivé pour ${name}.`,
    refusal: {
      'above-you': name =>
        `${name} se trouve au-dessus de vous dans ce compte, ou s’y trouverait. Une personne de ce niveau change ses modules\u202F; rien n’a été modifié.`,
      'own-modules': () =>
        'Ce sont vos propres modules. Une autre personne qui gère les utilisateurs du portail les change\u202F; rien n’a été modifié.',
      'beyond-yours': name =>
        `Ce module ${joined('de', name)} n’est pas à vous\u202F: vous ne donnez et ne retirez que ceux que vous pouvez donner. Adressez-vous à un propriétaire ou à un gestionnaire du compte\u202F; rien n’a été modifié.`,
      'of-the-firm': name =>
        `${name} travaille pour votre propre entreprise et garderait ce module à la fin de votre accès. Il revient aux personnes du compte de le donner\u202F; rien n’a été modifié.`,
    },
  },
})

/** Why somebody’s modules were left as they are, naming them. */
export function switchRefused(refusal: SwitchRefusal, name: string, language: Language): string {
  return refusal === 'already-removed'
    ? membershipWords[language].refusal[refusal](name)
    : portalUserWords[language].refusal[refusal](name)
}

/** "SMS, Call log"; a dash where there is none. */
export function moduleNames(held: readonly Module[], language: Language): string {
  return held.map(one => moduleName(one, language)).join(', ') || '–'
}
