import { givenTogether } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { capabilityWords } from '#lib/access/capability-words.ts'
import { placeWords } from '#lib/access/place-words.ts'
import { onClientsText, rolesGive, withheldOnClients } from '#lib/access/role-gives.ts'
import type { Role } from '#lib/access/roles.ts'
import { phraseList, shortSentences } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { RoleChoice } from './role-fields.tsx'
import { words as catalogue } from './words.ts'

/** What the fields need to show roles: each with what it can do on this account. */
export function roleChoices(offered: readonly Role[], isClientAccount: boolean, language: Language) {
  const words = catalogue[language]
  const roles = offered.map(
    (role): RoleChoice => ({
      value: role,
      label: placeWords[language].role[role],
      hint: hintOf(role, isClientAccount, language),
      gives: [...givenTogether([role], isClientAccount)],
      onClients: onClientsText(role, isClientAccount, language),
    }),
  )
  const known = [...new Set(roles.flatMap(({ gives }) => gives))]
  const texts = Object.fromEntries(known.map(one => [one, capabilityWords[language][one]])) as Partial<
    Record<Capability, string>
  >
  const { together, togetherNothing: nothing, togetherHint: later } = words
  return { roles, texts, words: { together, nothing, later } }
}

/** What a role can do, and on a client account what it can't there though it is called the same. */
function hintOf(role: Role, isClientAccount: boolean, language: Language): string {
  const words = catalogue[language]
  const withheld = isClientAccount ? withheldOnClients(role, language) : []
  return [
    shortSentences(rolesGive([role], isClientAccount, language)),
    ...(withheld.length > 0 ? [words.notHere(phraseList(withheld, language))] : []),
    ...(role === 'account-owner' ? [words.ownerHint] : []),
  ].join(' ')
}

/** "Subscription Owner and Service Viewer". */
export function roleNames(roles: readonly Role[], language: Language): string {
  return phraseList(
    roles.map(role => placeWords[language].role[role]),
    language,
  )
}
