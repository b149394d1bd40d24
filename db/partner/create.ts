import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Likeness, likenessOf } from '#lib/partner/likeness.ts'
import { type PartnerIdFault, partnerIdFault, suggestedPartnerId } from '#lib/partner/partner-id.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { Overtaken, type Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { freeSlug } from '../lists/free-slug.ts'
import { together } from '../write.ts'
import { newShareCode } from './share-code.ts'

export interface NewPartner {
  /** As the provider verified it. */
  readonly name: string
  readonly partnerCode: string
}

export interface CreatedPartner {
  readonly id: string
  readonly slug: string
}

/** Whom a firm of this name could be taken for; `except` is the firm that is being renamed. */
export async function likenessAt(
  tx: Tx,
  providerId: string,
  name: string,
  except: string | null = null,
): Promise<Likeness | null> {
  const answer = await tx.$client.query<{ name: string; own: boolean }>(
    `select name, true as own from provider where id = $1
      union all select name, true from branding_domain where provider_id = $1 and retired_at is null
      union all select name, false from partner where provider_id = $1 and closed_at is null and id is distinct from $2::uuid`,
    [providerId, except],
  )
  const named = (own: boolean) => answer.rows.filter(row => row.own === own).map(row => row.name)
  return likenessOf(name, { provider: named(true), partners: named(false) })
}

/** A Partner ID that is free, for a firm of this name. */
export async function freePartnerId(tx: Tx, providerId: string, name: string): Promise<string> {
  const from = randomInt(1000)
  const candidates = Array.from({ length: 50 }, (_, i) => suggestedPartnerId(name, (from + i * 17) % 1000))
  const taken = await tx.$client.query<{ code: string }>(
    'select partner_code as code from partner where provider_id = $1 and partner_code = any($2)',
    [providerId, candidates],
  )
  const known = new Set(taken.rows.map(row => row.code))
  return candidates.find(code => !known.has(code)) ?? candidates[0] ?? ''
}

/**
 * Enters a firm, with a slug and a share code that nobody can guess. Its first administrator is the caller's.
 * Refuses a Partner ID that is none, and `id-taken`, telling by which firm.
 */
export async function createPartner(
  { tx, actor, author }: Change,
  { name, partnerCode }: NewPartner,
): Promise<Result<CreatedPartner, PartnerIdFault | 'id-taken'>> {
  const fault = partnerIdFault(partnerCode)
  if (fault) return refuse(fault)
  const { providerId } = actor
  const holder = await tx.$client.query<{ name: string }>(
    'select name from partner where provider_id = $1 and partner_code = $2',
    [providerId, partnerCode],
  )
  const [taken] = holder.rows
  if (taken) return refuse('id-taken', { state: 'taken', by: taken.name })
  const id = randomUUID()
  const slug = await freeSlug(tx, 'partner', providerId, name)
  const share = newShareCode()
  // Whoever took one of them meanwhile: the change begins anew, and is told or takes another.
  const made =
    await tx.execute(sql`insert into partner (id, provider_id, slug, name, partner_code, share_code)
    values (${id}::uuid, ${providerId}::uuid, ${slug}, ${name}, ${partnerCode}, ${share}) on conflict do nothing`)
  if (made.rowCount !== 1) throw new Overtaken(0)
  await together(tx, [
    recorded(tx, author, [
      { action: 'partner.created', accountId: null, partnerId: id, subjectId: id, facts: { partner: name } },
    ]),
  ])
  return ok({ id, slug })
}

/**
 * Gives a firm the name that the provider verified anew. Its slug and its Partner ID stay.
 * Refuses `meanwhile` where somebody else renamed it after the form was shown, telling its name by now.
 */
export async function renamePartner(
  { tx, actor, author }: Change,
  of: { readonly partnerId: string; readonly shown: string; readonly name: string },
): Promise<Result<'renamed' | 'nothing', 'meanwhile' | 'not-found'>> {
  const found = await tx.$client.query<{ name: string }>(
    'select name from partner where id = $1 and provider_id = $2 and closed_at is null for no key update',
    [of.partnerId, actor.providerId],
  )
  const [partner] = found.rows
  if (!partner) return refuse('not-found')
  if (partner.name === of.name) return ok('nothing')
  if (partner.name !== of.shown) return refuse('meanwhile', { state: partner.name, by: null })
  await together(tx, [
    {
      query: sql`(update partner set name = ${of.name}, verified_at = statement_timestamp() where id = ${of.partnerId}::uuid returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'partner.updated',
        accountId: null,
        partnerId: of.partnerId,
        subjectId: of.partnerId,
        facts: { partner: of.name, changes: { name: [partner.name, of.name] } },
      },
    ]),
  ])
  return ok('renamed')
}
