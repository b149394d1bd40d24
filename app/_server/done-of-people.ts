import { bilingual } from '#lib/language.ts'

/** What the next page says after something was done about somebody’s place on an account. */
export const doneOfPeople = bilingual({
  en: {
    'administrator-accepted-before':
      'You had accepted this invitation already, and it works once. You are an administrator of this account.',
    'person-added': 'The person was added, and the activation letter is on its way.',
    'activation-sent': 'A new activation letter is on its way. The one before can’t be used any more.',
    'reset-sent': 'A letter to set a new password is on its way.',
    'person-disabled': 'The person is disabled, and was signed out everywhere.',
    'person-enabled': 'The person is enabled again.',
    'person-removed': 'The person was removed, and was signed out everywhere.',
    'invited-removed': 'The person was removed. Their invitation opens nothing here any more.',
    'modules-saved': 'The modules were switched. They hold from the person’s next click.',
    'modules-saved-beside':
      'Saved. Somebody else had switched modules while this page was open: theirs stay, and the table shows them all as they are now.',
    'people-removed': 'They were removed, and were signed out everywhere.',
  },
  fr: {
    'administrator-accepted-before':
      'Vous aviez déjà accepté cette invitation, qui sert une seule fois. Vous administrez ce compte.',
    'person-added': 'La personne a été ajoutée et le courriel d’activation est en route.',
    'activation-sent': 'Un nouveau courriel d’activation est en route. Le précédent ne peut plus servir.',
    'reset-sent': 'Un courriel pour choisir un nouveau mot de passe est en route.',
    'person-disabled': 'La personne est désactivée et déconnectée partout.',
    'person-enabled': 'La personne est réactivée.',
    'person-removed': 'La personne a été retirée et déconnectée partout.',
    'invited-removed': 'La personne a été retirée. Son invitation n’ouvre plus rien ici.',
    'modules-saved': 'Les modules ont été changés. Cela vaut dès le prochain clic de la personne.',
    'modules-saved-beside':
      'C’est enregistré. Quelqu’un d’autre a changé des modules pendant que la page était ouverte\u202F: ils restent ainsi, et le tableau les montre tous tels qu’ils sont maintenant.',
    'people-removed': 'Ces personnes ont été retirées et déconnectées partout.',
  },
})
