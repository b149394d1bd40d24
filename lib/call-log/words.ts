import { bilingual, type Language } from '#lib/language.ts'
import type { CallResult, Direction, RecordKind } from './record.ts'

/** What the parts of a call record are called. */
export const callWords = bilingual({
  en: {
    field: {
      id: 'Record',
      started: 'Started',
      kind: 'Kind',
      direction: 'Direction',
      from: 'From',
      to: 'To',
      answered_by: 'Answered by',
      ring_seconds: 'Ring seconds',
      talk_seconds: 'Talk seconds',
      result: 'Result',
    },
    kind: { call: 'Call', switch: 'Switch log' } satisfies Record<RecordKind, string>,
    direction: { incoming: 'Incoming', outgoing: 'Outgoing' } satisfies Record<Direction, string>,
    result: {
      answered: 'Answered',
      missed: 'Missed',
      voicemail: 'Voicemail',
      busy: 'Busy',
      failed: 'Failed',
    } satisfies Record<CallResult, string>,
    withheld: 'Number withheld',
  },
  fr: {
    field: {
      id: 'Relevé',
      started: 'Début',
      kind: 'Type',
      direction: 'Sens',
      from: 'De',
      to: 'À',
      answered_by: 'Pris par',
      ring_seconds: 'Secondes de sonnerie',
      talk_seconds: 'Secondes de conversation',
      result: 'Résultat',
    },
    kind: { call: 'Appel', switch: 'Journal du commutateur' },
    direction: { incoming: 'Entrant', outgoing: 'Sortant' },
    result: {
      answered: 'Pris',
      missed: 'Manqué',
      voicemail: 'Messagerie',
      busy: 'Occupé',
      failed: 'Échoué',
    },
    withheld: 'Numéro masqué',
  },
})

/** A party as it is shown: its number, or that it has none to show. */
export function partyText(number: string, language: Language): string {
  return /\d/.test(number) ? number : callWords[language].withheld
}

/** A span of seconds as a clock shows it: "0:07", "12:30", "1:02:03". */
export function clockSpan(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
