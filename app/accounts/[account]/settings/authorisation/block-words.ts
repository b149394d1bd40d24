import { bilingual, plural } from '#lib/language.ts'

/** Blocking a firm, as the account's pages say it. */
export const blockWords = bilingual({
  en: {
    page: 'Block a partner',
    blockTitle: (firm: string) => `Block ${firm}`,
    block: 'Block partner',
    unblock: 'Unblock',
    unblockOf: (firm: string) => `Unblock ${firm}`,
    statement: (firm: string) =>
      `${firm} can’t ask this account for access any more, until somebody here unblocks it.`,
    declines: 'Its open request is declined.',
    cancels: 'The open invitation to it is cancelled.',
    declinesMore: (n: number) =>
      n === 1
        ? 'More time, which it has asked for, is declined.'
        : `More time is declined, which it has asked for ${n} times.`,
    stays: (count: number) =>
      `${plural('en', count, 'The access that it has stays', `The ${count} accesses that it has stay`)}, unless you tick the box.`,
    history: 'What was asked and given before stays in the history.',
    told: 'Whoever asks for the firm is told that this account takes no requests from it.',
    revoke: 'Revoke all access of this firm, too',
    revokeHint: 'Whoever of it is inside is put out with the next click.',
    reason: 'Reason',
    reasonHint: 'Stands in the history; where a request is declined or access revoked, the firm reads it.',
    optional: 'optional',
    cancel: 'Cancel',
    back: 'Account authorisation',
    isBlocked: (firm: string) => `${firm} is blocked`,
    unblockStatement: (firm: string) =>
      `${firm} can ask this account for access again, and you can invite it.`,
    noAccess: 'No access is given by that.',
    blocked: 'Blocked partners',
    blockedText: 'They can’t ask this account for access.',
    column: { who: 'Who', by: 'Blocked by', when: 'Since', acts: 'Actions' },
  },
  fr: {
    page: 'Bloquer un partenaire',
    blockTitle: firm => `Bloquer ${firm}`,
    block: 'Bloquer le partenaire',
    unblock: 'Débloquer',
    unblockOf: firm => `Débloquer ${firm}`,
    statement: firm =>
      `${firm} ne pourra plus demander d’accès à ce compte, jusqu’à ce que quelqu’un ici débloque cette entreprise.`,
    declines: 'Sa demande ouverte est refusée.',
    cancels: 'L’invitation ouverte qui lui est adressée est annulée.',
    declinesMore: n =>
      n === 1
        ? 'La prolongation qu’elle a demandée est refusée.'
        : `Les ${n} prolongations qu’elle a demandées sont refusées.`,
    stays: count =>
      `${plural('fr', count, 'L’accès dont elle dispose reste ouvert', `Les ${count} accès dont elle dispose restent ouverts`)}, sauf si vous cochez la case.`,
    history: 'Ce qui a été demandé et accordé auparavant reste dans l’historique.',
    told: 'Quiconque demande au nom de cette entreprise apprend que ce compte n’accepte aucune demande de sa part.',
    revoke: 'Révoquer aussi tous les accès de cette entreprise',
    revokeHint: 'Quiconque de cette entreprise s’y trouve est déconnecté au prochain clic.',
    reason: 'Motif',
    reasonHint:
      'Il figure dans l’historique\u202F; si une demande est refusée ou un accès révoqué, l’entreprise le lit.',
    optional: 'facultatif',
    cancel: 'Annuler',
    back: 'Autorisation du compte',
    isBlocked: firm => `${firm} est bloqué`,
    unblockStatement: firm =>
      `${firm} pourra de nouveau demander un accès à ce compte, et vous pourrez inviter cette entreprise.`,
    noAccess: 'Aucun accès n’est donné pour autant.',
    blocked: 'Partenaires bloqués',
    blockedText: 'Ils ne peuvent pas demander d’accès à ce compte.',
    column: { who: 'Qui', by: 'Bloqué par', when: 'Depuis', acts: 'Actions' },
  },
})
