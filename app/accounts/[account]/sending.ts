import { sendingIsConnected } from '#app/_server/carry.ts'
import type { Refusal } from '#app/_server/door.ts'
import { tooManyTries } from '#app/_server/tries.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { NumberRefusal } from '#lib/sending-number.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { sendingBuckets } from '#lib/sign-in/limits.ts'

/** Runs before anything is sent: whether it can be at all, and how much of it one account may. */
export async function mayBeSent(
  kind: 'sms' | 'fax',
  accountId: string,
  language: Language,
): Promise<Refusal | null> {
  const words = sendingWords[language]
  if (!sendingIsConnected()) return { refused: `${words.notConnected}. ${words.notConnectedText}` }
  return tooManyTries(sendingBuckets(kind, accountId), words.tooMany, language)
}

/** A refused number, said at its field. */
export function refusedNumber(refusal: NumberRefusal, language: Language): Refusal {
  const { number } = sendingWords[language]
  return {
    refused: fieldWords[language].check.unsent,
    fields: refusal === 'gone' ? { from: number.gone } : { to: number[refusal] },
  }
}
