import { reading } from './client.ts'

export const brandPictures = ['logo', 'logo-dark', 'favicon'] as const
export type BrandPictureKind = (typeof brandPictures)[number]

export interface BrandPicture {
  readonly contentType: string
  readonly content: Buffer
}

/** A picture of a branding domain; the light logo stands in where there is no dark one. Null = there is none. */
export async function brandPicture(
  brand: { readonly id: string; readonly providerId: string },
  kind: BrandPictureKind,
): Promise<BrandPicture | null> {
  const fallback: BrandPictureKind = kind === 'logo-dark' ? 'logo' : kind
  const answer = await reading({ role: 'app', providerId: brand.providerId }, tx =>
    tx.$client.query<BrandPicture>(
      `select content_type as "contentType", content from brand_asset
        where branding_domain_id = $1 and kind in ($2, $3) order by kind = $2 desc limit 1`,
      [brand.id, kind, fallback],
    ),
  )
  return answer.rows[0] ?? null
}
