import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { parseEmail } from '#lib/email.ts'
import { ok, type Result } from '#lib/result.ts'
import type { Setup } from '#lib/setup/setup.ts'
import { type Tx, writing } from '../client.ts'
import { recorded } from '../events.ts'
import { personFor } from '../person/add.ts'
import { passwordLetter } from '../person/password-letter.ts'
import { portalAuthor } from '../portal-author.ts'
import { platformUser } from '../schema/person.ts'
import { brandingDomain, provider } from '../schema/provider.ts'
import { together } from '../write.ts'

export type SetupRefusal =
  /** There is a provider already, and nobody said that another one is meant. */
  'already' | 'slug-taken' | 'host-taken'

export interface SetUp {
  readonly providerId: string
}

/**
 * Makes a provider, its first branding domain and its first platform administrator with an activation letter: all of it or
 * nothing, and once, also where two try at the same time.
 */
export function setUp(
  from: pg.Pool,
  setup: Setup,
  { another, secret }: { readonly another: boolean; readonly secret: string },
): Promise<
  | Result<SetUp, SetupRefusal>
  | { readonly ok: false; readonly refusal: 'already'; readonly names: readonly string[] }
> {
  return writing(
    { role: 'worker' },
    async tx => {
      await tx.$client.query(`select pg_advisory_xact_lock(hashtext('latchkey: setup'))`)
      const known = await tx
        .select({ name: provider.name, slug: provider.slug })
        .from(provider)
        .orderBy(provider.name)
      if (known.length > 0 && !another)
        return { ok: false, refusal: 'already', names: known.map(one => one.name) } as const
      if (known.some(one => one.slug === setup.slug)) return { ok: false, refusal: 'slug-taken' } as const
      const taken = await tx.$client.query('select 1 from branding_domain where host = $1', [setup.host])
      if (taken.rowCount) return { ok: false, refusal: 'host-taken' } as const
      return ok(await made(tx, setup, secret))
    },
    from,
  )
}

async function made(tx: Tx, setup: Setup, secret: string): Promise<SetUp> {
  const [providerId, domainId] = [randomUUID(), randomUUID()]
  const { name, slug, host } = setup
  await tx.insert(provider).values({ id: providerId, slug, name })
  await tx.insert(brandingDomain).values({
    id: domainId,
    providerId,
    host,
    name,
    accent: setup.accent,
    supportName: name,
    supportEmail: setup['support-email'],
    supportPhone: '',
    supportUrl: '',
    senderName: name,
    senderAddress: setup['sender-address'],
    defaultLanguage: setup.language,
    termsUrl: '',
    privacyUrl: '',
  })
  const about = { accountId: null, partnerId: null } as const
  const what = `${name} (${host})`
  await together(tx, [
    recorded(tx, portalAuthor(providerId), [
      { ...about, action: 'branding-domain.added', subjectId: domainId, to: 'active', facts: { what } },
    ]),
  ])
  await administratorOf(tx, setup, { providerId, domainId }, secret)
  return { providerId }
}

async function administratorOf(
  tx: Tx,
  setup: Setup,
  { providerId, domainId }: { readonly providerId: string; readonly domainId: string },
  secret: string,
): Promise<void> {
  const email = parseEmail(setup['admin-email'])
  if (!email.ok) throw new Error('the address was checked before')
  const name = setup['admin-name']
  const newcomer = {
    email: email.value,
    name,
    language: setup.language,
    timeZone: setup['time-zone'],
    homeBrandId: domainId,
  }
  const kind = 'platform-administrator'
  const met = await personFor(tx, providerId, newcomer, { kind, at: providerId })
  if (!met.ok) throw new Error('nobody can be shut out of what is new')
  const { personId } = met.value
  const userId = randomUUID()
  await tx.insert(platformUser).values({ id: userId, providerId, personId, role: 'administrator' })
  const letter = {
    purpose: 'activation',
    personId,
    accountId: null,
    hasPassword: false,
    replaces: true,
    facts: { kind, place: setup.name },
  } as const
  const written = await passwordLetter(tx, letter, secret)
  if (!written.ok) throw new Error('nobody had a letter from what is new')
  const facts = { whom: name, email: email.value.address, what: 'administrator' }
  await together(tx, [
    ...written.value,
    recorded(tx, portalAuthor(providerId), [
      {
        accountId: null,
        partnerId: null,
        action: 'platform-user.added',
        subjectId: userId,
        to: 'invited',
        facts,
      },
    ]),
  ])
}
