import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Activity',
    description:
      'Everything between your firm and its customers, newest first. It is kept after access has ended.',
    search: 'Search this history',
    searchButton: 'Search',
    column: { when: 'When', who: 'Who', what: 'What happened', account: 'Customer' },
    none: 'Nothing has happened yet',
    noneText: 'What your firm asks and is given stands here.',
    nothingFound: (search: string) => `Nothing is found for “${search}”`,
    showAll: 'Show everything',
    pages: 'Pages of the history',
    older: 'Older',
    newest: 'Newest',
  },
  fr: {
    title: 'Activité',
    description:
      'Tout ce qui se passe entre votre entreprise et ses clients, du plus récent au plus ancien. Rien n’est effacé à la fin d’un accès.',
    search: 'Rechercher dans l’historique',
    searchButton: 'Rechercher',
    column: { when: 'Quand', who: 'Qui', what: 'Ce qui s’est passé', account: 'Client' },
    none: 'Il ne s’est encore rien passé',
    noneText: 'Ce que votre entreprise demande et obtient figure ici.',
    nothingFound: (search: string) => `Aucun résultat pour «\u00a0${search}\u00a0»`,
    showAll: 'Tout afficher',
    pages: 'Pages de l’historique',
    older: 'Plus anciens',
    newest: 'Plus récents',
  },
})
