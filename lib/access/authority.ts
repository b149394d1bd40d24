import { type Capability, isFinancial, isThere } from './capabilities.ts'
import type { MembershipKind } from './membership-kinds.ts'
import { capabilitiesOfPlatform, type PlatformRole } from './platform.ts'
import { products } from './products.ts'
import {
  capabilitiesOfModule,
  capabilitiesOfRole,
  isModule,
  isRole,
  ownerCapabilities,
  type Role,
} from './roles.ts'
import { capabilitiesOfScope, type Scope } from './scopes.ts'

/** An active membership of the person, on the account or on its parent. */
export interface LiveMembership {
  readonly kind: MembershipKind
  readonly roles: readonly string[]
  readonly modules: readonly string[]
}

/**
 * An effective grant that this person may use, on the account or reaching it from its parent: as the firm's administrator,
 * or by an assignment.
 */
export interface LiveGrant {
  readonly grantId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly scope: Scope
  /** None = the grant's whole scope. */
  readonly assignedScope: Scope | null
  readonly endsAt: Date | null
  /** It is the parent account's, and reaches this one. */
  readonly viaParent: boolean
  /** This person's use of it here has just been noted: see db/grant/use.ts. */
  readonly usedLately: boolean
}

export interface LiveStanding {
  readonly isClientAccount: boolean
  /** Its parent is itself the client account of another. */
  readonly parentIsClient: boolean
  /** What the account has bought: see isThere. */
  readonly products: readonly string[]
  readonly memberships: readonly LiveMembership[]
  readonly parentMemberships: readonly LiveMembership[]
  readonly grants: readonly LiveGrant[]
  /** The person's place among the provider's staff, where it opens the account: support must have said why. */
  readonly platform: PlatformRole | null
  /** Until when it has been noted that they are here: with that, support's place ends. */
  readonly visitUntil: Date | null
}

/**
 * How the person comes to the account. `partner` works under the bar that names account, firm and time left, also where
 * the person has a lesser place of their own there. `provider` is one of the provider's staff with no other way in.
 */
export type Way = 'member' | 'parent' | 'partner' | 'provider'

export interface Authority {
  readonly way: Way
  readonly capabilities: ReadonlySet<Capability>
  /** Those of them that only a grant gives: what is done by these is done in the firm's name. */
  readonly byGrant: ReadonlySet<Capability>
  /** Those that the person has only from their place on the parent account: what is done by these is done in its name. */
  readonly byParent: ReadonlySet<Capability>
  /** Those that the person has only as one of the provider's staff: what is done by these is done in its name. */
  readonly byProvider: ReadonlySet<Capability>
  /** The place among the provider's staff that opens the account, if any. */
  readonly platform: PlatformRole | null
  readonly visitUntil: Date | null
  /** The grants that give any of the former, the one that lasts longest first; see grantFor. */
  readonly grants: readonly LiveGrant[]
}

/**
 * The one function that turns live memberships, grants and assignments into capabilities on an account.
 * Gives null where nothing is left: the account does not exist for this person.
 */
export function authorityOf(standing: LiveStanding): Authority | null {
  const there = (capability: Capability) => isThere(capability, standing.products)
  const own = standing.memberships.flatMap(capabilitiesOfMembership).filter(there)
  const parent = capabilitiesFromParent(standing).filter(there)
  // On a client account only the parent and the provider change what costs money, whatever the person's roles; nor does a
  // grant of the parent's hand that on.
  const allowed = (capability: Capability) => !standing.isClientAccount || !isFinancial(capability)
  const given = standing.grants.flatMap(capabilitiesOfGrant).filter(there).filter(allowed)
  const members = own.filter(allowed)
  const { platform } = standing
  const provider = (platform ? capabilitiesOfPlatform(platform) : []).filter(there)
  const ofPeople = new Set<Capability>([...members, ...parent])
  const held = new Set<Capability>([...ofPeople, ...provider])
  const byGrant = new Set(given.filter(capability => !held.has(capability)))
  if (held.size === 0 && byGrant.size === 0) return null
  const way: Way =
    byGrant.size > 0 ? 'partner' : own.length > 0 ? 'member' : parent.length > 0 ? 'parent' : 'provider'
  const givesMore = (grant: LiveGrant) => capabilitiesOfGrant(grant).some(one => byGrant.has(one))
  return {
    way,
    platform,
    visitUntil: standing.visitUntil,
    capabilities: new Set([...held, ...byGrant]),
    byGrant,
    byParent: new Set(parent.filter(capability => !members.includes(capability))),
    byProvider: new Set(provider.filter(capability => !ofPeople.has(capability))),
    grants: longestFirst(standing.grants.filter(givesMore)),
  }
}

/** What the roles that reach a parent account's own clients give there. One level down, and never up or sideways. */
const downward = {
  'service-contributor': ownerCapabilities,
  'subscription-contributor': capabilitiesOfRole('subscription-contributor'),
} as const satisfies Partial<Record<Role, readonly Capability[]>>

export const rolesFromParent = Object.keys(downward) as readonly (keyof typeof downward)[]

/**
 * A person's place on the parent gives them something here by these roles alone. Money passes down only from an account that
 * is nobody's client: what somebody may not do at home they may not do one level below.
 */
function capabilitiesFromParent({
  isClientAccount,
  parentIsClient,
  parentMemberships,
}: LiveStanding): readonly Capability[] {
  if (!isClientAccount) return []
  const held = parentMemberships.flatMap(({ kind, roles }) =>
    kind === 'administrator' ? rolesFromParent.filter(role => roles.includes(role)) : [],
  )
  return held
    .flatMap((role): readonly Capability[] => downward[role])
    .filter(capability => !(parentIsClient && isFinancial(capability)))
}

/** What somebody may do who has this way in and no other. */
export function heldBy(standing: Partial<LiveStanding>): ReadonlySet<Capability> {
  return new Set(authorityOf({ ...nobody, ...standing })?.capabilities)
}

/** What an administrator with these roles and nothing else may do on an account. */
export function givenTogether(roles: readonly string[], isClientAccount: boolean): ReadonlySet<Capability> {
  return heldBy({ isClientAccount, memberships: [{ kind: 'administrator', roles, modules: [] }] })
}

/** Somebody with no way in at all, on an account that has bought everything. */
export const nobody: LiveStanding = {
  isClientAccount: false,
  parentIsClient: false,
  products,
  memberships: [],
  parentMemberships: [],
  grants: [],
  platform: null,
  visitUntil: null,
}

export function may(authority: Authority, capability: Capability): boolean {
  return authority.capabilities.has(capability)
}

/** Whether somebody may of these memberships alone. Opens nothing: it is for links, behind which the access check stands. */
export function mayAsMember(memberships: readonly LiveMembership[], capability: Capability): boolean {
  return memberships.flatMap(capabilitiesOfMembership).includes(capability)
}

/**
 * The grants on which the person uses the capability, the one that lasts longest first: whose firm acts, until when, and
 * whose use it is. None where they have it of their own, or not at all.
 */
export function grantsFor(authority: Authority, capability: Capability): readonly LiveGrant[] {
  if (!authority.byGrant.has(capability)) return []
  return authority.grants.filter(grant => capabilitiesOfGrant(grant).includes(capability))
}

/** The one of them that lasts longest. */
export function grantFor(authority: Authority, capability: Capability): LiveGrant | undefined {
  return grantsFor(authority, capability)[0]
}

function capabilitiesOfMembership(membership: LiveMembership): readonly Capability[] {
  if (membership.kind === 'account-manager') return ownerCapabilities
  if (membership.kind === 'administrator') return membership.roles.filter(isRole).flatMap(capabilitiesOfRole)
  if (membership.kind === 'portal-user') {
    return ['account.read', ...membership.modules.filter(isModule).flatMap(capabilitiesOfModule)]
  }
  return ['account.read']
}

function capabilitiesOfGrant(grant: LiveGrant): readonly Capability[] {
  const whole = capabilitiesOfScope(grant.scope)
  if (!grant.assignedScope) return [...whole]
  return [...capabilitiesOfScope(grant.assignedScope)].filter(capability => whole.has(capability))
}

function longestFirst(grants: readonly LiveGrant[]): readonly LiveGrant[] {
  const end = (grant: LiveGrant) => grant.endsAt?.getTime() ?? Number.POSITIVE_INFINITY
  return [...grants].sort((a, b) => end(b) - end(a))
}
