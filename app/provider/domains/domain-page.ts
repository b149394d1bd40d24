import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type ProviderPage, providerPage } from '#app/_server/page.ts'
import { type BrandingDomain, domainOf } from '#db/branding-domain/reads.ts'
import type { Tx } from '#db/client.ts'

interface DomainPage<More> extends ProviderPage<{ readonly more: More }> {
  readonly domain: BrandingDomain
  readonly administrates: boolean
}

/** A page about one branding domain of the provider's; `administrators` where support has nothing to look at. */
export async function domainPage<More>(
  id: string,
  who: 'administrators' | 'everybody',
  read: (tx: Tx, providerId: string) => Promise<More>,
): Promise<DomainPage<More>> {
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage(async (tx, { role }, actor) => {
    if (who === 'administrators' && role !== 'administrator') return null
    const domain = await domainOf(tx, actor.providerId, id)
    return domain && { domain, more: await read(tx, actor.providerId) }
  })
  if (!page.data) notFound()
  const { domain, more } = page.data
  return { ...page, data: { more }, domain, administrates: page.platform.role === 'administrator' }
}

export const nothingMore = async (): Promise<null> => null

/** Where a picture of a domain is shown to its provider's own people, on whatever host they are. */
export function pictureAddress(domain: Pick<BrandingDomain, 'id' | 'logoVersion'>, kind: string): string {
  return `/provider/domains/${domain.id}/pictures/${kind}?v=${domain.logoVersion}`
}
