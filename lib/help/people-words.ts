import type { ManagingLevel } from '#lib/access/levels.ts'
import { moduleName, placeWords } from '#lib/access/place-words.ts'
import { platformRoles } from '#lib/access/platform.ts'
import { isModule, isRole } from '#lib/access/roles.ts'
import { scopeWords } from '#lib/access/scope-words.ts'
import { isScopeName, isScopePage } from '#lib/access/scopes.ts'
import type { PersonGroup, PersonKey } from '#lib/access/who-may.ts'
import { bilingual, type Language } from '#lib/language.ts'

/** What the table of who may do what calls its groups, its people and the levels among them. */
export const whoMayWords = bilingual({
  en: {
    group: {
      managers: 'Account managers',
      roles: 'Administrators, by role',
      parent: 'People of the parent account, on its client account',
      users: 'Portal users and end users',
      partner: 'Partners, by what they were given',
      platform: 'The provider’s own staff',
    } satisfies Record<PersonGroup, string>,
    groupText: {
      managers:
        'They manage the account, and have the highest level that a customer can have on each of its products.',
      roles:
        'Several roles add up. Brand Contributor is there only where the account has the product Branding.',
      parent:
        'One level down and no further: never on the parent’s own parent, never on another client account.',
      users: 'A portal user has a switch for each module. End users have a level on their product as well.',
      partner:
        'For as long as the access lasts, and never more than was given. A firm’s people act in its name, under a bar that says so. Of the history they see their own part.',
      platform: 'Support comes in only with a reason that the account reads, for an hour.',
    } satisfies Record<PersonGroup, string>,
    module: (name: string) => `Portal user with ${name}`,
    portalUser: 'Portal user without a module',
    parent: (role: string) => `${role} of the parent account`,
    page: (name: string) => `Chosen: ${name}`,
    level: {
      'platform-administrator': 'Platform administrator',
      'platform-support': 'Platform support',
      owner: 'Account Owner, account manager, and the parent’s Service Contributor',
      administrator: 'Other administrators, and partners who help with people',
      'portal-administrator': 'Portal user with Admin',
      'administrating-user': 'End user who administers their product',
      user: 'Portal user, end user',
    } satisfies Record<ManagingLevel, string>,
  },
  fr: {
    group: {
      managers: 'Gestionnaires de compte',
      roles: 'Administrateurs, selon le rôle',
      parent: 'Les gens du compte parent, sur son compte client',
      users: 'Utilisateurs du portail et utilisateurs finaux',
      partner: 'Partenaires, selon ce qui leur a été accordé',
      platform: 'Les gens du fournisseur',
    },
    groupText: {
      managers:
        'Ils gèrent le compte et ont, sur chacun de ses produits, le niveau le plus élevé qu’un client puisse avoir.',
      roles:
        'Plusieurs rôles s’additionnent. Le rôle Contributeur à la marque n’existe que si le compte a le produit Image de marque.',
      parent:
        'Un niveau plus bas, pas davantage\u202F: jamais chez le parent du parent, jamais sur un autre compte client.',
      users:
        'Un utilisateur du portail a un interrupteur par module. Un utilisateur final a aussi un niveau sur son produit.',
      partner:
        'Aussi longtemps que dure l’accès, et jamais plus que ce qui a été accordé. Les gens d’une entreprise agissent en son nom, sous une barre qui le dit. De l’historique, ils voient la part qui les concerne.',
      platform: 'Le soutien n’entre qu’avec un motif que le compte peut lire, pour une heure.',
    },
    module: name => `Utilisateur du portail avec ${name}`,
    portalUser: 'Utilisateur du portail sans module',
    parent: role => `${role}, dans le compte parent`,
    page: name => `Au choix\u202F: ${name}`,
    level: {
      'platform-administrator': 'Administrateur de la plateforme',
      'platform-support': 'Soutien de la plateforme',
      owner: 'Propriétaire du compte, gestionnaire de compte et contributeur aux services du compte parent',
      administrator: 'Autres administrateurs, et partenaires qui aident pour les personnes',
      'portal-administrator': 'Utilisateur du portail avec Administration',
      'administrating-user': 'Utilisateur final qui administre son produit',
      user: 'Utilisateur du portail, utilisateur final',
    },
  },
})

/** What a kind of person is called. */
export function personKeyName(key: PersonKey, language: Language): string {
  const words = whoMayWords[language]
  const places = placeWords[language]
  const [noun = '', name = ''] = key.split(':')
  if (key === 'portal-user') return words.portalUser
  if (key === 'account-manager' || key === 'end-user') return places.kind[key]
  if (noun === 'module' && isModule(name)) return words.module(moduleName(name, language))
  if (noun === 'scope' && isScopeName(name)) return scopeWords[language].name[name]
  if (noun === 'page' && isScopePage(name)) return words.page(scopeWords[language].page[name])
  const ofProvider = platformRoles.find(role => key === `platform:${role}`)
  if (ofProvider) return words.level[`platform-${ofProvider}`]
  if (!isRole(name)) throw new Error(`nobody is called ${key}`)
  return noun === 'parent' ? words.parent(places.role[name]) : places.role[name]
}
