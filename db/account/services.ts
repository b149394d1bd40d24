import { sql } from 'drizzle-orm'
import type { ServiceKind } from '#lib/access/products.ts'
import { type ServiceField, serviceFields } from '#lib/account/details.ts'

import { checkService, type ServiceRefusal } from '#lib/account/service.ts'
import type { ChangeState, FieldChanges } from '#lib/back-office/change.ts'
import type { Changes, Values } from '#lib/edit.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import type { Edited } from '../edit.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { service } from '../schema/account.ts'
import { applyAccountEdit } from './edit.ts'

/** A service as lists and its own page show it. */
export interface SeenService {
  readonly id: string
  readonly product: string
  readonly kind: ServiceKind
  readonly identifier: string
  readonly label: string
  readonly forwardTo: string
  readonly enabled: boolean
  /** A change of it is on its way to the provider's systems, and they have not said yes. */
  readonly waiting: boolean
}

export interface ServiceQuestion {
  readonly search: string
  readonly kind: ServiceKind | null
  /** The service after which the page begins. */
  readonly after: string | null
  readonly limit: number
}

const columns = `s.id, s.product, s.kind, s.identifier, s.label, s.forward_to as "forwardTo", s.enabled,
  exists (select 1 from back_office_change w where w.account_id = s.account_id and w.kind = 'services' and w.key = s.key
    and w.settled_at is null) as waiting`

/** How much of each an account has; 1,000 means "more than 999". */
export interface ServiceCounts {
  readonly numbers: number
  readonly trunks: number
  readonly devices: number
  readonly users: number
  /** What it bought, so that a product without any service is not passed over in silence. */
  readonly products: readonly string[]
}

export interface ServiceList {
  readonly counts: ServiceCounts
  /** In the order of product, kind and identifier; one more than asked for where there are more. */
  readonly services: readonly SeenService[]
}

const most = 1000
const capped = (from: string) => `(select count(*)::int from (select 1 from ${from} limit ${most}) c)`
/** Numbers come first, being what people look for. */
const rank = (alias: string) => `case ${alias}.kind when 'number' then 1 when 'trunk' then 2 else 3 end`
const ofKind = (kind: ServiceKind) => capped(`service where account_id = $1 and kind = '${kind}'`)

const counts = `${ofKind('number')} as numbers, ${ofKind('trunk')} as trunks, ${ofKind('device')} as devices,
  ${capped(`membership where account_id = $1 and kind = 'end-user' and state <> 'removed'`)} as users,
  array(select product from account_product where account_id = $1 order by product) as products`

/** An account's services, and how many there are of each kind; no list where nothing is asked, only the counts. */
export async function servicesOf(
  tx: Tx,
  accountId: string,
  question: ServiceQuestion | null,
): Promise<ServiceList> {
  const values = [accountId]
  const services = question
    ? `coalesce((select json_agg(x) from (${listed(question, value => `$${values.push(value)}`)}) x), '[]')`
    : `'[]'::json`
  const shape = question
    ? [question.kind && 'kind', question.search && `found-${digitsIn(question.search) ? 'digits' : 'text'}`]
    : ['counts']
  const answer = await tx.$client.query<ServiceCounts & Pick<ServiceList, 'services'>>({
    name: ['services', ...shape, question?.after && 'next', question?.limit].filter(Boolean).join('-'),
    text: `select ${counts}, ${services} as services`,
    values,
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the services were not read')
  const { services: list, ...rest } = row
  return { counts: rest, services: list }
}

/** What of a search is a part of a number, however it is spaced; null where there is too little of it. */
function digitsIn(search: string): string | null {
  const digits = search.replace(/\D/g, '')
  return digits.length >= 3 ? digits : null
}

/** The page of services that is asked for, of account $1. Only what is asked stands in it: see endUsersOf. */
function listed({ search, kind, after, limit }: ServiceQuestion, given: (value: string) => string): string {
  const conditions = ['s.account_id = $1']
  if (kind) conditions.push(`s.kind = ${given(kind)}`)
  if (search) {
    const text = given(anywhere(search))
    const digits = digitsIn(search)
    const number = digits && given(`%${digits}%`)
    const spaced = (column: string) => `or regexp_replace(${column}, '[^0-9]', '', 'g') like ${number}`
    conditions.push(`(s.identifier ilike ${text} or s.label ilike ${text} or s.forward_to ilike ${text}
      ${number ? `${spaced('s.identifier')} ${spaced('s.forward_to')}` : ''})`)
  }
  if (after)
    conditions.push(`(s.product, ${rank('s')}, s.identifier, s.id) >
      (select a.product, ${rank('a')}, a.identifier, a.id from service a
        where a.account_id = $1 and a.id = ${given(after)}::uuid)`)
  return `select ${columns} from service s where ${conditions.join(' and ')}
    order by s.product, ${rank('s')}, s.identifier, s.id ${atMost(limit + 1)}`
}

/** A service as its own page shows it. */
export interface WholeService extends SeenService {
  /** What became of its latest change, where the provider's systems did not just say yes. */
  readonly outcome: {
    readonly state: ChangeState
    readonly reason: string
    readonly at: Date
    readonly fields: readonly string[]
  } | null
}

const outcome = `(select json_build_object('state', c.state, 'reason', c.reason, 'at', coalesce(c.settled_at, c.created_at),
    'fields', (select json_agg(f) from jsonb_object_keys(c.changes) f))
  from back_office_change c where c.account_id = s.account_id and c.kind = 'services' and c.key = s.key
    and (c.settled_at is null or c.settled_at > clock_timestamp() - interval '30 days')
  order by c.turn desc limit 1) as outcome`

/** One service of the account, or null. */
export async function serviceOf(tx: Tx, accountId: string, serviceId: string): Promise<WholeService | null> {
  const answer = await tx.$client.query<SeenService & { outcome: StoredOutcome | null }>(
    `select ${columns}, ${outcome} from service s where s.account_id = $1 and s.id = $2`,
    [accountId, serviceId],
  )
  const [found] = answer.rows
  if (!found) return null
  const { outcome: told } = found
  const quiet = !told || told.state === 'confirmed'
  return { ...found, outcome: quiet ? null : { ...told, at: new Date(told.at) } }
}

type StoredOutcome = Omit<NonNullable<WholeService['outcome']>, 'at'> & { readonly at: string }

interface StoredService extends SeenService {
  readonly version: number
  readonly key: string | null
}

async function loadService(tx: Tx, accountId: string, serviceId: string): Promise<StoredService | null> {
  const answer = await tx.$client.query<StoredService>(
    `select ${columns}, s.version, s.key from service s where s.account_id = $1 and s.id = $2`,
    [accountId, serviceId],
  )
  return answer.rows[0] ?? null
}

export function serviceValues(
  one: Pick<SeenService, 'label' | 'forwardTo' | 'enabled'>,
): Values<ServiceField> {
  return { label: one.label, forwardTo: one.forwardTo, enabled: one.enabled ? 'on' : 'off' }
}

/**
 * Changes a service's label, forwarding or use. Where the provider's systems are `connected` and know the service, the change
 * is on its way to them in the same statement. Refuses what lib/account/service refuses; `not-found`: the account has no such
 * service.
 */
export async function updateService(
  edit: AccountChange,
  serviceId: string,
  typed: Values<ServiceField>,
  shown: Values<ServiceField>,
  connected: boolean,
): Promise<Result<Edited<ServiceField>, ServiceRefusal | 'not-found'>> {
  const { tx, account } = edit
  const found = await loadService(tx, account.id, serviceId)
  if (!found) return refuse('not-found')
  const checked = checkService(found, typed)
  if (!checked.ok) return checked
  const { label, forwardTo, enabled } = checked.value
  const subject = { id: serviceId, action: 'service.updated', what: found.identifier } as const
  const values = { shown, stored: serviceValues(found), typed }
  const edited = await applyAccountEdit(edit, subject, serviceFields, values, changes => [
    {
      query: tx
        .update(service)
        .set({ label, forwardTo, enabled: enabled === 'on', version: found.version + 1 })
        .where(
          sql`${service.accountId} = ${account.id}::uuid and ${service.id} = ${serviceId}::uuid and ${service.version} = ${found.version}`,
        )
        .returning({ id: service.id }),
      rows: 1,
    },
    ...(connected && found.key !== null
      ? [
          queuedChange(
            { providerId: edit.actor.providerId, accountId: account.id },
            'services',
            found.key,
            outgoing(changes),
          ),
        ]
      : []),
  ])
  return ok(edited)
}

/** A form's texts as the provider's systems have them. */
function outgoing(changes: Changes<ServiceField>): FieldChanges {
  const values = Object.entries(changes).map(([field, [was, is]]) => {
    const read = (text: string) => (field === 'enabled' ? text === 'on' : text)
    return [field, [read(was), read(is)] as const]
  })
  return Object.fromEntries(values)
}

/** What the account has bought. */
export async function productsOf(tx: Tx, accountId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ product: string }>(
    'select product from account_product where account_id = $1 order by product',
    [accountId],
  )
  return answer.rows.map(row => row.product)
}
