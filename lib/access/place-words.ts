import { bilingual, type Language } from '#lib/language.ts'
import { type LiveMembership, rolesFromParent } from './authority.ts'
import type { Capability } from './capabilities.ts'
import { onClientsText } from './role-gives.ts'
import {
  capabilitiesOfModule,
  capabilitiesOfRole,
  isModule,
  isRole,
  type Module,
  ownerCapabilities,
  type Role,
} from './roles.ts'
import { scopeWords } from './scope-words.ts'
import { toldOf } from './told.ts'

/** What the places on an account are called, with their roles and modules. */
export const placeWords = bilingual({
  en: {
    kind: {
      'account-manager': 'Account manager',
      administrator: 'Administrator',
      'portal-user': 'Portal user',
      'end-user': 'End user',
    },
    role: {
      'account-owner': 'Account Owner',
      'subscription-contributor': 'Subscription Contributor',
      'subscription-owner': 'Subscription Owner',
      'subscription-viewer': 'Subscription Viewer',
      'service-contributor': 'Service Contributor',
      'service-viewer': 'Service Viewer',
      'brand-contributor': 'Brand Contributor',
      'sync-contributor': 'Sync Contributor',
    },
    admin: 'Admin',
    fromParent: (roles: string) => `Acts here as ${roles}`,
  },
  fr: {
    kind: {
      'account-manager': 'Gestionnaire de compte',
      administrator: 'Administrateur',
      'portal-user': 'Utilisateur du portail',
      'end-user': 'Utilisateur final',
    },
    role: {
      'account-owner': 'Propriétaire du compte',
      'subscription-contributor': 'Contributeur aux abonnements',
      'subscription-owner': 'Responsable des abonnements',
      'subscription-viewer': 'Lecteur des abonnements',
      'service-contributor': 'Contributeur aux services',
      'service-viewer': 'Lecteur des services',
      'brand-contributor': 'Contributeur à la marque',
      'sync-contributor': 'Contributeur à la synchronisation',
    },
    admin: 'Administration',
    fromParent: roles => `Agit ici comme ${roles}`,
  },
})

export function moduleName(module: Module, language: Language): string {
  return module === 'admin' ? placeWords[language].admin : scopeWords[language].page[module]
}

/** One thing that somebody's place gives them: a role, a module, or the place itself. */
export interface PlacePart {
  readonly name: string
  /** What it gives here, as far as it is worth telling; on a client account less than the same role gives elsewhere. */
  readonly capabilities: readonly Capability[]
  /** What it gives on client accounts, too. */
  readonly onClients: string | null
}

/** The roles under which somebody of the parent account is known on its client account. */
export function actsAs(roles: readonly string[]): readonly Role[] {
  return rolesFromParent
    .filter(role => roles.includes(role))
    .map(role => (role === 'service-contributor' ? 'account-owner' : role))
}

/** What the roles of a place on the parent account give on its client account, part by part. */
export function partsFromParent(
  roles: readonly string[],
  held: ReadonlySet<Capability>,
  language: Language,
): readonly PlacePart[] {
  const acting = { kind: 'administrator', roles: actsAs(roles), modules: [] } as const
  return partsOf(acting, held, language).map(part => ({ ...part, onClients: null }))
}

/** What a membership gives its person where they hold no more than `held`, part by part. */
export function partsOf(
  { kind, roles, modules }: LiveMembership,
  held: ReadonlySet<Capability>,
  language: Language,
): readonly PlacePart[] {
  const words = placeWords[language]
  const part = (name: string, gives: readonly Capability[], onClients: string | null = null): PlacePart => ({
    name,
    capabilities: toldOf(gives.filter(one => held.has(one))),
    onClients,
  })
  if (kind === 'account-manager') return [part(words.kind[kind], ownerCapabilities)]
  if (kind === 'administrator')
    return roles
      .filter(isRole)
      .map(role =>
        part(
          words.role[role],
          capabilitiesOfRole(role),
          onClientsText(role, !held.has('subscriptions.update'), language),
        ),
      )
  const switched = kind === 'portal-user' ? modules.filter(isModule) : []
  if (switched.length === 0) return [part(words.kind[kind], ['account.read'])]
  return switched.map(module => part(moduleName(module, language), capabilitiesOfModule(module)))
}
