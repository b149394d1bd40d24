import { wholeNumber } from '#lib/format.ts'
import { bilingual, type Language, plural } from '#lib/language.ts'
import { mostSegments, type Segments } from './segments.ts'

/** The columns of a conversation's file. */
export const textColumns = ['at', 'direction', 'from', 'to', 'by', 'state', 'text'] as const

/** What the parts of a text message are called, and why one can't be sent. */
export const textWords = bilingual({
  en: {
    column: {
      at: 'When',
      direction: 'Direction',
      from: 'From',
      to: 'To',
      by: 'Written by',
      state: 'State',
      text: 'Text',
    },
    direction: { incoming: 'Incoming', outgoing: 'Outgoing' },
    text: 'Message',
    textHint: `It is sent as plain text, in up to ${mostSegments} parts of about 150 characters; with letters such as ê or emoji a part holds about 65.`,
    tooManyParts: (parts: string, letters: string) =>
      `This would travel in ${parts} parts, and ${mostSegments} are the most. Shorten it${letters ? `, or leave out ${letters}: with them a part holds less than half` : ''}.`,
    notFailed: (state: string) => `This message is not one that failed: it is “${state}” by now.`,
    goneNumber:
      'The number of yours in this conversation is no longer one of the account’s, so nothing can be sent from it. Write a new message from another number.',
    noReply: 'The other side wrote under a name or a short number, which can’t be answered.',
  },
  fr: {
    column: {
      at: 'Quand',
      direction: 'Sens',
      from: 'De',
      to: 'À',
      by: 'Rédigé par',
      state: 'État',
      text: 'Texte',
    },
    direction: { incoming: 'Entrant', outgoing: 'Sortant' },
    text: 'Message',
    textHint: `Il est envoyé en texte simple, en ${mostSegments} parties au plus d’environ 150 caractères\u202F; avec des lettres comme ê ou des émojis, une partie en contient environ 65.`,
    tooManyParts: (parts, letters) =>
      `Ce message compterait ${parts} parties\u202F: ${mostSegments} est le maximum. Raccourcissez-le${letters ? ` ou supprimez ${letters}\u202F: avec ces caractères, une partie contient moins de la moitié` : ''}.`,
    notFailed: state =>
      `Ce message n’est pas de ceux qui ont échoué\u202F: son état est «\u00A0${state}\u00A0».`,
    goneNumber:
      'Votre numéro dans cette conversation n’est plus l’un de ceux du compte\u202F: rien ne peut en être envoyé. Rédigez un nouveau message depuis un autre numéro.',
    noReply:
      'Le correspondant a écrit sous un nom ou un numéro abrégé\u202F: il n’est pas possible de lui répondre.',
  },
})

const mostLetters = 5

/** What is said of a text that would travel in too many parts, with the letters that make it so long. */
export function tooManyParts({ count, alphabet, unusual }: Segments, language: Language): string {
  const letters = alphabet === 'ucs2' ? unusual.slice(0, mostLetters).join(' ') : ''
  return textWords[language].tooManyParts(wholeNumber(count, language), letters)
}

/** In how many parts a message travelled; nothing of one that is whole. */
export function partsText(count: number, language: Language): string {
  if (count < 2) return ''
  return `${count} ${plural(language, count, language === 'fr' ? 'partie' : 'part', language === 'fr' ? 'parties' : 'parts')}`
}
