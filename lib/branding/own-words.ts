import { bilingual, type Language } from '#lib/language.ts'
import { type Overtook, quoted, tellOvertaken } from '#lib/overtaken.ts'
import { type LinkField, linkFields, mostTimesHigh, mostTimesWide, type ProportionRefusal } from './own.ts'

/** What an account's own links are called, and why a change of what it shows was not made. */
export const ownBrandWords = bilingual({
  en: {
    field: {
      shopLink: 'Shop',
      supportLink: 'Support',
    } satisfies Record<LinkField, string>,
    logo: {
      meanwhile: (by: string) =>
        `${by} changed this logo while you had the page open. Nothing was changed; look at it as it is by now.`,
      gone: 'There is no earlier logo to bring back any more. Nothing was changed.',
    },
    proportion: {
      'too-wide': `This picture is more than ${mostTimesWide} times as wide as high, so nobody could read it at the top of a page. Cut away its margins, or put its parts in two lines, and choose it again.`,
      'too-high': `This picture is more than ${mostTimesHigh} times as high as wide, so nobody could read it at the top of a page. Cut away its margins, or put its parts side by side, and choose it again.`,
    } satisfies Record<ProportionRefusal, string>,
    somebody: 'Somebody',
  },
  fr: {
    field: {
      shopLink: 'Boutique',
      supportLink: 'Soutien',
    },
    logo: {
      meanwhile: by =>
        `${by} a modifié ce logo pendant que la page était ouverte. Rien n’a été modifié de votre part\u202F; voyez ce qu’il en est maintenant.`,
      gone: 'Il n’y a plus de logo antérieur à reprendre. Rien n’a été modifié.',
    },
    proportion: {
      'too-wide': `La largeur de cette image dépasse ${mostTimesWide} fois sa hauteur\u202F: on ne pourrait pas la lire en haut d’une page. Rognez ses marges ou disposez-la sur deux lignes, puis choisissez-la de nouveau.`,
      'too-high': `La hauteur de cette image dépasse ${mostTimesHigh} fois sa largeur\u202F: on ne pourrait pas la lire en haut d’une page. Rognez ses marges ou disposez ses éléments côte à côte, puis choisissez-la de nouveau.`,
    },
    somebody: 'Quelqu’un',
  },
})

/** What the later of two people is told who edit the links: see `tellOvertaken`. */
export function overtakenLinks(overtook: Overtook<LinkField>, zone: string, language: Language) {
  const telling = {
    names: ownBrandWords[language].field,
    value: (_: LinkField, stored: string) => quoted(stored, language),
  }
  return tellOvertaken(linkFields, overtook, telling, zone, language)
}
