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
      customers: 'Customers',
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
    partnerNav: {
      customers: 'Customers',
      requests: 'Requests',
      invitations: 'Invitations',
      staff: 'Staff',
      profile: 'Partner ID and share URL',
      activity: 'Activity',
    },
    providerNav: {
      accounts: 'Accounts',
      partners: 'Partners',
      relationships: 'Channel relationships',
    },
    portalNav: {
      domains: 'Branding domains',
      people: 'Platform users',
      delivery: 'Delivery',
      limits: 'Limits',
      activity: 'Activity',
    },
    signOut: 'Sign out',
    endVisit: 'End the visit',
  },
  fr: {
    kind: { account: 'Comptes', partner: 'Partenaires', provider: 'Fournisseur' },
    group: {
      access: 'Accès',
      plan: 'Forfait',
      services: 'Services',
      account: 'Compte',
      desk: 'Bureau',
      customers: 'Clients',
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
    partnerNav: {
      customers: 'Clients',
      requests: 'Demandes',
      invitations: 'Invitations',
      staff: 'Équipe',
      profile: 'Identifiant et adresse de partage',
      activity: 'Activité',
    },
    providerNav: {
      accounts: 'Comptes',
      partners: 'Partenaires',
      relationships: 'Relations de partenariat',
    },
    portalNav: {
      domains: 'Domaines de marque',
      people: 'Utilisateurs de la plateforme',
      delivery: 'Courriels',
      limits: 'Limites',
      activity: 'Activité',
    },
    signOut: 'Se déconnecter',
    endVisit: 'Y mettre fin',
  },
})
