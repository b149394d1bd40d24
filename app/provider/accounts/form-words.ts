import type { Namesake } from '#lib/account/namesake.ts'
import { bilingual, type Language, plural } from '#lib/language.ts'

/** What the forms of an account say. */
export const formWords = bilingual({
  en: {
    newTitle: 'New account',
    newText: 'The people you name here are invited at once, each by an e-mail of their own.',
    editTitle: 'Edit details',
    productsTitle: 'Products',
    productsText: 'A product that holds services or end users can’t be removed before these are gone.',
    identity: 'What it is called',
    nameHint:
      'As it stands in the portal and in letters. The short name in addresses is made from it and stays.',
    legalNameHint: 'As the customer’s firm is registered.',
    place: 'Where it is',
    contact: 'How it is reached',
    phoneHint: 'With the country’s code, if you like: +1 604 555 0123.',
    emergencyHint: 'Whom to call, and at which number, when something goes wrong at night.',
    zoneHint: 'Access “until a date” ends with that day here.',
    standing: 'Where it belongs',
    brand: 'Home branding domain',
    brandHint: 'It dresses the letters to people of the account.',
    brandEditHint:
      'It dresses the letters to people who are not yet known, and is the first choice for whoever is added. People who are there already stay where they sign in.',
    parent: 'Parent account',
    parentHint:
      'Name or short name of the account whose client this is. Set once, here. Empty for a customer of your own.',
    products: 'Products',
    people: 'Who looks after it',
    peopleText:
      'One person may be named several times, by the same name: they get all of these roles, and one letter.',
    kindText: {
      owner: 'Sees and changes the account, and decides on partner access.',
      service: 'Whom your customer service speaks with.',
      support: 'Whom your support speaks with.',
      provisioning: 'Whom you speak with about new services.',
    },
    personName: 'Name',
    email: 'Email',
    roles: 'Roles',
    optional: 'optional',
    create: 'Create account',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    back: 'Account',
    looked: 'I have looked: this is another customer',
    lookedHint: 'Needed only where the portal says that an account is called so already.',
    namesake: {
      'mixed-scripts': () =>
        'This name mixes letters of several alphabets that look alike. Type it anew, in one alphabet; if it is right as it is, tick the box that you have looked.',
      provider: (of: string) =>
        `This name could be taken for ${of}, your own. If it is right, tick the box that you have looked.`,
      account: (of: string) =>
        `An open account is called so already, or nearly: ${of}. If this is another customer, tick the box that you have looked.`,
    } satisfies Record<Namesake['kind'], (of: string) => string>,
    contacts: 'Whom to speak with',
    contactsText:
      'Chosen among the account managers, administrators and portal users of the account. What somebody may do there is not changed by it. Whoever is removed from the account is no contact any more.',
    nobody: 'Nobody',
    contactChoice: (name: string, kind: string, email: string) => `${name} · ${kind} · ${email}`,
    unknownContact: 'This person is not on the account any more. Choose somebody else, or nobody.',
    unknownBrand: 'Choose one of your branding domains that are in use.',
    unknownParent: 'No open account of yours is called that. Type its whole name, or its short name.',
    severalParents: (names: string) =>
      `Several accounts could be meant. Type the short name of one of them: ${names}.`,
    heldProduct: (product: string, services: number, endUsers: number) =>
      `${product} can’t be removed: it holds ${[
        services > 0 ? `${services} ${plural('en', services, 'service', 'services')}` : '',
        endUsers > 0 ? `${endUsers} ${plural('en', endUsers, 'end user', 'end users')}` : '',
      ]
        .filter(Boolean)
        .join(' and ')}. Remove these first.`,
    shutOut: 'This address can’t be used here. Ask the person for another address of theirs.',
    notChanged: 'Nothing was changed. Please look at what is marked.',
  },
  fr: {
    newTitle: 'Nouveau compte',
    newText: 'Les personnes que vous nommez ici sont invitées aussitôt, chacune par un courriel.',
    editTitle: 'Modifier les renseignements',
    productsTitle: 'Produits',
    productsText:
      'Un produit qui compte des services ou des utilisateurs finaux ne peut pas être retiré avant eux.',
    identity: 'Comment il s’appelle',
    nameHint:
      'Tel qu’il figure dans le portail et les courriels. Le nom court des adresses en est tiré et ne change plus.',
    legalNameHint: 'Telle que l’entreprise du client est enregistrée.',
    place: 'Où il se trouve',
    contact: 'Comment le joindre',
    phoneHint: 'Avec l’indicatif du pays, au besoin\u202F: +1 604 555 0123.',
    emergencyHint: 'Qui appeler, et à quel numéro, en cas de problème la nuit.',
    zoneHint: 'Un accès «\u00a0jusqu’à une date\u00a0» prend fin avec cette journée ici.',
    standing: 'À quoi il se rattache',
    brand: 'Domaine de marque d’attache',
    brandHint: 'Il habille les courriels envoyés aux personnes du compte.',
    brandEditHint:
      'Il habille les courriels aux personnes qui ne sont pas encore connues et est proposé d’abord pour celles qu’on ajoute. Les personnes déjà présentes restent là où elles se connectent.',
    parent: 'Compte parent',
    parentHint:
      'Nom ou nom court du compte dont celui-ci est le client. Fixé ici, une fois pour toutes. Vide pour votre propre client.',
    products: 'Produits',
    people: 'Qui s’en occupe',
    peopleText:
      'Une personne peut être nommée plusieurs fois, sous le même nom\u202F: elle reçoit tous ces rôles, et un seul courriel.',
    kindText: {
      owner: 'Voit et modifie le compte, et décide de l’accès des partenaires.',
      service: 'La personne à qui parle votre service à la clientèle.',
      support: 'La personne à qui parle votre soutien technique.',
      provisioning: 'La personne à qui vous parlez des nouveaux services.',
    },
    personName: 'Nom',
    email: 'Adresse courriel',
    roles: 'Rôles',
    optional: 'facultatif',
    create: 'Créer le compte',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    cancel: 'Annuler',
    back: 'Compte',
    looked: 'J’ai vérifié\u202F: c’est un autre client',
    lookedHint: 'Nécessaire seulement si le portail signale qu’un compte porte déjà ce nom.',
    namesake: {
      'mixed-scripts': () =>
        'Ce nom mêle des lettres semblables de plusieurs alphabets. Saisissez-le de nouveau dans un seul alphabet\u202F; s’il est exact, cochez la case qui dit que vous avez vérifié.',
      provider: (of: string) =>
        `Ce nom peut être pris pour ${of}, le vôtre. S’il est exact, cochez la case qui dit que vous avez vérifié.`,
      account: (of: string) =>
        `Un compte ouvert porte déjà ce nom, ou presque\u202F: ${of}. S’il s’agit d’un autre client, cochez la case qui dit que vous avez vérifié.`,
    },
    contacts: 'À qui parler',
    contactsText:
      'À choisir parmi les gestionnaires, les administrateurs et les utilisateurs du portail de ce compte. Ce qu’une personne peut y faire n’en est pas modifié. Une personne retirée du compte n’en est plus le contact.',
    nobody: 'Personne',
    contactChoice: (name: string, kind: string, email: string) => `${name} · ${kind} · ${email}`,
    unknownContact:
      'Cette personne n’est plus dans ce compte. Choisissez-en une autre, ou laissez «\u00A0Personne\u00A0».',
    unknownBrand: 'Choisissez l’un de vos domaines de marque en service.',
    unknownParent: 'Aucun de vos comptes ouverts ne porte ce nom. Saisissez son nom entier ou son nom court.',
    severalParents: (names: string) =>
      `Plusieurs comptes sont possibles. Saisissez le nom court de l’un d’eux\u202F: ${names}.`,
    heldProduct: (product: string, services: number, endUsers: number) =>
      `${product} ne peut pas être retiré\u202F: ${[
        services > 0 ? `${services} ${plural('fr', services, 'service', 'services')}` : '',
        endUsers > 0
          ? `${endUsers} ${plural('fr', endUsers, 'utilisateur final', 'utilisateurs finaux')}`
          : '',
      ]
        .filter(Boolean)
        .join(' et ')} en dépendent. Retirez-les d’abord.`,
    shutOut: 'Cette adresse ne peut pas être utilisée ici. Demandez à la personne une autre de ses adresses.',
    notChanged: 'Rien n’a été modifié. Veuillez vérifier ce qui est indiqué.',
  },
})

export function namesakeSentence(namesake: Namesake, language: Language): string {
  const say = formWords[language].namesake
  if (namesake.kind === 'account') return say.account(`${namesake.of.name} (${namesake.of.slug})`)
  return namesake.kind === 'provider' ? say.provider(namesake.of) : say['mixed-scripts']()
}
