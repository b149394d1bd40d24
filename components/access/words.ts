import { bilingual } from '#lib/language.ts'

export const accessWords = bilingual({
  en: {
    duration: 'Access duration',
    until: 'Until',
    untilHint: (zone: string) => `To the end of that day, ${zone} time.`,
    limit: (longest: string) => `Your provider allows ${longest} at most.`,
    untilChoice: 'Until a date',
    scope: 'What they may do',
    pages: 'Modules and pages',
    can: 'Can',
    cannot: 'Cannot',
  },
  fr: {
    duration: 'Durée de l’accès',
    until: 'Jusqu’au',
    untilHint: (zone: string) => `Jusqu’à la fin de cette journée, heure de ${zone}.`,
    limit: (longest: string) => `Votre fournisseur permet ${longest} au maximum.`,
    untilChoice: 'Jusqu’à une date',
    scope: 'Ce qu’ils peuvent faire',
    pages: 'Modules et pages',
    can: 'Peut',
    cannot: 'Ne peut pas',
  },
})
