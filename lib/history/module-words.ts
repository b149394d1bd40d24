import { wholeNumber } from '#lib/format.ts'
import { bilingual, type Language, plural } from '#lib/language.ts'
import type { Told } from './told.ts'

const many = (n: number | undefined, one: string, other: string, language: Language) =>
  `${wholeNumber(n ?? 0, language)} ${plural(language, n ?? 0, one, other)}`

/** What is done in an account's modules, as words.ts has it of all others: the acts' names and their sentences. */
export const moduleWords = bilingual({
  en: {
    title: {
      'contact.added': 'Contact added',
      'contact.updated': 'Contact changed',
      'contact.removed': 'Contact removed',
      'contact.restored': 'Contact brought back',
      'contacts.removed': 'Contacts removed',
      'contacts.restored': 'Contacts brought back',
      'contacts.grouped': 'Contacts put into a group',
      'contacts.imported': 'Contacts imported',
      'contact-group.added': 'Contact group added',
      'contact-group.renamed': 'Contact group renamed',
      'contact-group.removed': 'Contact group removed',
      'contact-group.restored': 'Contact group brought back',
      'phonebook-address.made': 'Phonebook address made',
      'phonebook-address.replaced': 'Phonebook address replaced',
      'phonebook-address.ended': 'Phonebook address switched off',
      'call-records.imported': 'Call records imported',
      'sms.sent': 'Text message sent',
      'fax.sent': 'Fax sent',
      'fax.removed': 'Fax removed',
      'fax.restored': 'Fax brought back',
    },
    sentence: {
      'contact.added': ({ what }: Told) => `Added the contact ${what} to the phonebook.`,
      'contact.updated': ({ what }: Told) => `Changed the contact ${what}.`,
      'contact.removed': ({ what }: Told) => `Removed the contact ${what} from the phonebook.`,
      'contact.restored': ({ what }: Told) => `Brought the contact ${what} back into the phonebook.`,
      'contacts.removed': ({ what, whom }: Told) => `Removed ${what} contacts from the phonebook: ${whom}.`,
      'contacts.restored': ({ what, whom }: Told) =>
        `Brought ${what} contacts back into the phonebook: ${whom}.`,
      'contacts.grouped': ({ what, whom }: Told) => `Put these contacts into the group “${what}”: ${whom}.`,
      'contacts.imported': ({ counts }: Told) =>
        `Took a file into the phonebook: ${many(counts.added, 'contact', 'contacts', 'en')} added, ${wholeNumber(counts.changed ?? 0, 'en')} changed, ${wholeNumber(counts.same ?? 0, 'en')} as they were.`,
      'contact-group.added': ({ what }: Told) => `Added the contact group “${what}”.`,
      'contact-group.renamed': ({ what }: Told) => `Renamed the contact group “${what}”.`,
      'contact-group.removed': ({ what }: Told) =>
        `Removed the contact group “${what}”; its contacts stayed.`,
      'contact-group.restored': ({ what }: Told) => `Brought the contact group “${what}” back.`,
      'phonebook-address.made': () =>
        'Made the address at which phones read the phonebook without signing in.',
      'phonebook-address.replaced': () =>
        'Replaced the address at which phones read the phonebook; the old one reads nothing any more.',
      'phonebook-address.ended': () => 'Switched off the address at which phones read the phonebook.',
      'call-records.imported': ({ counts }: Told) =>
        `Took a file into the call log: ${many(counts.added, 'record', 'records', 'en')} added, ${wholeNumber(counts.same ?? 0, 'en')} known already.`,
      'sms.sent': ({ what, whom }: Told) => `Sent a text message to ${what} from ${whom}.`,
      'fax.sent': ({ what, whom }: Told) => `Sent a fax to ${what} from ${whom}.`,
      'fax.removed': ({ what }: Told) => `Removed a fax from or to ${what || 'a withheld number'}.`,
      'fax.restored': ({ what }: Told) => `Brought a fax from or to ${what || 'a withheld number'} back.`,
    },
  },
  fr: {
    title: {
      'contact.added': 'Contact ajouté',
      'contact.updated': 'Contact modifié',
      'contact.removed': 'Contact retiré',
      'contact.restored': 'Contact repris',
      'contacts.removed': 'Contacts retirés',
      'contacts.restored': 'Contacts repris',
      'contacts.grouped': 'Contacts mis dans un groupe',
      'contacts.imported': 'Contacts importés',
      'contact-group.added': 'Groupe de contacts ajouté',
      'contact-group.renamed': 'Groupe de contacts renommé',
      'contact-group.removed': 'Groupe de contacts retiré',
      'contact-group.restored': 'Groupe de contacts repris',
      'phonebook-address.made': 'Adresse du répertoire créée',
      'phonebook-address.replaced': 'Adresse du répertoire remplacée',
      'phonebook-address.ended': 'Adresse du répertoire désactivée',
      'call-records.imported': 'Relevés d’appels importés',
      'sms.sent': 'SMS envoyé',
      'fax.sent': 'Télécopie envoyée',
      'fax.removed': 'Télécopie retirée',
      'fax.restored': 'Télécopie reprise',
    },
    sentence: {
      'contact.added': ({ what }: Told) => `A ajouté le contact ${what} au répertoire.`,
      'contact.updated': ({ what }: Told) => `A modifié le contact ${what}.`,
      'contact.removed': ({ what }: Told) => `A retiré le contact ${what} du répertoire.`,
      'contact.restored': ({ what }: Told) => `A repris le contact ${what} dans le répertoire.`,
      'contacts.removed': ({ what, whom }: Told) => `A retiré ${what} contacts du répertoire\u202F: ${whom}.`,
      'contacts.restored': ({ what, whom }: Told) =>
        `A repris ${what} contacts dans le répertoire\u202F: ${whom}.`,
      'contacts.grouped': ({ what, whom }: Told) =>
        `A mis ces contacts dans le groupe «\u00A0${what}\u00A0»\u202F: ${whom}.`,
      'contacts.imported': ({ counts }: Told) =>
        `A importé un fichier dans le répertoire\u202F: ${many(counts.added, 'contact ajouté', 'contacts ajoutés', 'fr')}, ${many(counts.changed, 'modifié', 'modifiés', 'fr')}, ${many(counts.same, 'inchangé', 'inchangés', 'fr')}.`,
      'contact-group.added': ({ what }: Told) => `A ajouté le groupe de contacts «\u00A0${what}\u00A0».`,
      'contact-group.renamed': ({ what }: Told) => `A renommé le groupe de contacts «\u00A0${what}\u00A0».`,
      'contact-group.removed': ({ what }: Told) =>
        `A retiré le groupe de contacts «\u00A0${what}\u00A0»\u202F; ses contacts sont restés.`,
      'contact-group.restored': ({ what }: Told) => `A repris le groupe de contacts «\u00A0${what}\u00A0».`,
      'phonebook-address.made': () =>
        'A créé l’adresse où les téléphones lisent le répertoire sans se connecter.',
      'phonebook-address.replaced': () =>
        'A remplacé l’adresse où les téléphones lisent le répertoire\u202F; l’ancienne ne donne plus rien.',
      'phonebook-address.ended': () => 'A désactivé l’adresse où les téléphones lisent le répertoire.',
      'call-records.imported': ({ counts }: Told) =>
        `A importé un fichier dans le journal d’appels\u202F: ${many(counts.added, 'relevé ajouté', 'relevés ajoutés', 'fr')}, ${many(counts.same, 'déjà connu', 'déjà connus', 'fr')}.`,
      'sms.sent': ({ what, whom }: Told) => `A envoyé un SMS au ${what} depuis le ${whom}.`,
      'fax.sent': ({ what, whom }: Told) => `A envoyé une télécopie au ${what} depuis le ${whom}.`,
      'fax.removed': ({ what }: Told) =>
        `A retiré une télécopie échangée avec ${what || 'un numéro masqué'}.`,
      'fax.restored': ({ what }: Told) =>
        `A repris une télécopie échangée avec ${what || 'un numéro masqué'}.`,
    },
  },
})
