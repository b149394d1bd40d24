import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type ProviderPage, providerPage } from '#app/_server/page.ts'
import { type BrandingDomain, domainOf } from '#db/branding-domain/reads.ts'
import type { Tx } from '#db/client.ts'
import { type DeskCapability, mayAtDesk } from '#lib/access/desk.ts'

interface DomainPage<More> extends ProviderPage<{ readonly more: More }> {
  readonly domain: BrandingDomain
  readonly administrates: boolean
}

/** A page about one branding domain of the provider's, for those who may do this at the desk. */
export async function domainPage<More>(
  id: string,
  needs: DeskCapability,
  read: (tx: Tx, providerId: string) => Promise<More>,
): Promise<DomainPage<More>> {
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage(needs, async (tx, _, actor) => {
    const domain = await domainOf(tx, actor.providerId, id)
    return domain && { domain, more: await read(tx, actor.providerId) }
  })
  if (!page.data) notFound()
  const { domain, more } = page.data
  return { ...page, data: { more }, domain, administrates: mayAtDesk(page.platform.role, 'domains.manage') }
}

export const nothingMore = async (): Promise<null> => null

/** Where a picture of a domain is shown to its provider's own people, on whatever host they are. */
export function pictureAddress(domain: Pick<BrandingDomain, 'id' | 'logoVersion'>, kind: string): string {
  return `/provider/domains/${domain.id}/pictures/${kind}?v=${domain.logoVersion}`
}
