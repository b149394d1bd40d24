import { wholeNumber } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'

const n = (count: number, language: 'en' | 'fr') => wholeNumber(count, language)

/** What the start page of the Admin module says, and what its rooms share. */
export const adminWords = bilingual({
  en: {
    title: 'Admin',
    description:
      'The people who use this portal, the extensions of the virtual PBX, and the keys of its phones.',
    users: 'Portal users',
    usersText: 'Who has which module, each with a switch.',
    usersOpen: 'Manage portal users',
    people: (count: number) => `${n(count, 'en')} ${plural('en', count, 'person', 'people')}`,
    switches: (count: number) => `${n(count, 'en')} ${plural('en', count, 'switch', 'switches')} on`,
    extensions: 'Extensions',
    extensionsText: 'Numbers inside the account: whose they are, and where calls go that nobody takes.',
    extensionsOpen: 'Manage extensions',
    extensionCount: (count: number) => `${n(count, 'en')} ${plural('en', count, 'extension', 'extensions')}`,
    unowned: (count: number) => `${n(count, 'en')} of nobody`,
    astray: (count: number) =>
      `${n(count, 'en')} ${plural('en', count, 'sends', 'send')} calls to an extension that was removed`,
    profiles: 'Key profiles',
    profilesText: 'What the programmable keys of a kind of phone do, applied to many extensions at once.',
    profilesOpen: 'Manage key profiles',
    profileCount: (count: number) => `${n(count, 'en')} ${plural('en', count, 'profile', 'profiles')}`,
    profiled: (count: number) =>
      `${n(count, 'en')} ${plural('en', count, 'extension has', 'extensions have')} one`,
    noPbx: 'This account has no virtual PBX',
    noPbxText: (provider: string) =>
      `Extensions and key profiles come with Business Cloud Communications and with Cloud PBX. This account has neither. Ask ${provider}, who sells them.`,
    callThem: (name: string) => `Write to ${name}`,
  },
  fr: {
    title: 'Administration',
    description:
      'Les personnes qui utilisent ce portail, les postes du PBX virtuel et les touches de ses téléphones.',
    users: 'Utilisateurs du portail',
    usersText: 'Qui a quel module, avec un interrupteur pour chacun.',
    usersOpen: 'Gérer les utilisateurs du portail',
    people: count => `${n(count, 'fr')} ${plural('fr', count, 'personne', 'personnes')}`,
    switches: count =>
      `${n(count, 'fr')} ${plural('fr', count, 'interrupteur activé', 'interrupteurs activés')}`,
    extensions: 'Postes',
    extensionsText:
      'Les numéros internes du compte\u202F: à qui ils sont, et où vont les appels que personne ne prend.',
    extensionsOpen: 'Gérer les postes',
    extensionCount: count => `${n(count, 'fr')} ${plural('fr', count, 'poste', 'postes')}`,
    unowned: count => `${n(count, 'fr')} sans personne`,
    astray: count =>
      `${n(count, 'fr')} ${plural('fr', count, 'dirige', 'dirigent')} des appels vers un poste retiré`,
    profiles: 'Profils de touches',
    profilesText:
      'Ce que font les touches programmables d’une sorte de téléphone, appliqué à plusieurs postes à la fois.',
    profilesOpen: 'Gérer les profils de touches',
    profileCount: count => `${n(count, 'fr')} ${plural('fr', count, 'profil', 'profils')}`,
    profiled: count => `${n(count, 'fr')} ${plural('fr', count, 'poste en a', 'postes en ont')} un`,
    noPbx: 'Ce compte n’a pas de PBX virtuel',
    noPbxText: provider =>
      `Les postes et les profils de touches viennent avec Business Cloud Communications et avec Cloud PBX. Ce compte n’a ni l’un ni l’autre. Adressez-vous à ${provider}, qui les vend.`,
    callThem: name => `Écrire à ${name}`,
  },
})
