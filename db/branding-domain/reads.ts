import type { DomainColours, DomainDetails, PictureKind } from '#lib/branding/domain.ts'
import type { Language } from '#lib/language.ts'
import type { Tx } from '../client.ts'
import { isLiveSession } from '../sign-in/live-session.ts'

/** A branding domain as the provider's list shows it. */
export interface ListedDomain {
  readonly id: string
  readonly host: string
  readonly name: string
  readonly accent: string
  readonly defaultLanguage: Language
  readonly senderAddress: string
  readonly logoVersion: number
  readonly hasLogo: boolean
  readonly retiredAt: Date | null
  readonly successorId: string | null
  readonly successorName: string | null
  /** People at home there: 1000 means "more than 999". */
  readonly people: number
}

const listed = `b.id, b.host, b.name, b.accent, b.default_language as "defaultLanguage", b.sender_address as "senderAddress",
  b.logo_version as "logoVersion", b.retired_at as "retiredAt", b.successor_id as "successorId", s.name as "successorName",
  exists (select 1 from brand_asset x where x.branding_domain_id = b.id and x.kind = 'logo') as "hasLogo",
  (select count(*)::int from (select 1 from person p where p.home_brand_id = b.id limit 1000) c) as people`

/** All branding domains of the provider, those in use first. A provider has a handful. */
export async function domainsOf(tx: Tx, providerId: string): Promise<readonly ListedDomain[]> {
  const answer = await tx.$client.query<ListedDomain>({
    name: 'branding-domains',
    text: `select ${listed} from branding_domain b left join branding_domain s on s.id = b.successor_id
      where b.provider_id = $1 order by b.retired_at is not null, lower(b.name), b.host limit 500`,
    values: [providerId],
  })
  return answer.rows
}

/** One branding domain with all that can be changed of it. */
export interface BrandingDomain extends ListedDomain {
  readonly details: DomainDetails
  readonly colours: DomainColours
  readonly pictures: readonly PictureKind[]
  /** What is at home there, of which a retirement moves all. */
  readonly accounts: number
  readonly sessions: number
  /** How many its retirement moved to the successor; null where it is in use, or that was not counted then. */
  readonly movedAccounts: number | null
  readonly movedPeople: number | null
  /** Accounts that come back with it: those of them that nobody has given another home since. 1000 means "more than 999". */
  readonly returning: number
}

/** One branding domain of the provider; null where there is none. */
export async function domainOf(tx: Tx, providerId: string, id: string): Promise<BrandingDomain | null> {
  const answer = await tx.$client.query<BrandingDomain>({
    name: 'branding-domain',
    text: `select ${listed},
        json_build_object('host', b.host, 'brandName', b.name, 'supportName', b.support_name,
          'supportEmail', b.support_email, 'supportPhone', b.support_phone, 'supportUrl', b.support_url,
          'senderName', b.sender_name, 'senderAddress', b.sender_address, 'defaultLanguage', b.default_language,
          'termsUrl', b.terms_url, 'privacyUrl', b.privacy_url) as details,
        json_build_object('accent', b.accent, 'accentDark', coalesce(b.accent_dark, '')) as colours,
        array(select x.kind from brand_asset x where x.branding_domain_id = b.id) as pictures,
        (select count(*)::int from (select 1 from account a where a.home_brand_id = b.id limit 1000) c) as accounts,
        (select count(*)::int from (select 1 from session z where z.branding_domain_id = b.id
          and ${isLiveSession('z')} limit 1000) c) as sessions,
        b.moved_accounts as "movedAccounts", b.moved_people as "movedPeople",
        (select count(*)::int from (select 1 from account a where a.moved_from_brand_id = b.id limit 1000) c) as returning
      from branding_domain b left join branding_domain s on s.id = b.successor_id
      where b.provider_id = $1 and b.id = $2`,
    values: [providerId, id],
  })
  return answer.rows[0] ?? null
}

/**
 * Lets changes of a provider's branding domains happen one after the other: which of them may go depends on all the
 * others. Held to the end of the transaction.
 */
export async function lockDomains(tx: Tx, providerId: string): Promise<void> {
  await tx.$client.query('select 1 from provider where id = $1 for no key update', [providerId])
}
