import type { PictureKind } from '#lib/branding/domain.ts'
import { reading, type Tx } from './client.ts'

export interface BrandPicture {
  readonly contentType: string
  readonly content: Buffer
}

/** A picture of a branding domain; the light logo stands in where there is no dark one. Null = there is none. */
export async function brandPicture(
  brand: { readonly id: string; readonly providerId: string },
  kind: PictureKind,
): Promise<BrandPicture | null> {
  return reading({ role: 'app', providerId: brand.providerId }, tx => brandPictureIn(tx, brand.id, kind))
}

/** The same within a transaction behind the provider's wall. */
export async function brandPictureIn(tx: Tx, id: string, kind: PictureKind): Promise<BrandPicture | null> {
  const fallback: PictureKind = kind === 'logo-dark' ? 'logo' : kind
  const answer = await tx.$client.query<BrandPicture>(
    `select content_type as "contentType", content from brand_asset
      where branding_domain_id = $1 and kind in ($2, $3) order by kind = $2 desc limit 1`,
    [id, kind, fallback],
  )
  return answer.rows[0] ?? null
}
