import { sql } from 'drizzle-orm'
import { type ServiceField, serviceFields } from '#lib/account/details.ts'
import type { Values } from '#lib/account/edit.ts'
import type { ServiceKind } from '#lib/account/products.ts'
import { checkService, type ServiceRefusal } from '#lib/account/service.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import { anywhere } from '../like.ts'
import { service } from '../schema/account.ts'
import { type AccountEdit, applyEdit, type Edited } from './edit.ts'

/** A service as lists and its own page show it. */
export interface SeenService {
  readonly id: string
  readonly product: string
  readonly kind: ServiceKind
  readonly identifier: string
  readonly label: string
  readonly forwardTo: string
  readonly enabled: boolean
}

/** Where a page of services begins: after this one. */
export interface ServicePosition {
  readonly product: string
  readonly kind: string
  readonly identifier: string
  readonly id: string
}

export interface ServiceQuestion {
  readonly search: string
  readonly kind: ServiceKind | null
  readonly product: string | null
  readonly after: ServicePosition | null
  readonly limit: number
}

const columns = `s.id, s.product, s.kind, s.identifier, s.label, s.forward_to as "forwardTo", s.enabled`

/** An account's services in the order of product, kind and identifier; one more than asked for where there are more. */
export async function servicesOf(
  tx: Tx,
  accountId: string,
  { search, kind, product, after, limit }: ServiceQuestion,
): Promise<readonly SeenService[]> {
  const digits = search.replace(/\D/g, '')
  const answer = await tx.$client.query<SeenService>({
    name: 'services-of-account',
    text: `select ${columns} from service s
      where s.account_id = $1 and ($2::text is null or s.kind = $2) and ($3::text is null or s.product = $3)
        and ($4::text is null or s.identifier ilike $4 or s.label ilike $4 or s.forward_to ilike $4
          or ($5::text is not null and (regexp_replace(s.identifier, '[^0-9]', '', 'g') like $5
            or regexp_replace(s.forward_to, '[^0-9]', '', 'g') like $5)))
        and ($6::text is null or (s.product, s.kind, s.identifier, s.id) > ($6, $7::text, $8::text, $9::uuid))
      order by s.product, s.kind, s.identifier, s.id limit $10`,
    values: [
      accountId,
      kind,
      product,
      search ? anywhere(search) : null,
      // Numbers are found however they are spaced.
      digits.length >= 3 ? `%${digits}%` : null,
      after?.product ?? null,
      after?.kind ?? null,
      after?.identifier ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  })
  return answer.rows
}

/** One service of the account, or null. */
export async function serviceOf(tx: Tx, accountId: string, serviceId: string): Promise<SeenService | null> {
  const found = await loadService(tx, accountId, serviceId)
  if (!found) return null
  const { version: _, ...seen } = found
  return seen
}

async function loadService(
  tx: Tx,
  accountId: string,
  serviceId: string,
): Promise<(SeenService & { version: number }) | null> {
  const answer = await tx.$client.query<SeenService & { version: number }>(
    `select ${columns}, s.version from service s where s.account_id = $1 and s.id = $2`,
    [accountId, serviceId],
  )
  return answer.rows[0] ?? null
}

export function serviceValues(one: SeenService): Values<ServiceField> {
  return { label: one.label, forwardTo: one.forwardTo, enabled: one.enabled ? 'on' : 'off' }
}

/**
 * Changes a service's label, forwarding or use. Refuses what lib/account/service refuses; `not-found`: the account has
 * no such service.
 */
export async function updateService(
  edit: AccountEdit,
  serviceId: string,
  typed: Values<ServiceField>,
  shown: Values<ServiceField>,
): Promise<Result<Edited<ServiceField>, ServiceRefusal | 'not-found'>> {
  const { tx, account } = edit
  const found = await loadService(tx, account.id, serviceId)
  if (!found) return refuse('not-found')
  const checked = checkService(found, typed)
  if (!checked.ok) return checked
  const { label, forwardTo, enabled } = checked.value
  const subject = { id: serviceId, action: 'service.updated', what: found.identifier } as const
  const values = { shown, stored: serviceValues(found), typed }
  const edited = await applyEdit(edit, subject, serviceFields, values, () => [
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
  ])
  return ok(edited)
}
