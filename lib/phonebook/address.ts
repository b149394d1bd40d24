import { keyedMark } from '#lib/keyed-mark.ts'

/**
 * The secret at the end of the address at which phones read an account's phonebook: 256 bits that nobody can work out
 * without the deployment's own secret, also who has seen the whole table. `key` is drawn anew with each address, so the same
 * one can be shown again, for the next phone, and another one has nothing to do with it.
 */
export function phonebookToken(accountId: string, key: string, secret: string): string {
  return keyedMark('phonebook', `${accountId}.${key}`, secret)
}

export function phonebookPath(token: string): string {
  return `/phonebooks/${token}.xml`
}

const fileForm = /^([\w-]{43})\.xml$/

/** The token in the last part of such a path; null where that can't be one. */
export function tokenOfPhonebook(file: string): string | null {
  return fileForm.exec(file)?.[1] ?? null
}

const longestPhone = 80

/** What a phone says it is (its User-Agent), as it may be shown: on one short line. Empty where it says nothing. */
export function phoneShown(agent: string): string {
  const plain = agent.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, ' ').trim()
  return [...plain].slice(0, longestPhone).join('')
}
