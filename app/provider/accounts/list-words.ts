import type { AccountFilter } from '#db/provider/accounts.ts'
import { bilingual } from '#lib/language.ts'

/** What the list says. */
export const listWords = bilingual({
  en: {
    title: 'Accounts',
    description: 'The customers of this portal: who they are, what they bought, and who has access.',
    add: 'New account',
    filters: 'Show',
    tile: {
      open: 'Open',
      clients: 'Client accounts',
      undecided: 'Nobody left who may decide',
      unanswered: 'Unanswered reviews',
      closed: 'Closed',
    } satisfies Record<AccountFilter, string>,
    search: 'Search by name',
    searchButton: 'Search',
    searchHint: 'Finds accounts in whose name, or short name in the address, words begin with what is typed.',
    column: {
      name: 'Account',
      parent: 'Parent account',
      brand: 'Branding domain',
      products: 'Products',
      partners: 'Partners with access',
      people: 'People',
    },
    closed: 'Closed',
    closedOn: 'closed',
    undecided: 'Nobody may decide',
    unanswered: (day: string) => `Review unanswered, due since ${day}`,
    none: 'No accounts yet',
    noneText: {
      administrator: 'An account is a customer: create the first one and name the people who look after it.',
      support:
        'An account is a customer. Platform administrators create them and name the people who look after them.',
    },
    nothingFound: (search: string) => `Nothing is found for “${search}”`,
    nothing: 'None of this sort',
    nothingText: 'Try the beginning of another word, or look at all that are open.',
    showAll: 'Show open ones',
    pages: 'Pages of accounts',
    next: 'Next',
    first: 'From the beginning',
    noParent: '–',
  },
  fr: {
    title: 'Comptes',
    description: 'Les clients de ce portail\u202F: qui ils sont, leurs produits et qui y a accès.',
    add: 'Nouveau compte',
    filters: 'Afficher',
    tile: {
      open: 'Ouverts',
      clients: 'Comptes clients',
      undecided: 'Plus personne pour décider',
      unanswered: 'Revues sans réponse',
      closed: 'Fermés',
    },
    search: 'Rechercher par nom',
    searchButton: 'Rechercher',
    searchHint:
      'Trouve les comptes dont un mot du nom, ou du nom court dans l’adresse, commence par votre saisie.',
    column: {
      name: 'Compte',
      parent: 'Compte parent',
      brand: 'Domaine de marque',
      products: 'Produits',
      partners: 'Partenaires ayant accès',
      people: 'Personnes',
    },
    closed: 'Fermé',
    closedOn: 'fermé',
    undecided: 'Personne ne peut décider',
    unanswered: (day: string) => `Revue sans réponse, à faire depuis le ${day}`,
    none: 'Aucun compte pour l’instant',
    noneText: {
      administrator:
        'Un compte est un client\u202F: créez le premier et nommez les personnes qui s’en occupent.',
      support:
        'Un compte est un client. Les administrateurs de la plateforme les créent et nomment les personnes qui s’en occupent.',
    },
    nothingFound: (search: string) => `Aucun résultat pour «\u00a0${search}\u00a0»`,
    nothing: 'Aucun de ce type',
    nothingText: 'Essayez le début d’un autre mot ou consultez tous les comptes ouverts.',
    showAll: 'Afficher les comptes ouverts',
    pages: 'Pages de comptes',
    next: 'Suivants',
    first: 'Depuis le début',
    noParent: '–',
  },
})
