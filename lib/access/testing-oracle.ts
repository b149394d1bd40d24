// Who may do what, written down a second time by hand from what the roles are said to mean, never read from the code: what
// tests hold the access check and its table against.

/** An account, by the number of its parent. */
export interface OracleAccount {
  readonly parent: number | null
  /** It has bought Branding. */
  readonly branding: boolean
}

export interface OraclePlace {
  readonly person: number
  readonly account: number
  readonly kind: 'account-manager' | 'administrator' | 'portal-user' | 'end-user'
  readonly roles: readonly string[]
  readonly modules: readonly string[]
}

/** A live grant; everybody of the firm is its administrator. */
export interface OracleGrant {
  readonly account: number
  readonly firm: number
  readonly scope: string
  readonly reaches: boolean
}

export interface OracleWorld {
  readonly accounts: readonly OracleAccount[]
  readonly places: readonly OraclePlace[]
  readonly grants: readonly OracleGrant[]
  readonly staff: readonly { readonly person: number; readonly firm: number }[]
  readonly exclusions: readonly { readonly account: number; readonly firm: number }[]
  readonly platform: readonly { readonly person: number; readonly role: string }[]
}

const words = (text: string) => text.trim().split(/\s+/)

export const money: readonly string[] = ['subscriptions.update', 'trials.start', 'clients.create']

const owner =
  words(`account.read activity.read partners.read partners.decide administrators.read administrators.manage
  managers.read managers.manage people.read people.update portal-users.read portal-users.manage general.read general.update
  services.read services.update subscriptions.read clients.read branding.read`)

const byRole: Readonly<Record<string, readonly string[]>> = {
  'account-owner': owner,
  'subscription-contributor': words(
    'account.read subscriptions.read subscriptions.update clients.read clients.create',
  ),
  'subscription-owner': words('account.read billing.read trials.read'),
  'subscription-viewer': words('account.read subscriptions.read clients.read'),
  'service-contributor': words('account.read clients.read'),
  'service-viewer': words('account.read services.read people.read'),
  'brand-contributor': words('account.read branding.read branding.update'),
  'sync-contributor': words('account.read sync.run'),
}

const byModule: Readonly<Record<string, readonly string[]>> = {
  fax: ['module.fax'],
  sms: ['module.sms'],
  'call-log': ['module.call-log'],
  phonebook: ['module.phonebook'],
  admin: words('module.admin portal-users.read portal-users.manage'),
}

const byScope: Readonly<Record<string, readonly string[]>> = {
  full: words(`account.read activity.read people.read people.update portal-users.read portal-users.manage general.read
    general.update services.read services.update subscriptions.read clients.read branding.read branding.update sync.run
    module.fax module.sms module.call-log module.phonebook module.admin`),
  services: words('account.read general.read services.read services.update'),
  people: words('account.read people.read people.update portal-users.read portal-users.manage'),
  'read-only': words('account.read general.read services.read people.read activity.read'),
}

const platformAdministrator =
  words(`account.read activity.read partners.read administrators.read administrators.manage
  managers.read managers.manage people.read people.update portal-users.read portal-users.manage general.read general.update
  services.read services.update subscriptions.read subscriptions.update billing.read trials.read trials.start clients.read
  clients.create branding.read branding.update sync.run`)

const byPlatform: Readonly<Record<string, readonly string[]>> = {
  administrator: platformAdministrator,
  support: [
    ...platformAdministrator.filter(one => one.endsWith('.read')),
    'managers.manage',
    'people.update',
  ],
}

function ofPlace({ kind, roles, modules }: OraclePlace): readonly string[] {
  if (kind === 'account-manager') return owner
  if (kind === 'administrator') return roles.flatMap(role => byRole[role] ?? [])
  const switched = kind === 'portal-user' ? modules.flatMap(module => byModule[module] ?? []) : []
  return ['account.read', ...switched]
}

/** Whether the account pays for itself: it is nobody's client. */
const paysItself = (world: OracleWorld, account: number) => world.accounts[account]?.parent === null

/** What a person may do on an account, sorted. */
export function heldBy(world: OracleWorld, person: number, account: number): readonly string[] {
  const parent = world.accounts[account]?.parent ?? null
  const own = world.places.filter(one => one.person === person && one.account === account).flatMap(ofPlace)
  const above = world.places
    .filter(one => one.person === person && one.account === parent && one.kind === 'administrator')
    .flatMap(one => one.roles)
  const downward = [
    ...(above.includes('service-contributor') ? owner : []),
    ...(above.includes('subscription-contributor') ? (byRole['subscription-contributor'] ?? []) : []),
  ]
  const granted = world.grants
    .filter(one => world.staff.some(staff => staff.person === person && staff.firm === one.firm))
    .filter(({ account: on, reaches, firm }) => {
      const isOut = world.exclusions.some(out => out.account === account && out.firm === firm)
      return on === account || (on === parent && reaches && !isOut)
    })
    .flatMap(one => byScope[one.scope] ?? [])
  const platform = world.platform
    .filter(one => one.person === person)
    .flatMap(one => byPlatform[one.role] ?? [])
  const free = (held: readonly string[]) => held.filter(one => !money.includes(one))
  const held = [
    ...(paysItself(world, account) ? own : free(own)),
    ...(parent !== null && paysItself(world, parent) ? downward : free(downward)),
    ...free(granted),
    ...platform,
  ]
  const branding = world.accounts[account]?.branding === true
  return [...new Set(held)].filter(one => branding || !one.startsWith('branding.')).sort()
}
