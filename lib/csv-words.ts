import { fieldSentence } from './form-fields.ts'
import { wholeNumber } from './format.ts'
import { bilingual, type Language } from './language.ts'

/** What is wrong with a file or with a line of it, and the cure; `fact` is what stands behind the code's colon. */
export const csvFaultWords = bilingual({
  en: {
    utf16: () => 'This file is UTF-16. Save it as “CSV UTF-8 (comma delimited)”.',
    'not-utf8': () =>
      'This is not UTF-8, or letters of it were lost before; Latin-1 or Windows-1252 looks like this. Save the whole file as “CSV UTF-8” and look at its accents.',
    empty: () => 'This file is empty. Its first line names the columns.',
    'other-separator': () =>
      'The columns must be separated by commas. Save the file as “CSV UTF-8 (comma delimited)”.',
    'old-line-ends': () =>
      'The lines end with a bare carriage return. Save the file with line ends of Windows or Unix.',
    'unknown-column': (fact: string) => `There is no such column. Take it out, or call it one of: ${fact}.`,
    'column-twice': () => 'This column is there twice. Keep one of them.',
    'column-missing': () => 'This column is needed. Add it to the first line and to every row.',
    'too-few-fields': (fact: string, value: string) =>
      `This row has ${value} fields where the first line names ${fact}. Add the missing ones, empty if need be.`,
    'too-many-fields': (fact: string, value: string) =>
      `This row has ${value} fields where the first line names ${fact}. Put quotes around a field that holds a comma.`,
    'line-too-long': () =>
      'This line is longer than 65,536 bytes; no row is. Shorten the field, or look for a missing line end.',
    'stray-quote': (fact: string) =>
      `There is a quote at character ${fact} of the line, within a field that does not begin with one. Put the whole field in quotes and double those inside it.`,
    'open-quote': (fact: string) =>
      `The quote at character ${fact} is not closed on this line. Close it; a field here has no line breaks.`,
    'after-quote': (fact: string) =>
      `Something stands behind a closing quote, at character ${fact} of the line. Only a comma may; double the quotes inside a field.`,
    formula: (fact: string) =>
      `This begins with ${fact}, as a formula does. Take the sign out, or put an apostrophe before it if it belongs to the text.`,
    'not-one-of': (fact: string) => `Write one of: ${fact}.`,
    'not-seconds': () => 'These are no seconds. Write a whole number, like 95; a week at most.',
    'not-a-moment': () =>
      'This is no moment. Write day, time and distance from UTC, like 2026-11-24T14:05:00-08:00.',
    'too-many-rows': (fact: string) => `This file has more than ${fact} rows. Divide it into several.`,
  },
  fr: {
    utf16: () =>
      'Ce fichier est en UTF-16. Enregistrez-le au format «\u00A0CSV UTF-8 (délimité par des virgules)\u00A0».',
    'not-utf8': () =>
      'Ce n’est pas de l’UTF-8, ou des lettres ont été perdues auparavant\u202F; du Latin-1 ou du Windows-1252 ressemble à cela. Enregistrez tout le fichier au format «\u00A0CSV UTF-8\u00A0» et vérifiez ses accents.',
    empty: () => 'Ce fichier est vide. Sa première ligne nomme les colonnes.',
    'other-separator': () =>
      'Les colonnes doivent être séparées par des virgules. Enregistrez le fichier au format «\u00A0CSV UTF-8 (délimité par des virgules)\u00A0».',
    'old-line-ends': () =>
      'Les lignes finissent par un simple retour chariot. Enregistrez le fichier avec des fins de ligne Windows ou Unix.',
    'unknown-column': fact =>
      `Cette colonne n’existe pas. Supprimez-la ou nommez-la d’un de ces noms\u202F: ${fact}.`,
    'column-twice': () => 'Cette colonne figure deux fois. Gardez-en une.',
    'column-missing': () =>
      'Cette colonne est nécessaire. Ajoutez-la à la première ligne et à chaque rangée.',
    'too-few-fields': (fact, value) =>
      `Cette rangée compte ${value} champs, mais la première ligne en nomme ${fact}. Ajoutez ceux qui manquent, vides au besoin.`,
    'too-many-fields': (fact, value) =>
      `Cette rangée compte ${value} champs, mais la première ligne en nomme ${fact}. Mettez entre guillemets un champ qui contient une virgule.`,
    'line-too-long': () =>
      'Cette ligne dépasse 65\u202F536 octets, ce qu’aucune rangée n’atteint. Raccourcissez le champ ou cherchez une fin de ligne manquante.',
    'stray-quote': fact =>
      `Il y a un guillemet droit au caractère ${fact} de la ligne, dans un champ qui ne commence pas par un tel signe. Mettez tout le champ entre guillemets droits et doublez ceux qu’il contient.`,
    'open-quote': fact =>
      `Le guillemet droit du caractère ${fact} n’est pas fermé sur cette ligne. Fermez-le\u202F; un champ n’a ici aucun saut de ligne.`,
    'after-quote': fact =>
      `Quelque chose suit un guillemet droit fermant, au caractère ${fact} de la ligne. Seule une virgule le peut\u202F; doublez les guillemets droits dans un champ.`,
    formula: fact =>
      `Ce texte commence par ${fact}, comme une formule. Supprimez ce signe, ou mettez une apostrophe devant s’il fait partie du texte.`,
    'not-one-of': fact => `Écrivez l’une de ces valeurs\u202F: ${fact}.`,
    'not-seconds': () =>
      'Ce ne sont pas des secondes. Écrivez un nombre entier, comme 95\u202F; une semaine au plus.',
    'not-a-moment': () =>
      'Ce n’est pas un moment. Écrivez la date, l’heure et l’écart avec UTC, comme 2026-11-24T14:05:00-08:00.',
    'too-many-rows': count => `Ce fichier compte plus de ${count} rangées. Divisez-le en plusieurs.`,
  },
})

type CsvCode = keyof (typeof csvFaultWords)['en']

/** A code of a fault and the fact behind its colon. */
export function codeAndFact(code: string): readonly [code: string, fact: string] {
  const at = code.indexOf(':')
  return at < 0 ? [code, ''] : [code.slice(0, at), code.slice(at + 1)]
}

/** The sentence for a fault of a file that somebody reads in their own language. */
export function csvFaultSentence(code: string, value: string, language: Language): string {
  const [name, fact] = codeAndFact(code)
  const words: Readonly<Record<string, (fact: string, value: string) => string>> = csvFaultWords[language]
  const said = /^\d+$/.test(fact) ? wholeNumber(Number(fact), language) : fact
  return Object.hasOwn(words, name)
    ? (words[name as CsvCode]?.(said, value) ?? '')
    : fieldSentence(code, language)
}
