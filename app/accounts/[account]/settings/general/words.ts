import type { Product } from '#lib/access/products.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'General',
    description: 'Who this account is, where it is, and how it is reached.',
    edit: 'Edit details',
    editTitle: 'Edit the account’s details',
    editText:
      'Everybody who may read this page sees what you save. The history keeps old and new, with your name.',
    back: 'General',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    optional: 'optional',
    changes: 'Who changed this',
    identity: 'What it is called',
    place: 'Where it is',
    contact: 'How it is reached',
    nameHint: 'As it stands in the portal and in letters. Addresses and bookmarks stay as they are.',
    legalNameHint: 'As your firm is registered.',
    phoneHint:
      'Best with the country code, like +1 604 555 0123. Without it, it is a number of your own country.',
    emergencyHint: 'Whom to call, and at which number, when something goes wrong at night.',
    zoneHint: 'Access “until a date” ends with that day here. Access that was given already keeps its end.',
    address: 'Address',
    none: 'Not given',
    products: 'Products',
    productsText: 'What this account bought.',
    noProducts: 'Nothing yet.',
    contacts: 'Contacts',
    contactsText:
      'Whom your provider speaks with about this account. What they may do here is not changed by it.',
    provider: 'What only your provider can do',
    providerText: (brand: string) => `Some things can’t be changed here. Ask ${brand} for them.`,
    support: 'Whom to ask',
    email: 'Email',
    phone: 'Phone',
    website: 'Website',
    always: [
      'change the contract, prices and invoices',
      'add a product or take one away',
      'appoint an Account Owner when nobody is left who may manage this account',
      'begin or end a channel relationship with a partner',
      'name other contacts',
      'close this account',
    ],
    ofProduct: {
      'business-cloud-communications':
        'order, port or release a number, and change where its emergency calls are sent',
      'cloud-pbx': 'order, port or release a number, and change where its emergency calls are sent',
      'business-lines': 'move a line to another address, or change where its emergency calls are sent',
      'sip-trunks': 'change how many channels a trunk has and where it ends',
      'specialty-lines': 'change what a specialty line is for, such as an alarm, a lift or a fax machine',
      branding: 'add or retire a branding domain',
    } satisfies Record<Product, string>,
  },
  fr: {
    title: 'Général',
    description: 'Renseignements sur le compte\u202F: son nom, où il se trouve et comment le joindre.',
    edit: 'Modifier les renseignements',
    editTitle: 'Modifier les renseignements du compte',
    editText:
      'Toutes les personnes qui peuvent lire cette page voient ce que vous enregistrez. L’historique garde l’ancienne et la nouvelle valeur, avec votre nom.',
    back: 'Général',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    cancel: 'Annuler',
    optional: 'facultatif',
    changes: 'Qui a modifié ces renseignements',
    identity: 'Comment il s’appelle',
    place: 'Où il se trouve',
    contact: 'Comment le joindre',
    nameHint:
      'Tel qu’il figure dans le portail et dans les courriels. Les adresses et les signets ne changent pas.',
    legalNameHint: 'Telle que votre entreprise est enregistrée.',
    phoneHint:
      'De préférence avec l’indicatif du pays, par exemple +1 514 555 0190. Sans lui, c’est un numéro de votre propre pays.',
    emergencyHint: 'Qui appeler, et à quel numéro, en cas de problème la nuit.',
    zoneHint:
      'Un accès «\u00A0jusqu’à une date\u00A0» prend fin avec cette journée dans ce fuseau. Les accès déjà accordés gardent leur fin.',
    address: 'Adresse',
    none: 'Non indiqué',
    products: 'Produits',
    productsText: 'Ce que ce compte a acheté.',
    noProducts: 'Rien pour l’instant.',
    contacts: 'Contacts',
    contactsText:
      'Les personnes à qui votre fournisseur parle de ce compte. Ce qu’elles peuvent faire ici n’en est pas modifié.',
    provider: 'Ce que seul votre fournisseur peut faire',
    providerText: (brand: string) =>
      `Certaines choses ne peuvent pas être modifiées ici. Demandez-les à ${brand}.`,
    support: 'À qui s’adresser',
    email: 'Adresse courriel',
    phone: 'Téléphone',
    website: 'Site Web',
    always: [
      'modifier le contrat, les prix et les factures',
      'ajouter ou retirer un produit',
      'nommer un propriétaire du compte lorsqu’il ne reste personne pour le gérer',
      'commencer ou terminer une relation de partenariat',
      'nommer d’autres contacts',
      'fermer ce compte',
    ],
    ofProduct: {
      'business-cloud-communications':
        'commander, transférer ou libérer un numéro, et modifier l’adresse de ses appels d’urgence',
      'cloud-pbx':
        'commander, transférer ou libérer un numéro, et modifier l’adresse de ses appels d’urgence',
      'business-lines': 'déménager une ligne ou modifier l’adresse de ses appels d’urgence',
      'sip-trunks': 'modifier le nombre de canaux d’une liaison et l’endroit où elle aboutit',
      'specialty-lines':
        'modifier l’usage d’une ligne spécialisée, par exemple une alarme, un ascenseur ou un télécopieur',
      branding: 'ajouter ou retirer un domaine de marque',
    },
  },
})
