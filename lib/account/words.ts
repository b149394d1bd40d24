import {
  type EndUserLevel,
  isEndUserLevel,
  isProduct,
  type Product,
  productsFrom,
  type ServiceKind,
} from '#lib/access/products.ts'
import { plainList } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual, isLanguage, type Language, languageNames } from '#lib/language.ts'
import { quoted } from '#lib/overtaken.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import type { Seen } from '#lib/result.ts'
import type { ContactKind } from './contacts.ts'
import type { ChangedField } from './details.ts'
import type { EndUserRefusal } from './end-user.ts'
import type { ServiceRefusal } from './service.ts'

/** What products, services and the fields of an account are called, and why an edit can't be taken. */
export const accountWords = bilingual({
  en: {
    product: {
      'business-cloud-communications': 'Business Cloud Communications',
      'cloud-pbx': 'Cloud PBX',
      'business-lines': 'Business Lines',
      'sip-trunks': 'SIP Trunks',
      'specialty-lines': 'Specialty Lines',
      branding: 'Branding',
    } satisfies Record<Product, string>,
    kind: { number: 'Number', trunk: 'Trunk', device: 'Device' } satisfies Record<ServiceKind, string>,
    level: { 'super-admin': 'Super Admin', admin: 'Admin', user: 'User' } satisfies Record<
      EndUserLevel,
      string
    >,
    field: {
      name: 'Name',
      legalName: 'Legal name',
      addressLine: 'Street address',
      city: 'City',
      postalCode: 'Postal code',
      country: 'Country',
      phone: 'Phone',
      emergencyContact: 'Emergency contact',
      timeZone: 'Time zone',
      label: 'Label',
      forwardTo: 'Forward to',
      enabled: 'In use',
      extension: 'Extension',
      level: 'Level',
      products: 'Products',
      homeBrand: 'Branding domain',
      language: 'Language',
      ownerContact: 'Contact (owner)',
      serviceContact: 'Contact (customer service)',
      supportContact: 'Contact (support)',
      provisioningContact: 'Contact (provisioning)',
    } satisfies Record<ChangedField, string>,
    contact: {
      owner: 'Owner',
      service: 'Customer service',
      support: 'Support',
      provisioning: 'Provisioning',
    } satisfies Record<ContactKind, string>,
    notSet: 'Not set',
    on: 'In use',
    off: 'Switched off',
    yes: 'yes',
    no: 'no',
    service: {
      'forwards-to-itself': 'A number can’t forward to itself. Enter another number, or leave this empty.',
      'has-no-forwarding': 'Only a number can forward calls.',
    } satisfies Record<ServiceRefusal, string>,
    endUser: {
      'not-an-extension': () => 'An extension has 2 to 6 digits and nothing else.',
      'emergency-extension': (emergency: string) =>
        `This would be in the way of the emergency number ${emergency}: one begins with the other. Choose another extension.`,
      'extension-taken': (extension: string, holder: string) =>
        `Extension ${extension} is ${holder}’s on this account. Choose another one.`,
      'extension-in-use': (senders: string) =>
        `Calls are sent on to this extension by ${senders}. Change that there first, or give another extension.`,
      'too-many-extensions': () => 'This account has as many extensions as it can have. Remove some first.',
      'no-pbx': () => 'This account has no product with a virtual PBX any more, so it gets no extensions.',
      'not-a-level': () => 'This product has no such level. Choose one of those offered.',
      'level-not-theirs-to-give': () =>
        'Somebody who helps by a partner’s access gives the level User only. The account’s own people give the others.',
      'name-is-their-own': () => 'Only this person changes their name, on their own profile page.',
    } satisfies Record<EndUserRefusal, (extension: string, holder: string) => string>,
    details: {
      alike:
        'This name could be taken for somebody else’s in this portal. Choose another one, or ask your provider to set it for you.',
    },
    notSaved: 'Nothing was saved. Please look at what is marked.',
  },
  fr: {
    product: {
      'business-cloud-communications': 'Communications infonuagiques d’affaires',
      'cloud-pbx': 'PBX infonuagique',
      'business-lines': 'Lignes d’affaires',
      'sip-trunks': 'Liaisons SIP',
      'specialty-lines': 'Lignes spécialisées',
      branding: 'Image de marque',
    },
    kind: { number: 'Numéro', trunk: 'Liaison', device: 'Appareil' },
    level: { 'super-admin': 'Super administrateur', admin: 'Administrateur', user: 'Utilisateur' },
    field: {
      name: 'Nom',
      legalName: 'Dénomination sociale',
      addressLine: 'Adresse',
      city: 'Ville',
      postalCode: 'Code postal',
      country: 'Pays',
      phone: 'Téléphone',
      emergencyContact: 'Personne à joindre en cas d’urgence',
      timeZone: 'Fuseau horaire',
      label: 'Libellé',
      forwardTo: 'Renvoi vers',
      enabled: 'En service',
      extension: 'Poste',
      level: 'Niveau',
      products: 'Produits',
      homeBrand: 'Domaine de marque',
      language: 'Langue',
      ownerContact: 'Contact (propriétaire)',
      serviceContact: 'Contact (service à la clientèle)',
      supportContact: 'Contact (soutien technique)',
      provisioningContact: 'Contact (mise en service)',
    },
    contact: {
      owner: 'Propriétaire',
      service: 'Service à la clientèle',
      support: 'Soutien technique',
      provisioning: 'Mise en service',
    },
    notSet: 'Non indiqué',
    on: 'En service',
    off: 'Hors service',
    yes: 'oui',
    no: 'non',
    service: {
      'forwards-to-itself':
        'Un numéro ne peut pas être renvoyé vers lui-même. Saisissez un autre numéro ou laissez ce champ vide.',
      'has-no-forwarding': 'Seul un numéro peut renvoyer des appels.',
    },
    endUser: {
      'not-an-extension': () => 'Un poste compte de 2 à 6 chiffres, et rien d’autre.',
      'emergency-extension': emergency =>
        `Ce poste gênerait le numéro d’urgence ${emergency}\u202F: l’un commence par l’autre. Choisissez un autre poste.`,
      'extension-taken': (extension: string, holder: string) =>
        `Le poste ${extension} est déjà celui ${joined('de', holder)} dans ce compte. Choisissez-en un autre.`,
      'extension-in-use': senders =>
        `Des appels sont envoyés à ce poste par ${senders}. Changez-le d’abord là-bas, ou donnez un autre poste.`,
      'too-many-extensions': () =>
        'Ce compte a déjà autant de postes qu’il peut en avoir. Retirez-en d’abord quelques-uns.',
      'no-pbx': () => 'Ce compte n’a plus de produit avec un PBX virtuel, il ne reçoit donc pas de postes.',
      'not-a-level': () => 'Ce produit n’a pas ce niveau. Choisissez l’un de ceux qui sont proposés.',
      'level-not-theirs-to-give': () =>
        'Qui aide par l’accès d’un partenaire n’attribue que le niveau Utilisateur. Les autres sont attribués par les personnes du compte.',
      'name-is-their-own': () => 'Seule cette personne peut modifier son nom, dans son propre profil.',
    },
    details: {
      alike:
        'Ce nom pourrait être pris pour celui de quelqu’un d’autre dans ce portail. Choisissez-en un autre, ou demandez à votre fournisseur de le définir.',
    },
    notSaved: 'Rien n’a été enregistré. Veuillez vérifier ce qui est indiqué.',
  },
})

/** A product's name; one that is not known yet by its code, so that nothing an account bought is hidden. */
export function productName(product: string, language: Language): string {
  return isProduct(product) ? accountWords[language].product[product] : product
}

export function levelName(level: string, language: Language): string {
  return isEndUserLevel(level) ? accountWords[language].level[level] : level
}

/** Products by name, in one line. */
export function productNames(chosen: readonly string[], language: Language): string {
  return plainList(
    chosen.map(product => productName(product, language)),
    language,
  )
}

/** A stored value as people read it: “Front desk”, yes, Super Admin, or the word for nothing at all. */
export function valueText(field: string, value: string, language: Language): string {
  const words = accountWords[language]
  if (value === '') return quoted(value, language)
  if (field === 'enabled') return value === 'on' ? words.yes : words.no
  if (field === 'level' && isEndUserLevel(value)) return words.level[value]
  if (field === 'product') return productName(value, language)
  if (field === 'products') return productNames(productsFrom(value), language)
  if (field === 'language' && isLanguage(value)) return languageNames[value]
  return quoted(field === 'timeZone' ? zoneText(value, language) : value, language)
}

export function endUserRefusalSentence(
  refusal: EndUserRefusal,
  seen: Seen | undefined,
  language: Language,
): string {
  return accountWords[language].endUser[refusal](seen?.state ?? '', seen?.by ?? '')
}
