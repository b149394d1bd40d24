import { bilingual } from '#lib/language.ts'

/** How much longer an access is to last, wherever it is chosen. */
export const extraWords = bilingual({
  en: {
    field: 'How much longer',
    more: (span: string, until: string) => `${span} more, ${until}`,
    until: (end: string) => `until ${end}`,
    noEnd: 'No end',
    most: (until: string) => `As long as the provider allows, ${until}`,
    asked: (until: string) => `As asked: ${until}`,
    limit: (latest: string) => `Your provider allows an end until ${latest} at most.`,
  },
  fr: {
    field: 'Combien de temps de plus',
    more: (span: string, until: string) => `${span} de plus, ${until}`,
    until: (end: string) => `jusqu’au ${end}`,
    noEnd: 'Sans fin',
    most: (until: string) => `Aussi longtemps que le fournisseur le permet, ${until}`,
    asked: (until: string) => `Comme demandé\u202F: ${until}`,
    limit: (latest: string) => `Votre fournisseur permet une fin au plus tard le ${latest}.`,
  },
})
