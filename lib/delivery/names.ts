import { bilingual, type Language } from '#lib/language.ts'

/** What each kind of letter is called where letters are listed; that none is missing is held by lib/mail/kinds.ts. */
export const letterNames = bilingual({
  en: {
    'sign-in-link': 'Sign-in link',
    activation: 'Activation',
    reset: 'Password reset',
    'password-changed': 'Password was changed',
    'access-requested': 'Request for access',
    'access-request-reminder': 'Reminder: a request waits',
    'access-approved': 'Access was given',
    'access-declined': 'Request was declined',
    'access-question': 'Question about a request',
    'access-answered': 'Answer to a question',
    'access-withdrawn': 'Request was withdrawn',
    'access-lapsed': 'Request lapsed',
    'partner-invited': 'Invitation to a partner',
    'partner-invitation-reminder': 'Reminder: an invitation waits',
    'partner-invitation-accepted': 'Invitation was accepted',
    'partner-invitation-declined': 'Invitation was declined',
    'partner-invitation-cancelled': 'Invitation was cancelled',
    'partner-invitation-lapsed': 'Invitation lapsed',
    'grant-ending': 'Access ends soon',
    'grant-ended': 'Access has ended',
    'grant-suspended': 'Access is suspended',
    'grant-resumed': 'Access can be used again',
    'relationship-started': 'Channel relationship has started',
    'relationship-ended': 'Channel relationship has ended',
    'account-closed': 'Account has been closed',
    'partner-closed': 'Partner has been closed',
    'portal-restored': 'Portal restored from a backup',
  },
  fr: {
    'sign-in-link': 'Lien de connexion',
    activation: 'Activation',
    reset: 'Réinitialisation du mot de passe',
    'password-changed': 'Mot de passe modifié',
    'access-requested': 'Demande d’accès',
    'access-request-reminder': 'Rappel\u202F: une demande attend',
    'access-approved': 'Accès accordé',
    'access-declined': 'Demande refusée',
    'access-question': 'Question sur une demande',
    'access-answered': 'Réponse à une question',
    'access-withdrawn': 'Demande retirée',
    'access-lapsed': 'Demande caduque',
    'partner-invited': 'Invitation à un partenaire',
    'partner-invitation-reminder': 'Rappel\u202F: une invitation attend',
    'partner-invitation-accepted': 'Invitation acceptée',
    'partner-invitation-declined': 'Invitation déclinée',
    'partner-invitation-cancelled': 'Invitation annulée',
    'partner-invitation-lapsed': 'Invitation caduque',
    'grant-ending': 'Fin d’accès prochaine',
    'grant-ended': 'Fin d’accès',
    'grant-suspended': 'Accès suspendu',
    'grant-resumed': 'Accès rétabli',
    'relationship-started': 'Début de la relation de partenariat',
    'relationship-ended': 'Fin de la relation de partenariat',
    'account-closed': 'Fermeture du compte',
    'partner-closed': 'Fermeture du partenaire',
    'portal-restored': 'Portail rétabli à partir d’une sauvegarde',
  },
})

/** A kind's name; one that an older or newer portal wrote by its code. */
export function letterName(kind: string, language: Language): string {
  const names: Readonly<Record<string, string>> = letterNames[language]
  return (Object.hasOwn(names, kind) && names[kind]) || kind
}
