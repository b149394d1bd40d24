import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { KeptPicture } from '#lib/branding/codec.ts'
import type { PictureKind } from '#lib/branding/domain.ts'
import {
  type ColourField,
  colourFields,
  type DetailField,
  type DomainColours,
  type DomainDetails,
  detailFields,
} from '#lib/branding/domain.ts'
import { pictureText } from '#lib/branding/picture.ts'
import { isLanguage } from '#lib/language.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { recorded } from '../events.ts'
import { codeOf, constraintOf } from '../faults.ts'
import { brandAsset, brandingDomain } from '../schema/provider.ts'
import { together } from '../write.ts'
import { type BrandingDomain, domainOf, lockDomains } from './reads.ts'

/** How the history calls a domain: by its name, and by the host that tells it from its sisters. */
export function titleOfDomain(details: Pick<DomainDetails, 'brandName' | 'host'>): string {
  return `${details.brandName} (${details.host})`
}

const columns = ({ brandName, defaultLanguage, ...details }: DomainDetails) => ({
  ...details,
  name: brandName,
  defaultLanguage: isLanguage(defaultLanguage) ? defaultLanguage : 'en',
})

/**
 * Adds a branding domain. Refuses `taken` where any provider, whichever it is, has the host already.
 */
export async function addDomain(
  { tx, actor, author }: Change,
  typed: DomainDetails,
  accent: string,
): Promise<Result<{ readonly id: string }, 'taken'>> {
  const id = randomUUID()
  const added = await tx
    .insert(brandingDomain)
    .values({ id, providerId: actor.providerId, accent, ...columns(typed) })
    .onConflictDoNothing({ target: brandingDomain.host })
    .returning({ id: brandingDomain.id })
  if (added.length === 0) return refuse('taken')
  const about = { accountId: null, partnerId: null, subjectId: id } as const
  await together(tx, [
    recorded(tx, author, [
      { ...about, action: 'branding-domain.added', to: 'active', facts: { what: titleOfDomain(typed) } },
    ]),
  ])
  return ok({ id })
}

/** Changes what a branding domain says about itself. Refuses `taken` as `addDomain` does; nothing is changed then. */
export async function updateDomain(
  change: Change,
  id: string,
  typed: DomainDetails,
  shown: DomainDetails,
): Promise<Result<Edited<DetailField>, 'taken' | 'not-found'>> {
  const domain = await locked(change, id)
  if (!domain) return refuse('not-found')
  const values = { shown, stored: domain.details, typed }
  try {
    return ok(
      await applyEdit(change, subjectOf(change, domain), detailFields, values, () => [
        { query: updated(change.tx, id, columns(typed)), rows: 1 },
      ]),
    )
  } catch (error) {
    if (codeOf(error) === '23505' && constraintOf(error) === 'branding_domain_host_unique')
      return refuse('taken')
    throw error
  }
}

/** Changes its colours, which have been checked. */
export async function updateColours(
  change: Change,
  id: string,
  typed: DomainColours,
  shown: DomainColours,
): Promise<Result<Edited<ColourField>, 'not-found'>> {
  const domain = await locked(change, id)
  if (!domain) return refuse('not-found')
  const values = { shown, stored: domain.colours, typed }
  return ok(
    await applyEdit(change, subjectOf(change, domain), colourFields, values, () => [
      {
        query: updated(change.tx, id, { accent: typed.accent, accentDark: typed.accentDark || null }),
        rows: 1,
      },
    ]),
  )
}

/** Puts a picture in place of the one before. Its address changes with it, so that everybody sees it at once. */
export async function replacePicture(
  change: Change,
  id: string,
  kind: PictureKind,
  picture: KeptPicture,
): Promise<Result<null, 'not-found'>> {
  const { tx, actor, author } = change
  const domain = await locked(change, id)
  if (!domain) return refuse('not-found')
  const before = await tx.$client.query<{ contentType: string; bytes: number }>(
    `select content_type as "contentType", length(content) as bytes from brand_asset where branding_domain_id = $1 and kind = $2`,
    [id, kind],
  )
  const old = before.rows[0]
  const { contentType, content } = picture
  const stored = { contentType, content }
  const told = [old ? pictureText(old) : '', pictureText({ ...picture, bytes: content.length })] as const
  const facts = { what: titleOfDomain(domain.details), changes: { [kind]: told } }
  await together(tx, [
    {
      query: tx
        .insert(brandAsset)
        .values({ providerId: actor.providerId, brandingDomainId: id, kind, ...stored })
        .onConflictDoUpdate({ target: [brandAsset.brandingDomainId, brandAsset.kind], set: stored })
        .returning({ kind: brandAsset.kind }),
      rows: 1,
    },
    { query: updated(tx, id, { logoVersion: sql`${brandingDomain.logoVersion} + 1` }), rows: 1 },
    recorded(tx, author, [
      { action: 'branding-domain.updated', accountId: null, partnerId: null, subjectId: id, facts },
    ]),
  ])
  return ok(null)
}

async function locked({ tx, actor }: Change, id: string): Promise<BrandingDomain | null> {
  await lockDomains(tx, actor.providerId)
  return domainOf(tx, actor.providerId, id)
}

function subjectOf({ actor }: Change, { id, details }: BrandingDomain) {
  const where = { providerId: actor.providerId }
  return {
    id,
    action: 'branding-domain.updated',
    what: titleOfDomain(details),
    where,
    partnerId: null,
  } as const
}

function updated(
  tx: Tx,
  id: string,
  values: Parameters<ReturnType<typeof tx.update<typeof brandingDomain>>['set']>[0],
) {
  return tx
    .update(brandingDomain)
    .set(values)
    .where(sql`${brandingDomain.id} = ${id}::uuid`)
    .returning({ id: brandingDomain.id })
}
