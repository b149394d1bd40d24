import { givenTogether } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { capabilityTexts, capabilityWords } from '#lib/access/capability-words.ts'
import { placeWords } from '#lib/access/place-words.ts'
import type { Role } from '#lib/access/roles.ts'
import { toldOf } from '#lib/access/told.ts'
import { phraseList, shortSentences } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { RoleChoice } from './role-fields.tsx'
import { words as catalogue } from './words.ts'

/** What the fields need to show roles: each with what it can do on this account. */
export function roleChoices(offered: readonly Role[], isClientAccount: boolean, language: Language) {
  const words = catalogue[language]
  const roles = offered.map((role): RoleChoice => {
    const onClients = role === 'service-contributor' && !isClientAccount
    return {
      value: role,
      label: placeWords[language].role[role],
      hint: hintOf(role, isClientAccount, onClients, language),
      gives: [...givenTogether([role], isClientAccount)],
      onClients,
    }
  })
  const known = [...new Set(roles.flatMap(({ gives }) => gives))]
  const texts = Object.fromEntries(known.map(one => [one, capabilityWords[language][one]])) as Partial<
    Record<Capability, string>
  >
  const { together, togetherNothing: nothing, togetherHint: later } = words
  return { roles, texts, words: { together, nothing, later, onClients: placeWords[language].onClients } }
}

function hintOf(role: Role, isClientAccount: boolean, onClients: boolean, language: Language): string {
  const does = [
    ...togetherTexts([role], isClientAccount, language),
    ...(onClients ? [placeWords[language].onClients] : []),
  ]
  const only = role === 'account-owner' ? [catalogue[language].ownerHint] : []
  return [shortSentences(does), ...only].join(' ')
}

/** What somebody with these roles can do on the account, one thing an entry. */
export function togetherTexts(
  roles: readonly string[],
  isClientAccount: boolean,
  language: Language,
): readonly string[] {
  return capabilityTexts(toldOf([...givenTogether(roles, isClientAccount)]), language)
}

/** "Subscription Owner and Service Viewer". */
export function roleNames(roles: readonly Role[], language: Language): string {
  return phraseList(
    roles.map(role => placeWords[language].role[role]),
    language,
  )
}
