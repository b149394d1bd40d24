import { wholeNumber } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { type Overtook, quoted, tellOvertaken } from '#lib/overtaken.ts'
import {
  type ContactField,
  contactFields,
  type FileColumn,
  groupsIn,
  mostContacts,
  mostGroups,
} from './contact.ts'

/** Why something of a phonebook was not kept. */
export type PhonebookRefusal = 'too-many' | 'group-taken' | 'too-many-groups'

/** What the parts of a contact are called, and why something was not kept. */
export const phonebookWords = bilingual({
  en: {
    field: {
      name: 'Name',
      company: 'Company',
      work: 'Work',
      mobile: 'Mobile',
      home: 'Home',
      email: 'Email',
      note: 'Note',
      groups: 'Groups',
      id: 'ID',
    } satisfies Record<FileColumn, string>,
    refusal: {
      'too-many': `A phonebook holds ${wholeNumber(mostContacts, 'en')} contacts at most. Remove some first.`,
      'group-taken':
        'There is a group of this name already; case and accents make no difference. Choose another name.',
      'too-many-groups': `A phonebook has ${mostGroups} groups at most. Remove one first.`,
    } satisfies Record<PhonebookRefusal, string>,
    removed: (by: string | null) =>
      `This contact was removed in the meantime${by ? ` by ${by}` : ''}. Nothing of yours was saved.`,
    there: 'This contact is in the phonebook already.',
    groupRemoved: (by: string | null) =>
      `This group was removed in the meantime${by ? ` by ${by}` : ''}. Nothing was changed.`,
    noGroup: 'none',
    someGroup: 'a group that was removed',
  },
  fr: {
    field: {
      name: 'Nom',
      company: 'Entreprise',
      work: 'Travail',
      mobile: 'Mobile',
      home: 'Domicile',
      email: 'Courriel',
      note: 'Note',
      groups: 'Groupes',
      id: 'Identifiant',
    },
    refusal: {
      'too-many': `Un répertoire compte au plus ${wholeNumber(mostContacts, 'fr')} contacts. Retirez-en d’abord.`,
      'group-taken':
        'Il y a déjà un groupe de ce nom\u202F; ni la casse ni les accents ne comptent. Choisissez un autre nom.',
      'too-many-groups': `Un répertoire compte au plus ${mostGroups} groupes. Retirez-en un d’abord.`,
    },
    removed: by =>
      `Ce contact a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été enregistré de votre part.`,
    there: 'Ce contact figure déjà dans le répertoire.',
    groupRemoved: by => `Ce groupe a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été modifié.`,
    noGroup: 'aucun',
    someGroup: 'un groupe retiré',
  },
})

/** The names of groups by their ids, as they stand behind a form. */
export type GroupNames = ReadonlyMap<string, string>

/** The groups of a contact as people read them: "Customers, Suppliers". */
export function groupNames(text: string, names: GroupNames, language: Language): string {
  const words = phonebookWords[language]
  return (
    groupsIn(text)
      .map(id => names.get(id) ?? words.someGroup)
      .sort((a, b) => a.localeCompare(b, language))
      .join(', ') || words.noGroup
  )
}

/** What the later of two people is told who change a contact: see `tellOvertaken`. */
export function overtakenContact(
  overtook: Overtook<ContactField>,
  names: GroupNames,
  zone: string,
  language: Language,
) {
  const telling = {
    names: phonebookWords[language].field,
    value: (field: ContactField, stored: string) =>
      field === 'groups' ? groupNames(stored, names, language) : quoted(stored, language),
  }
  const { values, ...told } = tellOvertaken(contactFields, overtook, telling, zone, language)
  return { ...told, values: { ...values, groups: [...groupsIn(overtook.merged.groups)] } }
}
