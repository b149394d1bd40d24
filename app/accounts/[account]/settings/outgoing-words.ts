import { bilingual } from '#lib/language.ts'

/** What is said of a change on its way to the provider’s systems, and of what became of it. */
export const outgoingWords = bilingual({
  en: {
    waiting: 'Waiting for the provider’s systems',
    /** Where there is little room. */
    waits: 'Waiting',
    onItsWay: (what: string, at: string) => `Changed on ${at}: ${what}`,
    waitingText:
      'The change waits for the provider’s systems. Until they confirm it, it may not have its effect yet.',
    takenText: 'The provider’s systems have the change and will confirm it. It may not have its effect yet.',
    refused: (what: string, at: string) => `The provider’s systems refused a change on ${at}: ${what}`,
    theirReason: 'Their reason',
    refusedText: 'It is as it was before.',
    setAside: (what: string, at: string) =>
      `A change could not be delivered, and was given up on ${at}: ${what}`,
    setAsideText:
      'What stands here may differ from what the provider’s systems have, until the next synchronisation. Tell your provider.',
  },
  fr: {
    waiting: 'En attente des systèmes du fournisseur',
    waits: 'En attente',
    onItsWay: (what, at) => `Modification du ${at}\u202F: ${what}`,
    waitingText:
      'La modification attend les systèmes du fournisseur. Tant qu’ils ne l’ont pas confirmée, elle peut être sans effet.',
    takenText:
      'Les systèmes du fournisseur ont reçu la modification et la confirmeront. Elle peut encore être sans effet.',
    refused: (what, at) => `Modification refusée par les systèmes du fournisseur le ${at}\u202F: ${what}`,
    theirReason: 'Leur motif',
    refusedText: 'Tout est comme avant.',
    setAside: (what, at) =>
      `Une modification n’a pas pu être transmise et a été abandonnée le ${at}\u202F: ${what}`,
    setAsideText:
      'Ce qui figure ici peut différer de ce qu’ont les systèmes du fournisseur, jusqu’à la prochaine synchronisation. Prévenez votre fournisseur.',
  },
})
