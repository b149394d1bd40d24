import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import {
  keepTemplate,
  type TemplateContent,
  type TemplateRefusal,
  type TemplateValues,
  templateFields,
  templateValues,
} from '#lib/access-request/template.ts'
import { durationFrom, formatDuration } from '#lib/duration.ts'
import { foldedText } from '#lib/fold.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange, SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { type NewEvent, recorded } from '../events.ts'
import { requestTemplate } from '../schema/request-template.ts'
import { together, type Write } from '../write.ts'

/** A ready-made request of the firm. */
export interface Template extends TemplateContent {
  readonly id: string
}

/** One that somebody has the address of; `removed` once it is no longer kept. */
export interface OwnTemplate extends Template {
  readonly removed: { readonly by: string | null } | null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly scope: string
  readonly pages: string[]
  readonly duration: string
}

const columns = 't.id, t.name, t.reason, t.scope, t.scope_pages as pages, t.duration'

function template({ id, name, reason, scope, pages, duration }: Row): Template {
  return { id, name, reason, scope: scopeFrom(scope, pages), duration: durationFrom(duration) }
}

/** All that the firm keeps, by name: a few dozen at most. */
export async function templatesOf(tx: Tx, partner: Pick<SeenPartner, 'id'>): Promise<readonly Template[]> {
  const answer = await tx.$client.query<Row>({
    name: 'templates-of-partner',
    text: `select ${columns} from request_template t where t.partner_id = $1 and t.ended_at is null order by t.folded, t.id`,
    values: [partner.id],
  })
  return answer.rows.map(template)
}

/** What the form that asks offers, and of the one that was chosen all that it fills in. */
export interface TemplateChoices {
  readonly names: readonly Pick<Template, 'id' | 'name'>[]
  readonly chosen: Template | null
}

export async function templateChoices(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  wanted: string | undefined,
): Promise<TemplateChoices> {
  const all = await templatesOf(tx, partner)
  return {
    names: all.map(({ id, name }) => ({ id, name })),
    chosen: all.find(({ id }) => id === wanted) ?? null,
  }
}

/** One of the firm's, also after it was removed; null where it never had such. */
export async function templateOf(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  id: string,
): Promise<OwnTemplate | null> {
  const answer = await tx.$client.query<Row & { removed: boolean; by: string | null }>(
    `select ${columns}, t.ended_at is not null as removed, (select e.actor_name from event e
        where e.partner_id = t.partner_id and e.subject_id = t.id and e.action = 'template.removed' order by e.id desc limit 1) as by
      from request_template t where t.partner_id = $1 and t.id = $2`,
    [partner.id, id],
  )
  const [row] = answer.rows
  return row ? { ...template(row), removed: row.removed ? { by: row.by } : null } : null
}

/** How long the firm's provider lets an account give access at once, in hours; null = no limit. */
export async function longestHoursOf(tx: Tx, partner: Pick<SeenPartner, 'id'>): Promise<number | null> {
  const answer = await tx.$client.query<{ hours: number | null }>(
    'select v.longest_grant_hours as hours from partner p join provider v on v.id = p.provider_id where p.id = $1',
    [partner.id],
  )
  return answer.rows[0]?.hours ?? null
}

/** Keeps a request ready-made. Refuses what `keepTemplate` refuses. */
export async function addTemplate(
  change: PartnerChange,
  content: TemplateContent,
): Promise<Result<{ readonly templateId: string }, TemplateRefusal>> {
  await lockFirm(change)
  const kept = await mayKeep(change, content, null)
  if (!kept.ok) return kept
  const { tx, actor, author, partner } = change
  const row = {
    id: randomUUID(),
    providerId: actor.providerId,
    partnerId: partner.id,
    ...stored(content),
  }
  await together(tx, [
    { query: tx.insert(requestTemplate).values(row).returning({ id: requestTemplate.id }), rows: 1 },
    recorded(tx, author, [event(change, 'template.added', row)]),
  ])
  return ok({ templateId: row.id })
}

/**
 * Changes one. Of two administrators who edit at once the second is told, and nothing of the first is lost. Refuses what
 * `keepTemplate` refuses, and `removed`, naming who removed it.
 */
export async function editTemplate(
  change: PartnerChange,
  id: string,
  shown: TemplateValues,
  typed: TemplateContent,
): Promise<Result<Edited<(typeof templateFields)[number]>, TemplateRefusal | 'removed' | 'not-found'>> {
  await lockFirm(change)
  const { tx, actor, partner } = change
  const found = await templateOf(tx, partner, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('removed', { state: 'removed', by: found.removed.by })
  const kept = await mayKeep(change, typed, id)
  if (!kept.ok) return kept
  const subject = {
    id,
    action: 'template.updated',
    what: found.name,
    partner: partner.name,
    where: { providerId: actor.providerId },
    partnerId: partner.id,
  } as const
  const values = { shown, stored: templateValues(found), typed: templateValues(typed) }
  return ok(await applyEdit(change, subject, templateFields, values, () => [rewritten(change, id, typed)]))
}

/** Removes one. Requests that were sent with it stay as they are. Refuses `removed`, naming who was faster. */
export async function removeTemplate(
  change: PartnerChange,
  id: string,
): Promise<Result<null, 'removed' | 'not-found'>> {
  await lockFirm(change)
  const { tx, author, partner } = change
  const found = await templateOf(tx, partner, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('removed', { state: 'removed', by: found.removed.by })
  await together(tx, [
    {
      query: sql`(update request_template set ended_at = clock_timestamp()
        where id = ${id}::uuid and partner_id = ${partner.id}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    recorded(tx, author, [event(change, 'template.removed', found)]),
  ])
  return ok(null)
}

/** What a firm does to its templates happens one after the other: how many there are and what they are called holds. */
async function lockFirm({ tx, partner }: PartnerChange): Promise<void> {
  await tx.$client.query('select 1 from partner where id = $1 for no key update', [partner.id])
}

/** `id`: the one that is changed, which stands in nobody's way. */
async function mayKeep({ tx, actor, partner }: PartnerChange, content: TemplateContent, id: string | null) {
  const answer = await tx.$client.query<{ others: string[]; longestHours: number | null; now: Date }>(
    `select array(select t.name from request_template t where t.partner_id = $1 and t.ended_at is null and t.id is distinct from $2::uuid) as others,
        v.longest_grant_hours as "longestHours", clock_timestamp() as now
      from partner p join provider v on v.id = p.provider_id where p.id = $1`,
    [partner.id, id],
  )
  const { others = [], longestHours = null, now = new Date() } = answer.rows[0] ?? {}
  // The account is still to be chosen: a day is taken for one where the reader is.
  return keepTemplate(content, { others }, now, { longestHours, zone: actor.timeZone })
}

function stored({ name, reason, scope, duration }: TemplateContent) {
  const span = formatDuration(duration)
  return {
    name,
    folded: foldedText(name),
    reason,
    scope: scope.name,
    scopePages: [...scope.pages],
    duration: span,
  }
}

function rewritten({ tx }: PartnerChange, id: string, typed: TemplateContent): Write {
  return {
    query: tx
      .update(requestTemplate)
      .set(stored(typed))
      .where(sql`${requestTemplate.id} = ${id}::uuid and ${requestTemplate.endedAt} is null`)
      .returning({ id: requestTemplate.id }),
    rows: 1,
  }
}

function event(
  { partner }: PartnerChange,
  action: NewEvent['action'],
  { id, name }: Pick<Template, 'id' | 'name'>,
): NewEvent {
  const facts = { what: name, partner: partner.name }
  return { action, accountId: null, partnerId: partner.id, subjectId: id, facts }
}
