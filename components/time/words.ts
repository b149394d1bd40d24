import { bilingual } from '#lib/language.ts'

/** What a span of time means for what it stands at. `sentence` stands alone, `left` goes into a sentence. */
export const spanKinds = ['ends', 'starts', 'lapses', 'left'] as const
export type SpanKind = (typeof spanKinds)[number]

export const words = bilingual({
  en: {
    running: {
      ends: (left: string) => `Ends in ${left}`,
      starts: (left: string) => `Starts in ${left}`,
      lapses: (left: string) => `Lapses in ${left}`,
      left: (left: string) => `${left} left`,
    },
    over: { ends: 'Ended', starts: 'Started', lapses: 'Lapsed', left: 'no time left' },
  },
  fr: {
    running: {
      ends: left => `Se termine dans ${left}`,
      starts: left => `Débute dans ${left}`,
      lapses: left => `Devient caduque dans ${left}`,
      left: left => `encore ${left}`,
    },
    over: { ends: 'Terminé', starts: 'Débuté', lapses: 'Caduque', left: 'temps écoulé' },
  },
})
