import { heldBy, type LiveGrant, type LiveStanding, rolesFromParent } from './authority.ts'
import { type Capability, capabilities } from './capabilities.ts'
import { platformRoles } from './platform.ts'
import { type Module, modules, type Role, roles } from './roles.ts'
import { type Scope, type ScopeName, type ScopePage, scopeNames, scopePages } from './scopes.ts'

// The one table of who may do what, worked out by the one function that decides. The help page shows it, and the permission
// matrix opens every page and posts every action as every kind of person to see that the portal answers so.

/** What somebody is, by which they come to an account. */
export type PersonKey =
  | 'account-manager'
  | 'portal-user'
  | 'end-user'
  | `role:${Role}`
  | `module:${Module}`
  | `parent:${(typeof rolesFromParent)[number]}`
  | `scope:${Exclude<ScopeName, 'chosen'>}`
  | `page:${ScopePage}`
  | `platform:${(typeof platformRoles)[number]}`

export const personGroups = ['managers', 'roles', 'parent', 'users', 'partner', 'platform'] as const
export type PersonGroup = (typeof personGroups)[number]

export interface PersonRow {
  readonly key: PersonKey
  readonly group: PersonGroup
  /** On an account that is nobody's client; none for the parent's people, who come to client accounts alone. */
  readonly elsewhere: ReadonlySet<Capability>
  readonly onClient: ReadonlySet<Capability>
}

const member = (kind: 'account-manager' | 'administrator' | 'portal-user' | 'end-user') => ({
  kind,
  roles: [] as readonly string[],
  modules: [] as readonly string[],
})

const through = (scope: Scope): LiveGrant => ({
  grantId: '',
  partnerId: '',
  partnerName: '',
  scope,
  assignedScope: null,
  endsAt: null,
  viaParent: false,
  usedLately: true,
})

function row(key: PersonKey, group: PersonGroup, standing: Partial<LiveStanding>): PersonRow {
  const held = (isClientAccount: boolean) => heldBy({ ...standing, isClientAccount })
  return { key, group, elsewhere: held(false), onClient: held(true) }
}

/** Every kind of person that can come to an account, each as if they were nothing else, in the order of the help page. */
export const whoMay: readonly PersonRow[] = [
  row('account-manager', 'managers', { memberships: [member('account-manager')] }),
  ...roles.map(role =>
    row(`role:${role}`, 'roles', { memberships: [{ ...member('administrator'), roles: [role] }] }),
  ),
  ...rolesFromParent.map(role =>
    row(`parent:${role}`, 'parent', { parentMemberships: [{ ...member('administrator'), roles: [role] }] }),
  ),
  row('portal-user', 'users', { memberships: [member('portal-user')] }),
  ...modules.map(module =>
    row(`module:${module}`, 'users', { memberships: [{ ...member('portal-user'), modules: [module] }] }),
  ),
  row('end-user', 'users', { memberships: [member('end-user')] }),
  ...scopeNames
    .filter(name => name !== 'chosen')
    .map(name => row(`scope:${name}`, 'partner', { grants: [through({ name, pages: [] })] })),
  ...scopePages.map(page =>
    row(`page:${page}`, 'partner', { grants: [through({ name: 'chosen', pages: [page] })] }),
  ),
  ...platformRoles.map(role => row(`platform:${role}`, 'platform', { platform: role })),
]

/** The kinds of people who hold the right on an account, or on a client account. */
export function holdersOf(capability: Capability, isClientAccount: boolean): readonly PersonKey[] {
  return whoMay
    .filter(one => (isClientAccount ? one.onClient : one.elsewhere).has(capability))
    .map(({ key }) => key)
}

/** What a kind of person holds elsewhere and not on a client account, in the order of the rights. */
export function lostOnClient({ elsewhere, onClient }: PersonRow): readonly Capability[] {
  return capabilities.filter(one => elsewhere.has(one) && !onClient.has(one))
}
