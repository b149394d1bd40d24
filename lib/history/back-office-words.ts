import { withColon } from '#lib/format.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { syncCounts } from '#lib/sync-counts.ts'
import type { Told } from './told.ts'

// What is pulled from the provider's systems and what becomes of changes on their way there, as the history tells it.

function finished({ counts }: Told, language: Language): string {
  const { done, same } = language === 'fr' ? frenchEnd : englishEnd
  const told = syncCounts(counts, language)
  return told ? `${withColon(done, language)} ${told}.` : same
}

const englishEnd = {
  done: 'Synchronised with the provider’s systems',
  same: 'Synchronised with the provider’s systems: nothing had changed.',
}
const frenchEnd = {
  done: 'Synchronisation avec les systèmes du fournisseur',
  same: 'Synchronisation avec les systèmes du fournisseur\u202F: rien n’avait changé.',
}

export const backOfficeHistoryWords = bilingual({
  en: {
    title: {
      'sync.started': 'Synchronisation started',
      'sync.finished': 'Synchronisation finished',
      'sync.failed': 'Synchronisation failed',
      'back-office.refused': 'Change refused by the provider’s systems',
      'back-office.set-aside': 'Change not delivered',
      'back-office.imported': 'Files of the provider’s systems imported',
    },
    sentence: {
      'sync.started': () => 'Started a synchronisation with the provider’s systems.',
      'sync.finished': (told: Told) => finished(told, 'en'),
      'sync.failed': () =>
        'The synchronisation with the provider’s systems stopped before its end; what had come until then was kept.',
      'back-office.refused': ({ what }: Told) =>
        `The provider’s systems refused a change of ${what}; it is as it was before.`,
      'back-office.set-aside': ({ what }: Told) =>
        `A change of ${what} could not be delivered to the provider’s systems, and is not tried any more.`,
      'back-office.imported': ({ counts }: Told) =>
        `Took in files of the provider’s systems: ${syncCounts(counts, 'en')}.`,
    },
  },
  fr: {
    title: {
      'sync.started': 'Synchronisation lancée',
      'sync.finished': 'Synchronisation terminée',
      'sync.failed': 'Synchronisation interrompue',
      'back-office.refused': 'Modification refusée par les systèmes du fournisseur',
      'back-office.set-aside': 'Modification non transmise',
      'back-office.imported': 'Fichiers des systèmes du fournisseur importés',
    },
    sentence: {
      'sync.started': () => 'A lancé une synchronisation avec les systèmes du fournisseur.',
      'sync.finished': (told: Told) => finished(told, 'fr'),
      'sync.failed': () =>
        'La synchronisation avec les systèmes du fournisseur s’est arrêtée avant la fin\u202F; ce qui était déjà reçu a été conservé.',
      'back-office.refused': ({ what }: Told) =>
        `Les systèmes du fournisseur ont refusé une modification (${what})\u202F; tout y est comme avant.`,
      'back-office.set-aside': ({ what }: Told) =>
        `Une modification (${what}) n’a pas pu être transmise aux systèmes du fournisseur\u202F; il n’y aura pas d’autre tentative.`,
      'back-office.imported': ({ counts }: Told) =>
        `A importé des fichiers des systèmes du fournisseur\u202F: ${syncCounts(counts, 'fr')}.`,
    },
  },
})
