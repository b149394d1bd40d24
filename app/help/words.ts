import { bilingual } from '#lib/language.ts'

/** The page that tells who may do what, and what the portal's words mean. */
export const words = bilingual({
  en: {
    title: 'Who may do what',
    text: 'This table is what the portal itself decides by: it is worked out by the same rule, and nothing else opens a page or a button.',
    yours: 'Your rights here',
    yoursText: 'On the accounts that you may open of your own. They hold at this moment.',
    yoursNone:
      'You have no account of your own here. On a customer’s account its overview tells what you may do there, and until when.',
    whole: 'See the whole account',
    column: {
      who: 'Who',
      can: 'May',
      client: 'On a client account',
      right: 'What',
      holders: 'Who may, on any account',
      holdersClient: 'On a client account',
    },
    same: 'The same',
    without: 'The same, without:',
    nobody: 'Nobody',
    onlyThere: 'Only on client accounts',
    money: 'costs money',
    moneyText:
      'What has a financial or contractual effect is marked. On a client account nobody but its parent’s Subscription Contributors and the provider may do it, whatever their role, and no partner may anywhere. Where the parent is itself a client account, it is the provider’s alone.',
    byPerson: 'By what somebody is',
    byRight: 'By what somebody may do',
    levels: 'Who manages whom',
    levelsText:
      'From high to low. Nobody manages a person above their own level. Account Owners and account managers give every role that the account can have; a portal user with Admin gives only modules that they have themselves.',
    glossary: 'What the words mean',
    terms: [
      ['Account', 'A customer of the provider, with its own people, services and history.'],
      [
        'Client account',
        'An account whose parent is another account. Both have their own people; some of the parent’s act on it.',
      ],
      [
        'Account manager',
        'A person who manages one account, with the highest level on each of its products.',
      ],
      ['Administrator', 'A person who works on an account with one or more roles.'],
      ['Portal user', 'A person with a switch for each module: Fax, SMS, Call log, Phonebook, Admin.'],
      ['End user', 'A person who has a product, a telephone for example, and a level there.'],
      ['Partner', 'An outside firm that helps the account, with its own people.'],
      ['Access', 'What an account lets a firm do: with a scope, a start, and an end or none.'],
      ['Scope', 'How much of the account an access opens. None holds what costs money.'],
      ['Approver', 'A person who may decide for an account which partner comes in.'],
    ],
  },
  fr: {
    title: 'Qui peut faire quoi',
    text: 'C’est d’après ce tableau que le portail décide\u202F: il est tiré de la même règle, et rien d’autre n’ouvre une page ou un bouton.',
    yours: 'Vos droits ici',
    yoursText: 'Sur les comptes que vous pouvez ouvrir en propre. Ils valent en ce moment.',
    yoursNone:
      'Vous n’avez ici aucun compte en propre. Sur le compte d’un client, la vue d’ensemble dit ce que vous pouvez y faire, et jusqu’à quand.',
    whole: 'Voir tout le compte',
    column: {
      who: 'Qui',
      can: 'Peut',
      client: 'Sur un compte client',
      right: 'Quoi',
      holders: 'Qui le peut, sur tout compte',
      holdersClient: 'Sur un compte client',
    },
    same: 'La même chose',
    without: 'La même chose, sans\u202F:',
    nobody: 'Personne',
    onlyThere: 'Seulement sur les comptes clients',
    money: 'coûte de l’argent',
    moneyText:
      'Ce qui a un effet financier ou contractuel est signalé. Sur un compte client, seuls les contributeurs aux abonnements de son compte parent et le fournisseur le peuvent, quel que soit le rôle, et aucun partenaire nulle part. Si le parent est lui-même un compte client, le fournisseur seul le peut.',
    byPerson: 'Selon ce que l’on est',
    byRight: 'Selon ce que l’on peut faire',
    levels: 'Qui gère qui',
    levelsText:
      'Du plus élevé au plus bas. Nul ne gère une personne d’un niveau supérieur au sien. Les propriétaires du compte et les gestionnaires de compte accordent tous les rôles que le compte peut avoir\u202F; un utilisateur du portail avec Administration n’accorde que les modules qu’il a lui-même.',
    glossary: 'Ce que veulent dire les mots',
    terms: [
      ['Compte', 'Un client du fournisseur, avec ses propres gens, ses services et son historique.'],
      [
        'Compte client',
        'Un compte dont un autre compte est le parent. Chacun a ses propres gens\u202F; certains du parent agissent sur lui.',
      ],
      [
        'Gestionnaire de compte',
        'Une personne qui gère un seul compte, avec le niveau le plus élevé sur chacun de ses produits.',
      ],
      ['Administrateur', 'Une personne qui travaille sur un compte avec un ou plusieurs rôles.'],
      [
        'Utilisateur du portail',
        'Une personne qui a un interrupteur par module\u202F: télécopie, SMS, journal d’appels, répertoire, administration.',
      ],
      ['Utilisateur final', 'Une personne qui a un produit, un téléphone par exemple, et un niveau.'],
      ['Partenaire', 'Une entreprise extérieure qui aide le compte, avec ses propres gens.'],
      ['Accès', 'Ce qu’un compte permet à une entreprise\u202F: une étendue, un début, une fin ou aucune.'],
      ['Étendue', 'Ce qu’un accès ouvre du compte. Aucune ne comprend ce qui coûte de l’argent.'],
      ['Approbateur', 'Une personne qui décide, pour un compte, quel partenaire y entre.'],
    ],
  },
})
