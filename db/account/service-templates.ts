import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { isThere } from '#lib/access/capabilities.ts'
import {
  keepServiceTemplate,
  type ServiceTemplateContent,
  type ServiceTemplateField,
  type ServiceTemplateRefusal,
  serviceTemplateFields,
} from '#lib/account/service-template.ts'
import { daysKept } from '#lib/days-kept.ts'
import { foldedText } from '#lib/fold.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { serviceTemplate } from '../schema/own-brand.ts'
import { together, type Write } from '../write.ts'
import { productsOf } from './services.ts'

export interface ServiceTemplate extends ServiceTemplateContent {
  readonly id: string
}

/** One that somebody has the address of; `removed` once it is no longer kept. */
export interface OwnServiceTemplate extends ServiceTemplate {
  readonly removed: { readonly by: string | null; readonly canComeBack: boolean } | null
}

const columns = `t.id, t.name, t.product, t.label, t.level, t.support_text as "supportText"`

/** All that the account keeps, by name: a few dozen at most. */
export async function serviceTemplatesOf(tx: Tx, accountId: string): Promise<readonly ServiceTemplate[]> {
  const answer = await tx.$client.query<ServiceTemplate>(
    `select ${columns} from service_template t where t.account_id = $1 and t.ended_at is null order by t.folded, t.id`,
    [accountId],
  )
  return answer.rows
}

/** Those from which something of what the account has can start: none where it has no Branding any more. */
export async function offeredTemplates(
  tx: Tx,
  accountId: string,
  bought: readonly string[],
): Promise<readonly ServiceTemplate[]> {
  if (!isThere('branding.read', bought)) return []
  return (await serviceTemplatesOf(tx, accountId)).filter(one => bought.includes(one.product))
}

/** One of the account's, for some days also after it was removed; null where there is no such. */
export async function serviceTemplateOf(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<OwnServiceTemplate | null> {
  const answer = await tx.$client.query<
    ServiceTemplate & { ended: boolean; back: boolean; by: string | null }
  >(
    `select ${columns}, t.ended_at is not null as ended, t.ended_at > clock_timestamp() - interval '${daysKept} days' as back,
        (select e.actor_name from event e where e.account_id = t.account_id and e.subject_id = t.id
          and e.action = 'service-template.removed' order by e.id desc limit 1) as by
      from service_template t where t.account_id = $1 and t.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { ended, back, by, ...template } = row
  return { ...template, removed: ended ? { by, canComeBack: back } : null }
}

/** Keeps one. Refuses what `keepServiceTemplate` refuses. */
export async function addServiceTemplate(
  change: AccountChange,
  content: ServiceTemplateContent,
): Promise<Result<{ readonly templateId: string }, ServiceTemplateRefusal>> {
  const kept = await mayKeep(change, content, null)
  if (!kept.ok) return kept
  const { tx, actor, account } = change
  const row = { id: randomUUID(), providerId: actor.providerId, accountId: account.id }
  await together(tx, [
    {
      query: tx
        .insert(serviceTemplate)
        .values({ ...row, ...content, folded: foldedText(content.name) })
        .returning({ id: serviceTemplate.id }),
      rows: 1,
    },
    told(change, 'service-template.added', row.id, { what: content.name }),
  ])
  return ok({ templateId: row.id })
}

/**
 * Changes one. Of two who edit at once the second is told, and nothing of the first is lost. Refuses what
 * `keepServiceTemplate` refuses, and `removed`, naming who removed it.
 */
export async function editServiceTemplate(
  change: AccountChange,
  id: string,
  shown: ServiceTemplateContent,
  typed: ServiceTemplateContent,
): Promise<Result<Edited<ServiceTemplateField>, ServiceTemplateRefusal | 'removed' | 'not-found'>> {
  const found = await there(change, id)
  if (!found.ok) return found
  const kept = await mayKeep(change, typed, id)
  if (!kept.ok) return kept
  const { account, partnerId } = change
  const { id: _, removed: __, ...stored } = found.value
  const where = { accountId: account.id }
  const subject = { id, action: 'service-template.updated', what: stored.name, where, partnerId } as const
  return ok(
    await applyEdit(change, subject, serviceTemplateFields, { shown, stored, typed }, () => [
      rewritten(change, id, typed),
    ]),
  )
}

/** Removes one; for some days it can be brought back. Refuses `removed`, naming who was faster. */
export async function removeServiceTemplate(
  change: AccountChange,
  id: string,
): Promise<Result<null, 'removed' | 'not-found'>> {
  const found = await there(change, id)
  if (!found.ok) return found
  await together(change.tx, [
    moved(change, id, 'off'),
    told(change, 'service-template.removed', id, { what: found.value.name }),
  ])
  return ok(null)
}

/** Brings one back as it was. Refuses one that is there, and what `keepServiceTemplate` refuses by now. */
export async function restoreServiceTemplate(
  change: AccountChange,
  id: string,
): Promise<Result<null, ServiceTemplateRefusal | 'there' | 'not-found'>> {
  const found = await serviceTemplateOf(change.tx, change.account.id, id)
  if (!found || found.removed?.canComeBack === false) return refuse('not-found')
  if (!found.removed) return refuse('there')
  const kept = await mayKeep(change, found, id)
  if (!kept.ok) return kept
  await together(change.tx, [
    moved(change, id, 'back'),
    told(change, 'service-template.restored', id, { what: found.name }),
  ])
  return ok(null)
}

async function there(
  { tx, account }: AccountChange,
  id: string,
): Promise<Result<OwnServiceTemplate, 'removed' | 'not-found'>> {
  const found = await serviceTemplateOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  return found.removed ? refuse('removed', { state: 'removed', by: found.removed.by }) : ok(found)
}

/** `id`: the one that is changed, which stands in nobody's way. */
async function mayKeep({ tx, account }: AccountChange, content: ServiceTemplateContent, id: string | null) {
  const all = await serviceTemplatesOf(tx, account.id)
  const others = all.filter(one => one.id !== id).map(({ name }) => name)
  return keepServiceTemplate(content, { others, products: await productsOf(tx, account.id) })
}

function rewritten({ tx, account }: AccountChange, id: string, typed: ServiceTemplateContent): Write {
  return {
    query: tx
      .update(serviceTemplate)
      .set({ ...typed, folded: foldedText(typed.name) })
      .where(
        sql`${serviceTemplate.id} = ${id}::uuid and ${serviceTemplate.accountId} = ${account.id}::uuid and ${serviceTemplate.endedAt} is null`,
      )
      .returning({ id: serviceTemplate.id }),
    rows: 1,
  }
}

function moved({ account }: AccountChange, id: string, way: 'off' | 'back'): Write {
  const [ended, was] = way === 'off' ? [sql`clock_timestamp()`, sql`null`] : [sql`null`, sql`not null`]
  return {
    query: sql`(update service_template set ended_at = ${ended}
      where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is ${was} returning id)`,
    rows: 1,
  }
}
