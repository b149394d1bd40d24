import 'server-only'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { isShutToSupport, noteVisit } from '#db/account/visit.ts'
import { type ForPage, type Sight, sightForPage } from '#db/authority.ts'
import type { SeenPartner } from '#db/change.ts'
import { beginningWith, type Tx } from '#db/client.ts'
import { noteUse } from '#db/grant/use.ts'
import { partnerForPage } from '#db/partner/staff.ts'
import { clockForPage, type Near } from '#db/person/places.ts'
import { type PlatformPlace, platformRoleForPage } from '#db/provider/platform.ts'
import { grantFor, type LiveGrant, may } from '#lib/access/authority.ts'
import type { Capability } from '#lib/access/capabilities.ts'
import { type DeskCapability, mayAtDesk } from '#lib/access/desk.ts'
import type { Actor } from '#lib/actor.ts'
import type { Brand } from '#lib/branding/brand.ts'
import type { Language } from '#lib/language.ts'
import { arrival } from './brand.ts'
import { tellsReasonFirst } from './reason-first.ts'
import { relaySoon } from './relay.ts'
import { readingAs, signedIn } from './session.ts'

/** What every page of a signed-in person knows. */
export interface PageOf<Data> extends Near {
  readonly actor: Actor
  readonly brand: Brand
  readonly language: Language
  /** The database's now, the same for the whole page. */
  readonly now: Date
  readonly data: Data
}

export interface AccountPage<Data>
  extends PageOf<Data>,
    Pick<Sight, 'account' | 'authority'>,
    Pick<ForPage, 'worn'> {
  /** The grant on which this page is seen; null where the person sees it of their own. */
  readonly grant: LiveGrant | null
}

async function asked() {
  const actor = await signedIn()
  const { brand } = await arrival()
  return { actor, brand, language: actor.language }
}

/**
 * A page of an account: checks access and reads the page's data in one transaction. Whoever may not see it gets the
 * same 404 as for an account that does not exist; the provider's support is told that they enter by saying why.
 */
export async function accountPage<Data>(
  slug: string,
  needs: Capability | readonly Capability[],
  read: (tx: Tx, sight: Sight, actor: Actor) => Promise<Data>,
): Promise<AccountPage<Data>> {
  const tell = await tellsReasonFirst()
  try {
    const base = await asked()
    const any = typeof needs === 'string' ? [needs] : needs
    const look = beginningWith(
      tx => sightForPage(tx, base.actor, slug),
      async (tx, sight) => {
        if (!sight && (await isShutToSupport(tx, base.actor, slug))) tell(slug)
        if (!sight || !any.some(capability => may(sight.authority, capability))) return null
        return { ...sight, data: await read(tx, sight, base.actor) }
      },
    )
    const seen = await readingAs(base.actor, look)
    if (!seen) notFound()
    return { ...base, ...seen, grant: await noted(base.actor, seen, any) }
  } finally {
    tell(null)
  }
}

/** Notes who looks in, before the answer: nobody has been inside without a trace. Gives the grant on which they do. */
async function noted(
  actor: Actor,
  { account, authority }: Sight,
  any: readonly Capability[],
): Promise<LiveGrant | null> {
  const held = any.filter(capability => may(authority, capability))
  const used = new Set(held.flatMap(capability => grantFor(authority, capability) ?? []))
  const own = held.some(capability => !authority.byGrant.has(capability))
  // Whoever was noted last is not looked up again for five minutes.
  for (const one of used) if (!one.usedLately && (await noteUse(actor, account, one))) after(relaySoon)
  const asProvider = held.some(capability => authority.byProvider.has(capability))
  if (asProvider && !authority.visitUntil) await noteVisit(actor, account)
  return own ? null : ([...used][0] ?? null)
}

export interface PartnerPage<Data> extends PageOf<Data> {
  readonly partner: SeenPartner
}

/** A page of a firm's own desk. */
export async function partnerPage<Data>(
  slug: string,
  read: (tx: Tx, partner: SeenPartner, actor: Actor) => Promise<Data>,
): Promise<PartnerPage<Data>> {
  const base = await asked()
  const look = beginningWith(
    tx => partnerForPage(tx, base.actor, slug),
    async (tx, found) => {
      if (!found) return null
      const { now, places, ...partner } = found
      return { partner, now, places, data: await read(tx, partner, base.actor) }
    },
  )
  const seen = await readingAs(base.actor, look)
  if (!seen) notFound()
  return { ...base, ...seen }
}

export interface ProviderPage<Data> extends PageOf<Data> {
  readonly platform: PlatformPlace
}

/** A page of the provider's desk. Whoever is not of its staff, or may not do there what the page is for, gets a 404. */
export async function providerPage<Data>(
  needs: DeskCapability,
  read: (tx: Tx, platform: PlatformPlace, actor: Actor) => Promise<Data>,
): Promise<ProviderPage<Data>> {
  const base = await asked()
  const look = beginningWith(
    tx => platformRoleForPage(tx, base.actor),
    async (tx, found) => {
      if (!found || !mayAtDesk(found.role, needs)) return null
      const { now, places, ...platform } = found
      return { platform, now, places, data: await read(tx, platform, base.actor) }
    },
  )
  const seen = await readingAs(base.actor, look)
  if (!seen) notFound()
  return { ...base, ...seen }
}

/** A page of the person's own: profile, choice of accounts. */
export async function personPage<Data>(read: (tx: Tx, actor: Actor) => Promise<Data>): Promise<PageOf<Data>> {
  const base = await asked()
  const look = beginningWith(
    tx => clockForPage(tx, base.actor.personId),
    async (tx, found) => ({ ...base, ...found, data: await read(tx, base.actor) }),
  )
  return readingAs(base.actor, look)
}
