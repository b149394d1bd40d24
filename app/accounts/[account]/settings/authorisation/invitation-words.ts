import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

/** Inviting partners, as the account's pages say it. */
export const invitationWords = bilingual({
  en: {
    add: 'Add partner',
    addText:
      'Invite a firm that you know. Nothing is open until one of its administrators accepts; then the clock starts.',
    partnerId: 'Partner ID',
    partnerIdHint: 'Your partner tells it to you. It looks like BRT-4821.',
    submit: 'Submit',
    sending: 'Sending…',
    cancelForm: 'Back without inviting',
    byShare:
      'Has your partner sent you a web address instead? Open it while you are signed in: it shows the firm, and you confirm there.',
    fault: {
      'not-a-partner-id': 'A Partner ID has three letters, a hyphen and four digits, like BRT-4821.',
      'wrong-check-digit':
        'The last digit does not fit the others: a letter or a digit was mistyped. Compare it with what your partner told you.',
    },
    tooMany: (wait: string) =>
      `Too many invitations or Partner IDs were tried. Nothing was sent. You can go on in ${wait}.`,
    invitations: 'Invitations',
    invitationsText: 'Partners that this account invites. Nothing is open until they accept.',
    column: {
      who: 'Who',
      state: 'State',
      gets: 'Access',
      until: 'Open until, or ended',
      acts: 'Actions',
    },
    invitedBy: (person: string) => `Invited by ${person}`,
    by: (state: string, person: string) => `${state} by ${person}`,
    see: 'See the invitation',
    cancel: 'Cancel invitation',
    cancelOf: (partner: string) => `Cancel invitation, ${partner}`,
    again: 'Invite again',
    againOf: (partner: string) => `Invite again, ${partner}`,
    title: (partner: string) => `Invitation to ${partner}`,
    page: 'Invitation',
    back: 'Account authorisation',
    partner: 'Partner',
    verified: (provider: string, code: string) => `Verified by ${provider} as Partner ID ${code}`,
    inviter: 'Invited by',
    scope: 'Scope',
    duration: 'Access duration',
    sent: 'Sent',
    open: 'Open until',
    ended: 'Ended',
    reason: 'Reason',
    meaning: 'What they could do',
    grant: 'See the access that came of it',
    inviterGone: (person: string) =>
      `${person} may no longer decide on partner access, so this invitation can’t be accepted. Cancel it, and invite the firm again in your own name.`,
    cancelStatement: (partner: string) => `The invitation to ${partner} is taken back.`,
    keep: 'Leave it open',
    partnerClosed: (partner: string) =>
      `${partner} was closed as a partner for good, so it can’t be invited any more.`,
    cancelText: 'Nothing is open yet, and nothing will be. The firm is told.',
  },
  fr: {
    add: 'Ajouter un partenaire',
    addText:
      'Invitez une entreprise que vous connaissez. Rien n’est ouvert avant qu’un de ses administrateurs n’accepte\u202F; le délai court alors.',
    partnerId: 'Identifiant de partenaire',
    partnerIdHint: 'Votre partenaire vous l’indique. Il ressemble à BRT-4821.',
    submit: 'Envoyer',
    sending: 'Envoi en cours…',
    cancelForm: 'Revenir sans inviter',
    byShare:
      'Votre partenaire vous a plutôt envoyé une adresse Web\u202F? Ouvrez-la pendant que vous êtes connecté\u202F: elle montre l’entreprise, et vous confirmez là.',
    fault: {
      'not-a-partner-id':
        'Un identifiant de partenaire a trois lettres, un trait d’union et quatre chiffres, comme BRT-4821.',
      'wrong-check-digit':
        'Le dernier chiffre ne correspond pas aux autres\u202F: une lettre ou un chiffre a été mal saisi. Comparez avec ce que votre partenaire vous a indiqué.',
    },
    tooMany: wait =>
      `Trop d’invitations ou d’identifiants ont été essayés. Rien n’a été envoyé. Vous pourrez continuer dans ${wait}.`,
    invitations: 'Invitations',
    invitationsText: 'Les partenaires que ce compte invite. Rien n’est ouvert avant qu’ils n’acceptent.',
    column: {
      who: 'Qui',
      state: 'État',
      gets: 'Accès',
      until: 'Ouverte jusqu’au, ou terminée',
      acts: 'Actions',
    },
    invitedBy: person => `Invité par ${person}`,
    by: (state, person) => `${state} par ${person}`,
    see: 'Voir l’invitation',
    cancel: 'Annuler l’invitation',
    cancelOf: partner => `Annuler l’invitation, ${partner}`,
    again: 'Inviter de nouveau',
    againOf: partner => `Inviter de nouveau, ${partner}`,
    title: partner => `Invitation adressée ${joined('à', partner)}`,
    page: 'Invitation',
    back: 'Autorisation du compte',
    partner: 'Partenaire',
    verified: (provider, code) => `Vérifié par ${provider}, identifiant de partenaire ${code}`,
    inviter: 'Invité par',
    scope: 'Étendue',
    duration: 'Durée de l’accès',
    sent: 'Envoyée',
    open: 'Ouverte jusqu’au',
    ended: 'Fin',
    reason: 'Motif',
    meaning: 'Ce que ce partenaire pourrait faire',
    grant: 'Voir l’accès qui en résulte',
    inviterGone: person =>
      `${person} ne peut plus décider de l’accès des partenaires\u202F: cette invitation ne peut pas être acceptée. Annulez-la et invitez l’entreprise de nouveau en votre nom.`,
    cancelStatement: partner => `L’invitation adressée ${joined('à', partner)} est reprise.`,
    keep: 'La laisser ouverte',
    partnerClosed: partner =>
      `${partner} a été fermé pour de bon comme partenaire\u202F: il ne peut plus être invité.`,
    cancelText: 'Rien n’est encore ouvert, et rien ne le sera. L’entreprise en est informée.',
  },
})
