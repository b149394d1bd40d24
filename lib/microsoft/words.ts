import { bilingual, type Language, plural } from '#lib/language.ts'
import type { Failure } from './identity.ts'
import type { LinkRefusal, UnlinkRefusal } from './link.ts'
import { type SettingField, type SwitchRefusal, settingFields, type TenantsRefusal } from './setting.ts'

/** What is told about signing in with Microsoft, wherever it is told. */
export const microsoftWords = bilingual({
  en: {
    /** Names of what the provider sets, as its history tells them. */
    field: {
      microsoftTenants: 'Organisations let in',
      microsoftClient: 'Application ID',
      microsoftSecret: 'Client secret',
    } satisfies Record<SettingField, string>,
    copy: { label: 'Copy', copied: 'Copied' },
    button: {
      signIn: 'Sign in with Microsoft',
      another: 'Use another Microsoft account',
      leaving: 'On to Microsoft…',
    },
    account: { account: 'Microsoft account', name: 'Name at Microsoft', tenant: 'Organisation (tenant ID)' },
    any: 'any organisation',
    noTenant: 'none yet',
    secretNumber: (n: string) => `no. ${n}`,
    tenants: {
      'not-a-tenant':
        'One of these is not a tenant ID. Each looks like 11111111-2222-3333-4444-555555555555, and stands in the organisation’s Microsoft Entra overview.',
      'personal-tenant':
        'This is Microsoft’s own tenant for personal accounts. Only work accounts are let in.',
      'too-many-tenants': 'These are more than 50. Let in any organisation instead.',
    } satisfies Record<TenantsRefusal, string>,
    switch: {
      incomplete:
        'Something is still missing: whose accounts are let in, the application ID or the client secret. Save these first.',
      'already-so': 'Somebody else has switched it in the meantime.',
    } satisfies Record<SwitchRefusal, string>,
    link: {
      'linked-already': 'This Microsoft account is linked to your sign-in already.',
      'linked-elsewhere':
        'This Microsoft account is another person’s way in here. Whoever has it unlinks it first, under My profile.',
      'not-let-in': 'Microsoft accounts of this organisation are not let in here any more.',
      'too-many-links': 'Five Microsoft accounts are linked to your sign-in. Unlink one that you don’t need.',
    } satisfies Record<LinkRefusal, string>,
    unlink: {
      'last-way-in':
        'You have no password, and this is the only account that you sign in with. Set a password first: that unlinks it, too.',
      gone: 'This Microsoft account is not linked any more.',
    } satisfies Record<UnlinkRefusal, string>,
    failure: {
      stale:
        'The way back from Microsoft could not be followed: it had been begun in another tab, took too long, or was used already. Nobody was signed in. Begin again here.',
      cancelled: 'Nothing came of it: the sign-in at Microsoft was left before it was finished.',
      unreachable:
        'Microsoft did not answer in time. Nobody was signed in. Try again in a moment, or come in another way.',
      untrusted:
        'What came back was not a proof of Microsoft’s that can be relied on, so nobody was signed in. Begin again; if it happens once more, please tell us.',
      setup:
        'Microsoft did not take this portal’s own registration, so nobody can sign in by it at the moment. Please tell us, and come in another way until then.',
      off: 'Sign-in with Microsoft is switched off here. Come in another way.',
    } satisfies Record<Failure, string>,
    people: (n: number) => `${n} ${plural('en', n, 'person', 'people')}`,
  },
  fr: {
    field: {
      microsoftTenants: 'Organisations admises',
      microsoftClient: 'Identifiant de l’application',
      microsoftSecret: 'Secret du client',
    },
    copy: { label: 'Copier', copied: 'Copié' },
    button: {
      signIn: 'Se connecter avec Microsoft',
      another: 'Utiliser un autre compte Microsoft',
      leaving: 'En route vers Microsoft…',
    },
    account: {
      account: 'Compte Microsoft',
      name: 'Nom chez Microsoft',
      tenant: 'Organisation (identifiant de locataire)',
    },
    any: 'toute organisation',
    noTenant: 'aucune pour l’instant',
    secretNumber: n => `n\u1D52\u00A0${n}`,
    tenants: {
      'not-a-tenant':
        'L’un de ces textes n’est pas un identifiant de locataire. Chacun ressemble à 11111111-2222-3333-4444-555555555555 et figure dans l’aperçu Microsoft Entra de l’organisation.',
      'personal-tenant':
        'C’est le locataire de Microsoft pour les comptes personnels. Seuls les comptes professionnels sont admis.',
      'too-many-tenants': 'Il y en a plus de 50. Admettez plutôt toute organisation.',
    },
    switch: {
      incomplete:
        'Il manque encore quelque chose\u202F: les organisations admises, l’identifiant de l’application ou le secret du client. Enregistrez-les d’abord.',
      'already-so': 'Quelqu’un d’autre l’a changé entre-temps.',
    },
    link: {
      'linked-already': 'Ce compte Microsoft est déjà lié à votre identifiant.',
      'linked-elsewhere':
        'Ce compte Microsoft sert ici à une autre personne. Qui le détient doit d’abord le délier, sous Mon profil.',
      'not-let-in': 'Les comptes Microsoft de cette organisation ne sont plus admis ici.',
      'too-many-links':
        'Cinq comptes Microsoft sont liés à votre identifiant. Déliez-en un dont vous n’avez pas besoin.',
    },
    unlink: {
      'last-way-in':
        'Vous n’avez pas de mot de passe, et c’est le seul compte avec lequel vous vous connectez. Choisissez d’abord un mot de passe\u202F: cela le délie aussi.',
      gone: 'Ce compte Microsoft n’est plus lié.',
    },
    failure: {
      stale:
        'Le retour de Microsoft n’a pas pu être suivi\u202F: il avait commencé dans un autre onglet, a trop tardé ou avait déjà servi. Personne n’a été connecté. Recommencez ici.',
      cancelled: 'Rien n’a abouti\u202F: la connexion chez Microsoft a été quittée avant la fin.',
      unreachable:
        'Microsoft n’a pas répondu à temps. Personne n’a été connecté. Réessayez dans un instant ou connectez-vous autrement.',
      untrusted:
        'Ce qui est revenu n’était pas une preuve de Microsoft digne de confiance\u202F: personne n’a été connecté. Recommencez\u202F; si cela se reproduit, dites-le-nous.',
      setup:
        'Microsoft n’a pas accepté l’inscription de ce portail\u202F: personne ne peut se connecter ainsi pour le moment. Dites-le-nous et connectez-vous autrement d’ici là.',
      off: 'La connexion avec Microsoft est désactivée ici. Connectez-vous autrement.',
    },
    people: n => `${n} ${plural('fr', n, 'personne', 'personnes')}`,
  },
})

export function isMicrosoftField(field: string): field is SettingField {
  return settingFields.some(one => one === field)
}

/** A stored value of the setting in words; of the secret only the how-many-eth it is. */
export function microsoftText(field: SettingField, value: string, language: Language): string {
  const words = microsoftWords[language]
  if (field === 'microsoftSecret') return value === '' ? '' : words.secretNumber(value)
  return field === 'microsoftTenants' && value === 'any' ? words.any : value
}
