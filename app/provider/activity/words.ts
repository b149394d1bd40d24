import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Activity',
    description:
      'Everything that your own people did in your name: who did what, when, for which account, and why. Nothing here can be changed or removed. What your customers and their partners do stands in each account’s own history.',
    empty: 'Nothing happened yet',
    emptyText: 'What your people change stands here from the moment it happens, and stays for good.',
  },
  fr: {
    title: 'Activité',
    description:
      'Tout ce que vos propres gens ont fait en votre nom\u202F: qui a fait quoi, quand, pour quel compte et pourquoi. Rien ici ne peut être modifié ni supprimé. Ce que font vos clients et leurs partenaires figure dans l’historique de chaque compte.',
    empty: 'Rien ne s’est encore passé',
    emptyText: 'Ce que vos gens modifient figure ici dès que cela a lieu, et y reste pour toujours.',
  },
})
