import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'User access',
    description:
      'Account managers look after every product of this account. They have no telephone service of their own.',
    parentActs: (parent: string) =>
      `Service Contributors of ${parent} also act here as Account Owners; Account authorisation lists them.`,
    add: '+ Add account manager',
    addTitle: 'Add account manager',
    addText: 'They get an activation letter from the branding domain that you choose, in their language.',
    search: 'Name or address',
    find: 'Search',
    column: {
      person: 'Account manager',
      home: 'Branding domain',
      language: 'Language',
      state: 'State',
      lastSignIn: 'Last sign-in',
      letter: 'Latest letter',
      act: 'Actions',
    },
    open: 'Open',
    openNamed: (name: string) => `Open ${name}`,
    pages: 'Pages of account managers',
    first: 'First page',
    next: 'Next page',
    none: 'No account manager yet',
    noneText: 'Account Owners manage this account until somebody is added here.',
    nothing: (search: string) => `Nothing is found for “${search}”`,
    showAll: 'Show all',
    canText:
      'An account manager has the highest level that a customer can have, on every product of the account.',
    onAccount: 'On the account',
    manager: 'Account manager, the only kind',
  },
  fr: {
    title: 'Accès des utilisateurs',
    description:
      'Les gestionnaires de compte s’occupent de tous les produits du compte. Ils n’ont pas de service téléphonique à eux.',
    parentActs: parent =>
      `Les contributeurs aux services ${joined('de', parent)} agissent aussi ici comme propriétaires du compte\u202F; la page Autorisation du compte les énumère.`,
    add: '+ Ajouter un gestionnaire de compte',
    addTitle: 'Ajouter un gestionnaire de compte',
    addText:
      'La personne reçoit un courriel d’activation du domaine de marque que vous choisissez, dans sa langue.',
    search: 'Nom ou adresse',
    find: 'Rechercher',
    column: {
      person: 'Gestionnaire de compte',
      home: 'Domaine de marque',
      language: 'Langue',
      state: 'État',
      lastSignIn: 'Dernière connexion',
      letter: 'Dernier courriel',
      act: 'Actions',
    },
    open: 'Ouvrir',
    openNamed: name => `Ouvrir ${name}`,
    pages: 'Pages des gestionnaires de compte',
    first: 'Première page',
    next: 'Page suivante',
    none: 'Aucun gestionnaire de compte',
    noneText: 'Les propriétaires du compte le gèrent tant que personne n’est ajouté ici.',
    nothing: search => `Aucun résultat pour «\u00A0${search}\u00A0»`,
    showAll: 'Tout afficher',
    canText:
      'Un gestionnaire de compte a le niveau le plus élevé qu’un client puisse avoir, pour chaque produit du compte.',
    onAccount: 'Dans le compte',
    manager: 'Gestionnaire de compte, le seul niveau',
  },
})
