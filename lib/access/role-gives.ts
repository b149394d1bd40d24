import { bilingual, type Language } from '#lib/language.ts'
import { givenTogether } from './authority.ts'
import { isFinancial } from './capabilities.ts'
import { capabilityTexts, withheldTexts } from './capability-words.ts'
import { capabilitiesOfRole, type Role } from './roles.ts'
import { toldOf } from './told.ts'

const words = bilingual({
  en: {
    asOwner: 'act as an Account Owner on client accounts',
    money: 'see and change subscriptions and licences of client accounts',
  },
  fr: {
    asOwner: 'agir comme propriétaire du compte sur les comptes clients',
    money: 'voir et modifier les abonnements et les licences des comptes clients',
  },
})

/** What a role lets somebody do on the account's own client accounts; null where nothing. Money passes only from an account that is nobody's client. */
export function onClientsText(role: string, isClientAccount: boolean, language: Language): string | null {
  if (role === 'service-contributor') return words[language].asOwner
  return role === 'subscription-contributor' && !isClientAccount ? words[language].money : null
}

/** What these roles together let an administrator of the account do, there and on its client accounts, one thing an entry. */
export function rolesGive(
  roles: readonly string[],
  isClientAccount: boolean,
  language: Language,
): readonly string[] {
  return [
    ...capabilityTexts(toldOf([...givenTogether(roles, isClientAccount)]), language),
    ...roles.flatMap(role => onClientsText(role, isClientAccount, language) ?? []),
  ]
}

/** What a role gives elsewhere and not here, because here only the parent account and the provider decide on money. */
export function withheldOnClients(role: Role, language: Language): readonly string[] {
  return withheldTexts(capabilitiesOfRole(role).filter(isFinancial), language)
}
