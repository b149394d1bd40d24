import { bilingual } from '#lib/language.ts'

/** What waits for an approver beside requests: more time that firms ask for, and reviews. */
export const waitingWords = bilingual({
  en: {
    extensions: 'More time asked',
    extensionsText:
      'A partner asks for its access to last longer. It keeps its end until somebody here says yes.',
    extensionsCaption: 'More time that partners ask for',
    extend: 'Extend',
    askedBy: (person: string) => `Asked by ${person}`,
    noEnd: 'No end',
    reviews: (count: number) =>
      count === 1 ? 'Access to look at again' : `${count} accesses to look at again`,
    reviewsText: (next: string) =>
      `This access has no end, so it is looked at again from time to time. Keep what is right, trim what is too much, and revoke the rest. Until you do, it goes on. What you keep is due again on ${next}.`,
    reviewsCaption: 'Access without an end, to be reviewed',
    partly: (shown: number) => `The first ${shown} are shown. The others follow once these are answered.`,
    keep: 'Keep',
    keepThis: (partner: string, scope: string) => `Keep: ${partner}, ${scope}`,
    keepAll: 'Keep all',
    trim: 'Trim',
    trimThis: (partner: string, scope: string) => `Trim: ${partner}, ${scope}`,
    revoke: 'Revoke',
    revokeThis: (partner: string, scope: string) => `Revoke: ${partner}, ${scope}`,
    unanswered: 'Unanswered',
    never: 'Not yet',
    column: {
      who: 'Who',
      ends: 'Ends',
      asked: 'Asks for an end',
      scope: 'Scope',
      used: 'Last used',
      due: 'Review due since',
      acts: 'Actions',
    },
    nothingLeft: 'Somebody has answered this meanwhile, or the access has ended. Nothing was changed.',
  },
  fr: {
    extensions: 'Prolongation demandée',
    extensionsText:
      'Un partenaire demande que son accès dure plus longtemps. Il garde sa fin tant que personne ici n’a accepté.',
    extensionsCaption: 'Prolongations demandées par des partenaires',
    extend: 'Prolonger',
    askedBy: (person: string) => `Demandé par ${person}`,
    noEnd: 'Sans fin',
    reviews: (count: number) => (count < 2 ? 'Accès à revoir' : `${count} accès à revoir`),
    reviewsText: (next: string) =>
      `Ces accès n’ont pas de fin\u202F: ils sont donc revus de temps à autre. Conservez ce qui est juste, restreignez ce qui est de trop et révoquez le reste. D’ici là, tout se poursuit. Ce que vous conservez sera de nouveau à revoir le ${next}.`,
    reviewsCaption: 'Accès sans fin, à revoir',
    partly: (shown: number) =>
      `Les ${shown} premiers sont affichés. Les autres suivront une fois ceux-ci traités.`,
    keep: 'Conserver',
    keepThis: (partner: string, scope: string) => `Conserver\u202F: ${partner}, ${scope}`,
    keepAll: 'Tout conserver',
    trim: 'Restreindre',
    trimThis: (partner: string, scope: string) => `Restreindre\u202F: ${partner}, ${scope}`,
    revoke: 'Révoquer',
    revokeThis: (partner: string, scope: string) => `Révoquer\u202F: ${partner}, ${scope}`,
    unanswered: 'Sans réponse',
    never: 'Pas encore',
    column: {
      who: 'Qui',
      ends: 'Fin',
      asked: 'Fin demandée',
      scope: 'Étendue',
      used: 'Dernière utilisation',
      due: 'À revoir depuis',
      acts: 'Actions',
    },
    nothingLeft: 'Quelqu’un y a répondu entre-temps, ou l’accès a pris fin. Rien n’a été modifié.',
  },
})
