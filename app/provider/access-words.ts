import { bilingual, plural } from '#lib/language.ts'

/** What the desk says of a grant or a request, wherever it lists them, and before it holds or ends one. */
export const accessWords = bilingual({
  en: {
    column: { partner: 'Partner', account: 'Account', state: 'State', acts: 'Actions' },
    optional: 'optional',
    cancel: 'Cancel',
    invitationsEnd: (n: number) => `${n} open ${plural('en', n, 'invitation lapses', 'invitations lapse')}.`,
    extensionsEnd: (n: number) =>
      `${n} ${plural('en', n, 'ask for more time lapses', 'asks for more time lapse')}.`,
    reason: 'Reason',
    via: (parent: string) => `Via ${parent}`,
    stays: 'Does not hang on this relationship',
    kind: { grant: 'Access', request: 'Request' },
    what: 'What',
    ends: 'Ends',
    people: 'Who may enter',
    administrators: (count: number) =>
      count === 1 ? '1 administrator of the firm' : `${count} administrators of the firm`,
    used: 'Last used',
    never: 'Never',
    noEnd: 'No end',
    asked: (person: string) => `Asked by ${person}`,
    suspendedBy: { account: 'by the customer', provider: 'by you, the provider' },
    more: (what: string) => `More for ${what}`,
    act: { suspend: 'Suspend', resume: 'Resume', terminate: 'End access' },
    onlyAdministrators: 'Only platform administrators can change anything here.',
    reasonHint: 'Both sides read it.',
    confirm: {
      suspend: {
        title: 'Suspend this access',
        statement: (partner: string) => `${partner} can’t use this access until you resume it.`,
        consequences: ['The end stays as it is.', 'Both sides are told by e-mail.'],
        submit: 'Suspend access',
      },
      resume: {
        title: 'Resume this access',
        statement: (partner: string) => `${partner} can use this access again.`,
        consequences: ['The end stays as it was.', 'Both sides are told by e-mail.'],
        submit: 'Resume access',
      },
      terminate: {
        title: 'End this access',
        statement: (partner: string) => `${partner} loses this access now.`,
        consequences: [
          'The channel relationship and other access stay as they are.',
          'To come back the partner must ask again.',
          'Both sides are told by e-mail.',
        ],
        submit: 'End access',
      },
    },
  },
  fr: {
    column: { partner: 'Partenaire', account: 'Compte', state: 'État', acts: 'Actions' },
    optional: 'facultatif',
    cancel: 'Annuler',
    invitationsEnd: (n: number) =>
      `${n} ${plural('fr', n, 'invitation ouverte devient caduque', 'invitations ouvertes deviennent caduques')}.`,
    extensionsEnd: (n: number) =>
      `${n} ${plural('fr', n, 'demande de prolongation devient caduque', 'demandes de prolongation deviennent caduques')}.`,
    reason: 'Motif',
    via: (parent: string) => `Par ${parent}`,
    stays: 'Ne dépend pas de cette relation',
    kind: { grant: 'Accès', request: 'Demande' },
    what: 'Quoi',
    ends: 'Fin',
    people: 'Qui peut entrer',
    administrators: (count: number) =>
      count < 2 ? `${count} administrateur de l’entreprise` : `${count} administrateurs de l’entreprise`,
    used: 'Dernière utilisation',
    never: 'Jamais',
    noEnd: 'Sans fin',
    asked: (person: string) => `Demandé par ${person}`,
    suspendedBy: { account: 'par le client', provider: 'par vous, le fournisseur' },
    more: (what: string) => `Autres actions pour ${what}`,
    act: { suspend: 'Suspendre', resume: 'Rétablir', terminate: 'Mettre fin à l’accès' },
    onlyAdministrators: 'Seuls les administrateurs de la plateforme peuvent modifier quoi que ce soit ici.',
    reasonHint: 'Les deux parties liront ce texte.',
    confirm: {
      suspend: {
        title: 'Suspendre cet accès',
        statement: (partner: string) =>
          `${partner} ne peut plus utiliser cet accès avant que vous le rétablissiez.`,
        consequences: ['La date de fin ne change pas.', 'Les deux parties sont informées par courriel.'],
        submit: 'Suspendre l’accès',
      },
      resume: {
        title: 'Rétablir cet accès',
        statement: (partner: string) => `${partner} peut de nouveau utiliser cet accès.`,
        consequences: ['La date de fin ne change pas.', 'Les deux parties sont informées par courriel.'],
        submit: 'Rétablir l’accès',
      },
      terminate: {
        title: 'Mettre fin à cet accès',
        statement: (partner: string) => `${partner} perd cet accès dès maintenant.`,
        consequences: [
          'La relation de partenariat et les autres accès restent tels quels.',
          'Pour revenir, le partenaire devra refaire une demande.',
          'Les deux parties sont informées par courriel.',
        ],
        submit: 'Mettre fin à l’accès',
      },
    },
  },
})
