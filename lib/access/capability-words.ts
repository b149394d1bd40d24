import { bilingual, type Language } from '#lib/language.ts'
import type { Capability } from './capabilities.ts'

/** What each right lets somebody do, to stand after "can" or "permet de". What changes a thing shows it, too. */
export const capabilityWords = bilingual({
  en: {
    'account.read': 'see this overview',
    'activity.read': 'see the history',
    'partners.read': 'see who is authorised',
    'partners.decide': 'see who is authorised, and decide on partner access',
    'administrators.read': 'see administrators',
    'administrators.manage': 'see, invite and change administrators',
    'managers.read': 'see account managers',
    'managers.manage': 'see, add and change account managers',
    'people.read': 'see people',
    'people.update': 'see and change people',
    'portal-users.read': 'see portal users',
    'portal-users.manage': 'see and change portal users',
    'general.read': 'see the account’s details',
    'general.update': 'see and change the account’s details',
    'services.read': 'see services, numbers and devices',
    'services.update': 'see and change services, numbers and devices',
    'subscriptions.read': 'see subscriptions and licences',
    'subscriptions.update': 'see, add and change subscriptions and licences',
    'billing.read': 'see bills',
    'trials.read': 'see trials',
    'trials.start': 'see and start trials',
    'clients.read': 'see client accounts',
    'clients.create': 'see and add client accounts',
    'branding.read': 'see the branding, if the account has one',
    'branding.update': 'see and change the branding',
    'sync.run': 'start a synchronisation',
    'module.fax': 'send and receive faxes',
    'module.sms': 'send and receive text messages',
    'module.call-log': 'see the call log, and add calls to it from a file',
    'module.phonebook': 'use the phonebook',
    'module.admin': 'manage the virtual PBX and key profiles',
  },
  fr: {
    'account.read': 'voir cette vue d’ensemble',
    'activity.read': 'voir l’historique',
    'partners.read': 'voir qui est autorisé',
    'partners.decide': 'voir qui est autorisé et décider des accès des partenaires',
    'administrators.read': 'voir les administrateurs',
    'administrators.manage': 'voir, inviter et modifier les administrateurs',
    'managers.read': 'voir les gestionnaires de compte',
    'managers.manage': 'voir, ajouter et modifier les gestionnaires de compte',
    'people.read': 'voir les personnes',
    'people.update': 'voir et modifier les personnes',
    'portal-users.read': 'voir les utilisateurs du portail',
    'portal-users.manage': 'voir et modifier les utilisateurs du portail',
    'general.read': 'voir les renseignements du compte',
    'general.update': 'voir et modifier les renseignements du compte',
    'services.read': 'voir les services, les numéros et les appareils',
    'services.update': 'voir et modifier les services, les numéros et les appareils',
    'subscriptions.read': 'voir les abonnements et les licences',
    'subscriptions.update': 'voir, ajouter et modifier des abonnements et des licences',
    'billing.read': 'voir les factures',
    'trials.read': 'voir les essais',
    'trials.start': 'voir et commencer des essais',
    'clients.read': 'voir les comptes clients',
    'clients.create': 'voir et ajouter des comptes clients',
    'branding.read': 'voir l’image de marque, si le compte en a une',
    'branding.update': 'voir et modifier l’image de marque',
    'sync.run': 'lancer une synchronisation',
    'module.fax': 'envoyer et recevoir des télécopies',
    'module.sms': 'envoyer et recevoir des SMS',
    'module.call-log': 'voir le journal d’appels et y ajouter des appels par fichier',
    'module.phonebook': 'utiliser le répertoire',
    'module.admin': 'gérer le PBX virtuel et les profils de touches',
  } satisfies Record<Capability, string>,
})

/** What these rights let somebody do, one thing an entry. */
export function capabilityTexts(held: readonly Capability[], language: Language): readonly string[] {
  return held.map(one => capabilityWords[language][one])
}

/** The change alone, of what costs money: whoever may not change it may well see it. */
const changeAlone = bilingual({
  en: {
    'subscriptions.update': 'add and change subscriptions and licences',
    'trials.start': 'start trials',
    'clients.create': 'add client accounts',
  },
  fr: {
    'subscriptions.update': 'ajouter et modifier des abonnements et des licences',
    'trials.start': 'commencer des essais',
    'clients.create': 'ajouter des comptes clients',
  },
})

/** What is withheld, one thing an entry: without what may be seen all the same. */
export function withheldTexts(withheld: readonly Capability[], language: Language): readonly string[] {
  const alone: Partial<Record<Capability, string>> = changeAlone[language]
  return withheld.map(one => alone[one] ?? capabilityWords[language][one])
}
