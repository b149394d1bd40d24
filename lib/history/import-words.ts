import { moduleName, placeWords } from '#lib/access/place-words.ts'
import { isProduct } from '#lib/access/products.ts'
import { isModule, isRole } from '#lib/access/roles.ts'
import { accountWords } from '#lib/account/words.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { Told } from './told.ts'

type Sentence = (told: Told) => string

/** What came in with the provider's files, as words.ts has it of all others. */
export const importWords = bilingual({
  en: {
    title: {
      'account.imported': 'Account imported',
      'partner.imported': 'Partner imported',
      'staff.imported': 'Partner’s person imported',
      'staff.updated': 'Partner’s person changed',
      'relationship.imported': 'Channel relationship imported',
      'membership.imported': 'Person imported',
    },
    sentence: {
      'account.imported': () => 'Created the account by an import.',
      'partner.imported': ({ partner }) => `Entered ${partner} as a partner, by an import.`,
      'staff.imported': ({ what, partner, kind }) =>
        `Added ${what} to the people of ${partner}${kind && `, as ${kind}`}, by an import.`,
      'staff.updated': ({ what, partner }) => `Changed ${what}, one of the people of ${partner}.`,
      'relationship.imported': ({ partner }) =>
        `Made ${partner} a channel partner of the account, by an import.`,
      'membership.imported': ({ what, kind }) => `Added ${what} as ${kind}, by an import.`,
    } satisfies Record<string, Sentence>,
    staffRole: { administrator: 'partner administrator', technician: 'partner technician' },
  },
  fr: {
    title: {
      'account.imported': 'Compte importé',
      'partner.imported': 'Partenaire importé',
      'staff.imported': 'Personne d’un partenaire importée',
      'staff.updated': 'Personne d’un partenaire modifiée',
      'relationship.imported': 'Relation de partenariat importée',
      'membership.imported': 'Personne importée',
    },
    sentence: {
      'account.imported': () => 'A créé le compte par une importation.',
      'partner.imported': ({ partner }) => `A inscrit le partenaire ${partner} par une importation.`,
      'staff.imported': ({ what, partner, kind }) =>
        `A ajouté ${what} aux personnes ${joined('de', partner)}${kind && `, comme ${kind}`}, par une importation.`,
      'staff.updated': ({ what, partner }) =>
        `A modifié ${what}, une des personnes ${joined('de', partner)}.`,
      'relationship.imported': ({ partner }) =>
        `A fait de l’entreprise ${partner} un partenaire du compte, par une importation.`,
      'membership.imported': ({ what, kind }) => `A ajouté ${what} comme ${kind}, par une importation.`,
    } satisfies Record<string, Sentence>,
    staffRole: { administrator: 'administrateur du partenaire', technician: 'technicien du partenaire' },
  },
})

const productOf = (code: string, language: Language) =>
  isProduct(code) ? accountWords[language].product[code] : code

const nameOf: Readonly<Record<string, (code: string, language: Language) => string>> = {
  roles: (code, language) => (isRole(code) ? placeWords[language].role[code] : code),
  modules: (code, language) => (isModule(code) ? moduleName(code, language) : code),
  product: productOf,
  products: productOf,
  staffRole: (code, language) =>
    code === 'administrator' || code === 'technician' ? importWords[language].staffRole[code] : code,
}

/** A list of codes that a row of a file changed, in the reader's words; null where the field is none of these. */
export function codesText(field: string, value: string, language: Language): string | null {
  const name = Object.hasOwn(nameOf, field) ? nameOf[field] : undefined
  if (!name) return null
  return value === ''
    ? '–'
    : value
        .split(', ')
        .map(code => name(code, language))
        .join(', ')
}
