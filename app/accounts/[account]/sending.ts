import { sendingIsConnected } from '#app/_server/carry.ts'
import type { Refusal } from '#app/_server/door.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { NumberRefusal } from '#lib/sending-number.ts'
import { sendingWords } from '#lib/sending-words.ts'

/** Why nothing can be sent at all; null where a carrier is connected. */
export function notConnected(language: Language): Refusal | null {
  if (sendingIsConnected()) return null
  const words = sendingWords[language]
  return { refused: `${words.notConnected}. ${words.notConnectedText}` }
}

/** A refused number, said at its field; that too much was sent, above the form. */
export function refusedNumber(refusal: NumberRefusal | 'too-many', language: Language): Refusal {
  const { number, tooMany } = sendingWords[language]
  if (refusal === 'too-many') return { refused: tooMany }
  return {
    refused: fieldWords[language].check.unsent,
    fields: refusal === 'gone' ? { from: number.gone } : { to: number[refusal] },
  }
}
