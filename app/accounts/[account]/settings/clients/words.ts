import { joined } from '#lib/french.ts'
import { bilingual, plural } from '#lib/language.ts'

/** What an account reads of its client accounts. */
export const words = bilingual({
  en: {
    title: 'Client accounts',
    description: (account: string) =>
      `Accounts whose parent is ${account}. Its Service Contributors act on them as Account Owners, its Subscription Contributors decide on what costs money.`,
    add: 'Add client account',
    list: 'Client accounts',
    column: {
      client: 'Client account',
      products: 'Products',
      who: 'Who decides there',
      state: 'State',
      firms: 'Partners of yours',
      act: 'Actions',
    },
    open: 'Open',
    openNamed: (name: string) => `Open ${name}`,
    notYours: 'Only its own people and Service or Subscription Contributors of this account open it',
    since: (date: string) => `Client since ${date}`,
    own: (n: number) =>
      n === 0 ? 'Nobody of its own' : `${n} ${plural('en', n, 'person', 'people')} of its own`,
    parent: (account: string) => `Service Contributors of ${account}, too`,
    state: { decided: 'In order', waiting: 'Waits for its owner', undecided: 'Nobody decides' },
    undecidedText: 'The provider’s desk sees it and appoints someone',
    firms: (n: number) => (n === 0 ? 'None' : `${n} ${plural('en', n, 'firm comes', 'firms come')} in, too`),
    search: 'Name',
    find: 'Search',
    pages: 'Pages of client accounts',
    first: 'First page',
    next: 'Next page',
    none: 'No client account',
    noneText:
      'A client account is an account of its own, with its own people, that this account looks after and pays for.',
    nothing: (search: string) => `Nothing is found for “${search}”`,
    showAll: 'Show all',
    whoAdds: 'A Subscription Contributor of this account adds client accounts.',
    whoAddsHere: (parent: string, provider: string) =>
      `This is a client account itself: only Subscription Contributors of ${parent} and ${provider} add client accounts here.`,
    // The form
    addText: (account: string) =>
      `It becomes a client of ${account} for good. Its people see who its parent is, and who acts there from it.`,
    identity: 'What it is called',
    nameHint:
      'As it stands in the portal and in letters. The short name in addresses is made from it and stays.',
    legalNameHint: 'As the firm is registered.',
    place: 'Where it is',
    zoneHint: 'Access “until a date” ends with that day here.',
    contact: 'How it is reached',
    phoneHint:
      'Best with the country code, like +1 604 555 0123. Without it, it is a number of your own country.',
    emergencyHint: 'Whom to call, and at which number, when something goes wrong at night.',
    optional: 'optional',
    standing: 'What it has',
    brand: 'Branding domain',
    brandHint: 'It dresses the letters to people of the client account.',
    products: 'Products',
    productsHint: (account: string, provider: string) =>
      `Those that ${account} has. For any other ask ${provider}.`,
    noProducts: (account: string, provider: string) =>
      `${account} has no product that it could pass on. ${provider} adds some.`,
    owner: 'First Account Owner',
    ownerText: (acting: string) =>
      `Is invited by e-mail. If you name nobody, the Service Contributors of this account act there until somebody is added: ${acting}.`,
    ownerTextNobody:
      'Is invited by e-mail. This account has no Service Contributor: if you name nobody, nobody decides there on partner access until your provider, who sees it, appoints someone.',
    ownerName: 'Name',
    ownerEmail: 'Email',
    looked: 'I have looked: this is another firm',
    lookedHint: 'Needed only where the portal says that an account is called so already.',
    save: 'Add client account',
    saving: 'Adding…',
    cancel: 'Cancel',
    notAdded: 'No client account was added. Please look at what is marked.',
    mixedScripts:
      'This name mixes letters of several alphabets that look alike. Type it anew, in one alphabet; if it is right as it is, tick the box that you have looked.',
    likeProvider: (of: string) =>
      `This name could be taken for ${of}, the provider. If it is right, tick the box that you have looked.`,
    likeKnown: (of: string) =>
      `An account of yours is called so already, or nearly: ${of}. If this is another firm, tick the box that you have looked.`,
    likeOther:
      'Another account of the provider’s is called so already, or nearly. If this is another firm, tick the box that you have looked.',
    unknownBrand: 'Choose one of the branding domains that are in use.',
    notItsProduct: 'This account does not have all of these products any more. Choose among those it has.',
    enoughToday: (most: number, from: string) =>
      `No more than ${most} client accounts are added within 24 hours. The next one from ${from}; your provider can bring in many at once.`,
    shutOut: 'This address can’t be used here. Ask the person for another address of theirs.',
  },
  fr: {
    title: 'Comptes clients',
    description: account =>
      `Les comptes dont ${account} est le compte parent. Ses contributeurs aux services y agissent comme propriétaires du compte, ses contributeurs aux abonnements y décident de ce qui coûte de l’argent.`,
    add: 'Ajouter un compte client',
    list: 'Comptes clients',
    column: {
      client: 'Compte client',
      products: 'Produits',
      who: 'Qui y décide',
      state: 'État',
      firms: 'Vos partenaires',
      act: 'Actions',
    },
    open: 'Ouvrir',
    openNamed: name => `Ouvrir ${name}`,
    notYours:
      'Seuls ses propres gens et les contributeurs aux services ou aux abonnements de ce compte l’ouvrent',
    since: date => `Client depuis le ${date}`,
    own: n => (n === 0 ? 'Personne en propre' : `${n} ${plural('fr', n, 'personne', 'personnes')} en propre`),
    parent: account => `Aussi les contributeurs aux services ${joined('de', account)}`,
    state: { decided: 'En ordre', waiting: 'Attend son propriétaire', undecided: 'Personne ne décide' },
    undecidedText: 'Le bureau du fournisseur le voit et désigne quelqu’un',
    firms: n =>
      n === 0 ? 'Aucun' : `${n} ${plural('fr', n, 'entreprise y entre', 'entreprises y entrent')} aussi`,
    search: 'Nom',
    find: 'Rechercher',
    pages: 'Pages des comptes clients',
    first: 'Première page',
    next: 'Page suivante',
    none: 'Aucun compte client',
    noneText:
      'Un compte client est un compte à part entière, avec ses propres gens, dont ce compte s’occupe et qu’il paie.',
    nothing: search => `Aucun résultat pour «\u00A0${search}\u00A0»`,
    showAll: 'Tout afficher',
    whoAdds: 'Un contributeur aux abonnements de ce compte ajoute les comptes clients.',
    whoAddsHere: (parent, provider) =>
      `Ce compte est lui-même un compte client\u202F: seuls les contributeurs aux abonnements ${joined('de', parent)} et ${provider} y ajoutent des comptes clients.`,
    addText: account =>
      `Il devient pour de bon un client ${joined('de', account)}. Ses gens voient quel est son compte parent et qui y agit à ce titre.`,
    identity: 'Comment il s’appelle',
    nameHint:
      'Tel qu’il figure dans le portail et les courriels. Le nom court des adresses en est tiré et ne change plus.',
    legalNameHint: 'Telle que l’entreprise est enregistrée.',
    place: 'Où il se trouve',
    zoneHint: 'Un accès «\u00a0jusqu’à une date\u00a0» prend fin avec cette journée ici.',
    contact: 'Comment le joindre',
    phoneHint:
      'De préférence avec l’indicatif du pays, comme +1 604 555 0123. Sans lui, c’est un numéro de votre propre pays.',
    emergencyHint: 'Qui appeler, et à quel numéro, en cas de problème la nuit.',
    optional: 'facultatif',
    standing: 'Ce qu’il a',
    brand: 'Domaine de marque',
    brandHint: 'Il habille les courriels envoyés aux personnes du compte client.',
    products: 'Produits',
    productsHint: (account, provider) =>
      `Ceux ${joined('de', account)}. Pour un autre, adressez-vous à ${provider}.`,
    noProducts: (account, provider) =>
      `${account} n’a aucun produit à transmettre. ${provider} peut en ajouter.`,
    owner: 'Premier propriétaire du compte',
    ownerText: acting =>
      `Est invité par courriel. Si vous ne nommez personne, les contributeurs aux services de ce compte y agissent jusqu’à ce que quelqu’un soit ajouté\u202F: ${acting}.`,
    ownerTextNobody:
      'Est invité par courriel. Ce compte n’a aucun contributeur aux services\u202F: si vous ne nommez personne, nul n’y décide de l’accès des partenaires avant que votre fournisseur, qui le voit, désigne quelqu’un.',
    ownerName: 'Nom',
    ownerEmail: 'Adresse courriel',
    looked: 'J’ai vérifié\u202F: c’est une autre entreprise',
    lookedHint: 'Nécessaire seulement si le portail signale qu’un compte porte déjà ce nom.',
    save: 'Ajouter le compte client',
    saving: 'Ajout…',
    cancel: 'Annuler',
    notAdded: 'Aucun compte client n’a été ajouté. Veuillez vérifier ce qui est indiqué.',
    mixedScripts:
      'Ce nom mêle des lettres semblables de plusieurs alphabets. Saisissez-le de nouveau dans un seul alphabet\u202F; s’il est exact, cochez la case qui dit que vous avez vérifié.',
    likeProvider: of =>
      `Ce nom peut être pris pour ${of}, le fournisseur. S’il est exact, cochez la case qui dit que vous avez vérifié.`,
    likeKnown: of =>
      `L’un de vos comptes porte déjà ce nom, ou presque\u202F: ${of}. S’il s’agit d’une autre entreprise, cochez la case qui dit que vous avez vérifié.`,
    likeOther:
      'Un autre compte du fournisseur porte déjà ce nom, ou presque. S’il s’agit d’une autre entreprise, cochez la case qui dit que vous avez vérifié.',
    unknownBrand: 'Choisissez l’un des domaines de marque en service.',
    notItsProduct: 'Ce compte n’a plus tous ces produits. Choisissez parmi ceux qu’il a.',
    enoughToday: (most, from) =>
      `Il peut être ajouté ${most} comptes clients en 24 heures, pas davantage. Le prochain dès le ${from}\u202F; votre fournisseur peut en importer beaucoup à la fois.`,
    shutOut: 'Cette adresse ne peut pas être utilisée ici. Demandez à la personne une autre de ses adresses.',
  },
})
