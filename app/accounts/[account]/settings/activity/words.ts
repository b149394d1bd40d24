import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Activity',
    description:
      'Everything that happened on this account: who did what, when, and why. Nothing here can be changed or removed.',
    forPartner: (firm: string) =>
      `You see what concerns ${firm}, and the account’s own changes to what you may read. Other firms’ dealings and IP addresses are not shown.`,
    notUs: 'Was one of these not you?',
    notUsText:
      'Look at who did it, when and from which address. If nobody here knows of it, end the access now, and tell your provider.',
    notUsVia: (firm: string, parent: string) =>
      `${parent} gave ${firm} access that reaches this account. Only ${parent} can revoke it, but this account can be excluded from it now.`,
    exclude: 'Exclude this account',
    revokeAllOfFirm: 'Revoke all of this firm',
    revokeAll: 'Revoke all',
    empty: 'Nothing happened yet',
    emptyText: 'Requests, access and changes stand here from the moment they happen, and stay for good.',
  },
  fr: {
    title: 'Activité',
    description:
      'Tout ce qui s’est passé dans ce compte\u202F: qui a fait quoi, quand et pourquoi. Rien ici ne peut être modifié ni supprimé.',
    forPartner: (firm: string) =>
      `Vous voyez ce qui concerne ${firm}, ainsi que les modifications faites par le compte à ce que vous pouvez lire. Les affaires des autres entreprises et les adresses IP ne sont pas affichées.`,
    notUs: 'L’une de ces opérations n’est pas de vous\u202F?',
    notUsText:
      'Voyez qui l’a faite, quand et depuis quelle adresse. Si personne ici n’en sait rien, mettez fin à l’accès maintenant et informez-en votre fournisseur.',
    notUsVia: (firm: string, parent: string) =>
      `${parent} a accordé ${joined('à', firm)} un accès qui s’étend à ce compte. Seul ${parent} peut le révoquer, mais ce compte peut en être exclu dès maintenant.`,
    exclude: 'Exclure ce compte',
    revokeAllOfFirm: 'Tout révoquer pour cette entreprise',
    revokeAll: 'Tout révoquer',
    empty: 'Rien ne s’est encore passé',
    emptyText:
      'Les demandes, les accès et les modifications figurent ici dès qu’ils ont lieu, et y restent pour toujours.',
  },
})
