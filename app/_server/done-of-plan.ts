import { bilingual } from '#lib/language.ts'

/** What the pages of subscriptions and trials say after a change: see done.ts. */
export const doneOfPlan = bilingual({
  en: {
    'subscription-added': 'It is ordered. How it stands is shown here.',
    'subscription-changed': 'The quantity was changed. How it stands is shown here.',
    'subscription-ends': 'It ends on its next renewal.',
    'subscription-kept': 'It goes on after its renewal.',
    'order-undone': 'The order was taken back. Nothing of it went to the provider’s systems.',
    'change-undone': 'The change was taken back. Nothing of it went to the provider’s systems.',
    'licence-assigned': 'The licence was assigned.',
    'licence-taken-back': 'The licence was taken back.',
    'trial-started': 'The trial has begun.',
  },
  fr: {
    'subscription-added': 'La commande est faite. Voici où elle en est.',
    'subscription-changed': 'La quantité a été modifiée. Voici où en est l’abonnement.',
    'subscription-ends': 'Il prend fin à son prochain renouvellement.',
    'subscription-kept': 'Il se poursuit après son renouvellement.',
    'order-undone': 'La commande a été annulée. Rien n’en est parti vers les systèmes du fournisseur.',
    'change-undone': 'La modification a été annulée. Rien n’en est parti vers les systèmes du fournisseur.',
    'licence-assigned': 'La licence a été attribuée.',
    'licence-taken-back': 'La licence a été reprise.',
    'trial-started': 'L’essai a commencé.',
  },
})
