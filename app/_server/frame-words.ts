import { bilingual } from '#lib/language.ts'

/** The names of places and pages in the navigation. */
export const frameWords = bilingual({
  en: {
    kind: { account: 'Accounts', partner: 'Partners', provider: 'Provider' },
    group: { access: 'Access', plan: 'Plan', services: 'Services', account: 'Account', desk: 'Desk' },
    nav: {
      overview: 'Overview',
      authorisation: 'Account authorisation',
      services: 'Services and users',
      general: 'General',
      activity: 'Activity',
    },
    partnerNav: { customers: 'Customers', activity: 'Activity' },
    providerNav: { relationships: 'Channel relationships', domains: 'Branding domains' },
    signOut: 'Sign out',
  },
  fr: {
    kind: { account: 'Comptes', partner: 'Partenaires', provider: 'Fournisseur' },
    group: { access: 'Accès', plan: 'Forfait', services: 'Services', account: 'Compte', desk: 'Bureau' },
    nav: {
      overview: 'Vue d’ensemble',
      authorisation: 'Autorisation du compte',
      services: 'Services et utilisateurs',
      general: 'Général',
      activity: 'Activité',
    },
    partnerNav: { customers: 'Clients', activity: 'Activité' },
    providerNav: { relationships: 'Relations de partenariat', domains: 'Domaines de marque' },
    signOut: 'Se déconnecter',
  },
})
