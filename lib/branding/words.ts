import { bilingual } from '#lib/language.ts'

/** The sentence for each refusal of `checkAccent`. */
export const words = bilingual({
  en: {
    'not-a-colour': () => 'Write the colour as # and six digits or letters a to f, for example #1d4ed8.',
    'contrast-too-low': (ratio: number) =>
      `White text on this colour has a contrast of ${ratio.toFixed(2)}:1. It needs 4.5:1 or more: choose a darker shade.`,
  },
  fr: {
    'not-a-colour': () =>
      'Écrivez la couleur avec # suivi de six chiffres ou lettres de a à f, par exemple #1d4ed8.',
    'contrast-too-low': ratio =>
      `Le texte blanc sur cette couleur a un contraste de ${ratio.toFixed(2).replace('.', ',')}:1. Il faut au moins 4,5:1\u202F: choisissez une teinte plus foncée.`,
  },
})
