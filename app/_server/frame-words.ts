import { bilingual } from '#lib/language.ts'

/** The names of places and pages in the navigation. */
export const frameWords = bilingual({
  en: {
    kind: { account: 'Accounts', partner: 'Partners', provider: 'Provider' },
    group: {
      access: 'Access',
      plan: 'Plan',
      services: 'Services',
      account: 'Account',
      desk: 'Desk',
      portal: 'Portal',
    },
    nav: {
      overview: 'Overview',
      authorisation: 'Account authorisation',
      'user-access': 'User access',
      services: 'Services and users',
      general: 'General',
      activity: 'Activity',
    },
    partnerNav: { customers: 'Customers', activity: 'Activity' },
    providerNav: { relationships: 'Channel relationships', domains: 'Branding domains' },
    portalNav: { people: 'Platform users', delivery: 'Delivery', limits: 'Limits', activity: 'Activity' },
    signOut: 'Sign out',
  },
  fr: {
    kind: { account: 'Comptes', partner: 'Partenaires', provider: 'Fournisseur' },
    group: {
      access: 'Accès',
      plan: 'Forfait',
      services: 'Services',
      account: 'Compte',
      desk: 'Bureau',
      portal: 'Portail',
    },
    nav: {
      overview: 'Vue d’ensemble',
      authorisation: 'Autorisation du compte',
      'user-access': 'Accès des utilisateurs',
      services: 'Services et utilisateurs',
      general: 'Général',
      activity: 'Activité',
    },
    partnerNav: { customers: 'Clients', activity: 'Activité' },
    providerNav: { relationships: 'Relations de partenariat', domains: 'Domaines de marque' },
    portalNav: {
      people: 'Utilisateurs de la plateforme',
      delivery: 'Courriels',
      limits: 'Limites',
      activity: 'Activité',
    },
    signOut: 'Se déconnecter',
  },
})
