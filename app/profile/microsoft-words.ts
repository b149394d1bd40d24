import { bilingual } from '#lib/language.ts'

/** What somebody reads about the Microsoft accounts that they sign in with. */
export const microsoftProfileWords = bilingual({
  en: {
    title: 'Microsoft accounts',
    why: 'With each of these you sign in here without a password.',
    none: 'None is linked yet. With your work account linked, you sign in here without a password.',
    off: 'Your provider has sign-in with Microsoft switched off at the moment, so these open nothing now.',
    account: 'Account',
    tenant: 'Organisation (tenant ID)',
    since: 'Linked',
    used: 'Last used',
    act: 'Unlink',
    unlink: 'Unlink',
    unlinkThat: (account: string) => `Unlink ${account}`,
    link: 'Link a Microsoft account',
    linkAnother: 'Link another Microsoft account',
    setPassword: 'Set a password',
    linkTitle: 'Link this Microsoft account',
    as: (email: string) => `From now on it signs in as you (${email}). A letter tells you so.`,
    button: 'Link this account',
    another: 'Use another Microsoft account',
    back: 'My profile',
    nothing:
      'Nothing is left in this browser that could be linked: an hour is over since you signed in at Microsoft, somebody else had begun it here, or it is linked already.',
    again: 'Begin again under My profile',
  },
  fr: {
    title: 'Comptes Microsoft',
    why: 'Avec chacun d’eux, vous vous connectez ici sans mot de passe.',
    none: 'Aucun n’est encore lié. Avec votre compte professionnel lié, vous vous connectez ici sans mot de passe.',
    off: 'Votre fournisseur a désactivé pour le moment la connexion avec Microsoft\u202F: ces comptes n’ouvrent rien.',
    account: 'Compte',
    tenant: 'Organisation (identifiant de locataire)',
    since: 'Lié',
    used: 'Dernière utilisation',
    act: 'Délier',
    unlink: 'Délier',
    unlinkThat: account => `Délier ${account}`,
    link: 'Lier un compte Microsoft',
    linkAnother: 'Lier un autre compte Microsoft',
    setPassword: 'Choisir un mot de passe',
    linkTitle: 'Lier ce compte Microsoft',
    as: email =>
      `Désormais, vous vous connectez aussi avec lui sous votre identifiant, ${email}. Un courriel vous le confirmera.`,
    button: 'Lier ce compte',
    another: 'Utiliser un autre compte Microsoft',
    back: 'Mon profil',
    nothing:
      'Il ne reste rien à lier dans ce navigateur\u202F: une heure est passée depuis votre connexion chez Microsoft, une autre personne l’avait commencée ici ou le compte est déjà lié.',
    again: 'Recommencer sous Mon profil',
  },
})
