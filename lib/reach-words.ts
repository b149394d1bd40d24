import { bilingual } from './language.ts'

/** What is said of numbers, and of those who have them, that can’t be taken. */
export const reachWords = bilingual({
  en: {
    'not-a-phone':
      'This is not a phone number. Use 7 to 15 digits, with spaces, hyphens or brackets and a leading + if you like.',
    'not-dialable':
      'This is not a number that a telephone can dial. Use 2 to 15 digits, with spaces, hyphens or brackets and a leading + if you like; no letters. An extension behind a number belongs in the note.',
    'no-number': 'Give at least one number.',
    'no-contact': 'Choose at least one contact in the list first.',
    'no-bar': 'This label can have no upright bar. Write a hyphen.',
    'no-extension': 'Choose at least one extension in the list first.',
    'not-caller-name':
      "Networks carry 15 characters of a caller’s name, and of those only letters without accents, digits, blanks and . , & ' ( ) / -",
    'no-semicolon': 'This name can have no semicolon: in files, one stands between names. Write a comma.',
  },
  fr: {
    'not-a-phone':
      'Ce n’est pas un numéro de téléphone. Utilisez de 7 à 15 chiffres, avec au besoin des espaces, des traits d’union, des parenthèses et un + au début.',
    'not-dialable':
      'Un téléphone ne peut pas composer ce numéro. Utilisez de 2 à 15 chiffres, avec au besoin des espaces, des traits d’union, des parenthèses et un + au début, sans lettres. Un poste qui suit un numéro se met dans la note.',
    'no-number': 'Indiquez au moins un numéro.',
    'no-contact': 'Choisissez d’abord au moins un contact dans la liste.',
    'no-bar': 'Cette étiquette ne peut pas contenir de barre verticale. Écrivez un trait d’union.',
    'no-extension': 'Choisissez d’abord au moins un poste dans la liste.',
    'not-caller-name':
      "Les réseaux transmettent 15 caractères du nom de l’appelant, et seulement des lettres sans accent, des chiffres, des espaces et . , & ' ( ) / -",
    'no-semicolon':
      'Ce nom ne peut pas contenir de point-virgule\u202F: dans les fichiers, il sépare les noms. Écrivez une virgule.',
  },
})
