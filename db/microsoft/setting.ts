import { type SQL, sql } from 'drizzle-orm'
import type { Values } from '#lib/edit.ts'
import { seal, unseal } from '#lib/mail/seal.ts'
import {
  type MicrosoftSetting,
  mayBeSwitched,
  noSetting,
  type SettingField,
  type SwitchRefusal,
  settingFields,
  tenantsText,
} from '#lib/microsoft/setting.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { recorded } from '../events.ts'
import { hasOpenPlace } from '../person/has-place.ts'
import { together } from '../write.ts'
import { hasMicrosoftLink } from './has-link.ts'

/** As the desk knows it. */
export interface StoredSetting extends MicrosoftSetting {
  readonly secretNumber: number
}

const columns = `is_on as "isOn", whose, tenants, client_id as "clientId", client_secret <> '' as "hasSecret",
  secret_number as "secretNumber"`

/** What the desk knows of the setting; the secret is not in it. */
export async function microsoftSettingOf(tx: Tx, providerId: string): Promise<StoredSetting> {
  const answer = await tx.$client.query<StoredSetting>(
    `select ${columns} from microsoft_setting where provider_id = $1`,
    [providerId],
  )
  return answer.rows[0] ?? { ...noSetting, secretNumber: 0 }
}

/** Whether the provider's people can sign in with Microsoft at this moment. */
export async function isMicrosoftOn(tx: Tx, providerId: string): Promise<boolean> {
  const answer = await tx.$client.query<{ isOn: boolean }>({
    name: 'microsoft-on',
    text: 'select is_on as "isOn" from microsoft_setting where provider_id = $1',
    values: [providerId],
  })
  return answer.rows[0]?.isOn ?? false
}

/** The setting with the secret in the clear, for the server's own questions to Microsoft. */
export interface MicrosoftCredentials extends MicrosoftSetting {
  readonly clientSecret: string
}

const keyOf = (providerId: string, secret: string) => `microsoft-client:${providerId}:${secret}`

/** A secret that was sealed under another AUTH_SECRET is as good as none. */
export async function microsoftCredentials(
  tx: Tx,
  providerId: string,
  secret: string,
): Promise<MicrosoftCredentials> {
  const { secretNumber: _, isSecretLost: __, ...credentials } = await opened(tx, providerId, secret)
  return credentials
}

/** As the desk's page shows it, to whom the secret itself is not told. */
export interface ShownSetting extends StoredSetting {
  /** One is kept that AUTH_SECRET opens no more: it must be entered again. */
  readonly isSecretLost: boolean
}

export async function microsoftSettingShown(
  tx: Tx,
  providerId: string,
  secret: string,
): Promise<ShownSetting> {
  const { clientSecret: _, ...shown } = await opened(tx, providerId, secret)
  return shown
}

async function opened(
  tx: Tx,
  providerId: string,
  secret: string,
): Promise<ShownSetting & MicrosoftCredentials> {
  const answer = await tx.$client.query<StoredSetting & { sealed: string }>(
    `select ${columns}, client_secret as sealed from microsoft_setting where provider_id = $1`,
    [providerId],
  )
  const { sealed, ...stored } = answer.rows[0] ?? { ...noSetting, secretNumber: 0, sealed: '' }
  const clientSecret = unsealed(sealed, keyOf(providerId, secret))
  const hasSecret = clientSecret !== ''
  return { ...stored, hasSecret, clientSecret, isSecretLost: sealed !== '' && !hasSecret }
}

function unsealed(sealed: string, key: string): string {
  if (sealed === '') return ''
  try {
    return unseal(sealed, key)
  } catch {
    return ''
  }
}

export function settingValues(stored: StoredSetting): Values<SettingField> {
  return {
    microsoftTenants: tenantsText(stored),
    microsoftClient: stored.clientId,
    microsoftSecret: String(stored.secretNumber || ''),
  }
}

export interface TypedSetting extends Pick<MicrosoftSetting, 'whose' | 'tenants' | 'clientId'> {
  /** Empty = the one that is kept. */
  readonly clientSecret: string
}

/**
 * Changes by which application and of which organisations people sign in, from the very next sign-in on. A new secret is
 * sealed at once and told to nobody again. Of two who edit at once the second is told.
 */
export async function changeMicrosoft(
  change: Change,
  shown: Values<SettingField>,
  typed: TypedSetting,
  secret: string,
): Promise<Edited<SettingField>> {
  const { providerId } = change.actor
  const stored = await locked(change.tx, providerId)
  const values = settingValues(stored)
  const wanted: Values<SettingField> = {
    microsoftTenants: tenantsText(typed),
    microsoftClient: typed.clientId,
    microsoftSecret: typed.clientSecret ? String(stored.secretNumber + 1) : shown.microsoftSecret,
  }
  const subject = {
    id: providerId,
    action: 'microsoft.changed',
    where: { providerId },
    partnerId: null,
  } as const
  return applyEdit(change, subject, settingFields, { shown, stored: values, typed: wanted }, () => [
    { query: written(providerId, typed, secret), rows: 1 },
  ])
}

function written(providerId: string, typed: TypedSetting, secret: string): SQL {
  const kept = typed.clientSecret === ''
  const sealed = kept ? '' : seal(typed.clientSecret, keyOf(providerId, secret))
  const tenants = typed.whose === 'any' ? '{}' : `{${typed.tenants.join(',')}}`
  return sql`(update microsoft_setting set whose = ${typed.whose}, tenants = ${tenants}::text[], client_id = ${typed.clientId},
      client_secret = case when ${kept} then client_secret else ${sealed} end,
      secret_number = secret_number + case when ${kept} then 0 else 1 end
    where provider_id = ${providerId}::uuid returning provider_id as id)`
}

/** The row, made where there is none, and held to the transaction's end. */
async function locked(tx: Tx, providerId: string): Promise<StoredSetting> {
  await tx.$client.query(
    'insert into microsoft_setting (provider_id) values ($1) on conflict (provider_id) do nothing',
    [providerId],
  )
  const answer = await tx.$client.query<StoredSetting>(
    `select ${columns} from microsoft_setting where provider_id = $1 for update`,
    [providerId],
  )
  const row = answer.rows[0]
  if (!row) throw new Error('a setting that is and is not there')
  return row
}

/**
 * Switches the sign-in on or off. Off ends no session and no link: whoever is signed in stays so, and finds their Microsoft
 * account again once it is on.
 */
export async function switchMicrosoft(
  { tx, actor, author }: Change,
  isOn: boolean,
): Promise<Result<null, SwitchRefusal>> {
  const { providerId } = actor
  const stored = await locked(tx, providerId)
  const may = mayBeSwitched(stored, isOn)
  if (!may.ok) return refuse(may.refusal)
  const action = isOn ? 'microsoft.switched-on' : 'microsoft.switched-off'
  await together(tx, [
    {
      query: sql`(update microsoft_setting set is_on = ${isOn} where provider_id = ${providerId}::uuid returning provider_id as id)`,
      rows: 1,
    },
    recorded(tx, author, [{ action, accountId: null, partnerId: null, subjectId: providerId }]),
  ])
  return ok(null)
}

/** How many people sign in with Microsoft, and how many of them have no password beside it. */
export interface ByMicrosoft {
  readonly all: number
  readonly alone: number
}

export async function peopleByMicrosoft(tx: Tx, providerId: string): Promise<ByMicrosoft> {
  const answer = await tx.$client.query<ByMicrosoft>(
    `select count(*)::int as all, (count(*) filter (where p.password_hash is null))::int as alone from person p
      where p.provider_id = $1 and p.disabled_at is null and ${hasOpenPlace('p.id')}
        and ${hasMicrosoftLink('p')}`,
    [providerId],
  )
  return answer.rows[0] ?? { all: 0, alone: 0 }
}

/** The branding domains in use, each with an address of its own for the way back. */
export async function hostsForReturn(tx: Tx, providerId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ host: string }>(
    'select host from branding_domain where provider_id = $1 and retired_at is null order by host',
    [providerId],
  )
  return answer.rows.map(({ host }) => host)
}
