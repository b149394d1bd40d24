import { bilingual } from '#lib/language.ts'

/** What the next page says after something was done about signing in with Microsoft. */
export const microsoftDone = bilingual({
  en: {
    'microsoft-saved': 'The settings were saved. They hold from the very next sign-in on.',
    'microsoft-on': 'Sign-in with Microsoft is switched on.',
    'microsoft-off':
      'Sign-in with Microsoft is switched off. Whoever is signed in stays so; linked accounts are kept.',
    'microsoft-linked': 'The Microsoft account is linked. You can sign in with it from now on.',
    'microsoft-unlinked':
      'The Microsoft account is unlinked. It opens nothing here any more, and you are signed out everywhere else.',
    'microsoft-proof-sent':
      'If this address can sign in here, an e-mail is on its way. Press its button in this very browser.',
    'microsoft-accepted':
      'You accepted, and are an administrator of this account now. You sign in with Microsoft from now on.',
  },
  fr: {
    'microsoft-saved': 'Les réglages ont été enregistrés. Ils valent dès la prochaine connexion.',
    'microsoft-on': 'La connexion avec Microsoft est activée.',
    'microsoft-off':
      'La connexion avec Microsoft est désactivée. Les personnes connectées le restent\u202F; les comptes liés sont conservés.',
    'microsoft-linked': 'Le compte Microsoft est lié. Vous pouvez désormais vous connecter avec lui.',
    'microsoft-unlinked':
      'Le compte Microsoft est délié. Il n’ouvre plus rien ici et vos autres sessions sont fermées.',
    'microsoft-proof-sent':
      'Si cette adresse permet de se connecter ici, un courriel est en route. Utilisez son bouton dans ce même navigateur.',
    'microsoft-accepted':
      'Vous avez accepté et administrez maintenant ce compte. Vous vous connectez désormais avec Microsoft.',
  },
})
