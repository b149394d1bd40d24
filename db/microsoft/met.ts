import { type NotKnown, tenantRefused } from '#lib/microsoft/identity.ts'
import type { Tx } from '../client.ts'
import type { SessionPlace } from '../sign-in/session.ts'
import { type HeldAccount, heldAccount } from './flow.ts'
import { linkedPerson } from './link.ts'
import { microsoftSettingOf } from './setting.ts'

/** A Microsoft account that was proved in this browser, and why it signs nobody in. */
export interface Met {
  readonly account: HeldAccount
  readonly why: NotKnown
}

/** For the page that names the account. Null: this browser holds none. */
export async function metAccount(tx: Tx, place: SessionPlace, token: string): Promise<Met | null> {
  const account = await heldAccount(tx, place, token)
  if (!account) return null
  const refused = tenantRefused(account.tenant, await microsoftSettingOf(tx, place.providerId))
  if (refused) return { account, why: refused }
  return { account, why: (await linkedPerson(tx, place.providerId, account)) ? 'shut-out' : 'not-linked' }
}
