import { mostCallRows } from '#lib/call-log/file.ts'
import { wholeNumber } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'

/** What the pages say on which a file is taken into the call log. */
export const words = bilingual({
  en: {
    title: 'Import call records',
    description:
      'First the file is only looked at: you see what it would add, and everything that is wrong with it, before anything happens.',
    fileHint: `UTF-8, with commas between the columns; 4 MB and ${wholeNumber(mostCallRows, 'en')} rows at most.`,
    columnsText:
      'The first line names the columns, in any order, in English or French, as in a file that is downloaded here. Beginning, direction, both numbers and the result are needed.',
    about: {
      id: 'The record’s own id. A record comes in once; without an id it is known by all that it says.',
      started: 'Day, time and distance from UTC: 2026-11-24T14:05:00-08:00.',
      kind: 'call or switch; a call where it is left out.',
      direction: 'incoming or outgoing.',
      from: 'Who called: a number as it is dialled, or empty where it is withheld.',
      to: 'Who was called, the same way.',
      answered_by: 'Who of the account answered, where that is known.',
      ring_seconds: 'Whole seconds.',
      talk_seconds: 'Whole seconds.',
      result: 'answered, missed, voicemail, busy or failed.',
    },
    known: 'Known already',
    nothing: 'The call log has all of these records already. There is nothing to take in.',
  },
  fr: {
    title: 'Importer des relevés d’appels',
    description:
      'Le fichier est d’abord seulement examiné\u202F: vous voyez ce qu’il ajouterait, et tout ce qui ne va pas, avant que rien ne se passe.',
    fileHint: `UTF-8, avec des virgules entre les colonnes\u202F; 4 Mo et ${wholeNumber(mostCallRows, 'fr')} rangées au plus.`,
    columnsText:
      'La première ligne nomme les colonnes, dans n’importe quel ordre, en anglais ou en français, comme dans un fichier téléchargé ici. Le début, le sens, les deux numéros et le résultat sont nécessaires.',
    about: {
      id: 'L’identifiant du relevé. Un relevé n’entre qu’une fois\u202F; sans identifiant, il se reconnaît à tout son contenu.',
      started: 'Date, heure et écart avec UTC\u202F: 2026-11-24T14:05:00-08:00.',
      kind: 'appel ou journal du commutateur\u202F; un appel si la colonne manque.',
      direction: 'entrant ou sortant.',
      from: 'Qui a appelé\u202F: un numéro comme on le compose, ou rien s’il est masqué.',
      to: 'Qui a été appelé, de la même façon.',
      answered_by: 'Qui du compte a pris l’appel, si c’est connu.',
      ring_seconds: 'Secondes entières.',
      talk_seconds: 'Secondes entières.',
      result: 'pris, manqué, messagerie, occupé ou échoué.',
    },
    known: 'Déjà connus',
    nothing: 'Le journal a déjà tous ces relevés. Il n’y a rien à importer.',
  },
})
