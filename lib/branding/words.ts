import { bilingual, isLanguage, type Language, languageNames } from '#lib/language.ts'
import { quoted } from '#lib/overtaken.ts'
import type { ChangedField } from './domain.ts'
import { heaviest, longestIn, mostPixels, type PictureRefusal } from './picture.ts'
import type { RetireRefusal } from './retire.ts'

const kilobytes = String(heaviest / 1024)
const millions = String(mostPixels / 1_000_000)
const pixels = { en: longestIn.toLocaleString('en-CA'), fr: longestIn.toLocaleString('fr-CA') }

/** What the fields of a branding domain are called, and the sentence for each refusal. */
export const words = bilingual({
  en: {
    'not-a-colour': () => 'Write the colour as # and six digits or letters a to f, for example #1d4ed8.',
    'contrast-too-low': (ratio: number) =>
      `White text on this colour has a contrast of ${ratio.toFixed(2)}:1. It needs 4.5:1 or more: choose a darker shade.`,
    'dark-contrast-too-low': (ratio: number) =>
      `On dark pages this colour has a contrast of ${ratio.toFixed(2)}:1. It needs 4.5:1 or more: choose a lighter shade, or leave it empty.`,
    field: {
      host: 'Host name',
      brandName: 'Name',
      supportName: 'Support is called',
      supportEmail: 'Support email',
      supportPhone: 'Support phone',
      supportUrl: 'Support page',
      senderName: 'Sender’s name',
      senderAddress: 'Sender’s address',
      defaultLanguage: 'Default language',
      termsUrl: 'Terms of use',
      privacyUrl: 'Privacy notice',
      accent: 'Colour',
      accentDark: 'Colour on dark pages',
      logo: 'Logo',
      'logo-dark': 'Logo for dark pages',
      favicon: 'Icon',
      successor: 'Successor',
    } satisfies Record<ChangedField, string>,
    host: {
      taken: 'This host name can’t be used here. Choose another one.',
      loopback:
        'Names that end in .localhost lead to the reader’s own machine. Choose a name that the world can reach.',
    },
    picture: {
      'not-a-picture':
        'This is not a PNG, JPEG or WebP picture, whatever its name says. SVG is not taken. Save it as PNG and choose it again.',
      'too-heavy': `This file is larger than ${kilobytes} kB. Save it smaller and choose it again.`,
      'too-large': `This picture is too large: ${pixels.en} pixels a side at most, ${millions} million in all. Make it smaller and choose it again.`,
      'too-small': 'This picture is too small: 16 pixels a side at least.',
      broken: 'This picture can’t be read: the file is damaged. Save it anew and choose it again.',
      'too-rich': `Made anew, this picture would be larger than ${kilobytes} kB. Make it smaller, or use fewer colours.`,
      'no-codec':
        'This server can’t take pictures in, so nothing was changed. Ask whoever runs the portal to do it for you.',
    } satisfies Record<PictureRefusal, string>,
    retire: {
      'already-retired': 'This branding domain has been retired already. Nothing was changed.',
      'last-one': 'This is the last branding domain in use, and a provider needs one. Add another one first.',
      'no-successor':
        'This successor has been retired meanwhile, or is none of yours. Choose one that is in use.',
    } satisfies Record<RetireRefusal, string>,
    notRetired: 'This branding domain is in use already. Nothing was changed.',
  },
  fr: {
    'not-a-colour': () =>
      'Écrivez la couleur avec # suivi de six chiffres ou lettres de a à f, par exemple #1d4ed8.',
    'contrast-too-low': ratio =>
      `Le texte blanc sur cette couleur a un contraste de ${ratio.toFixed(2).replace('.', ',')}:1. Il faut au moins 4,5:1\u202F: choisissez une teinte plus foncée.`,
    'dark-contrast-too-low': ratio =>
      `Sur les pages sombres, cette couleur a un contraste de ${ratio.toFixed(2).replace('.', ',')}:1. Il faut au moins 4,5:1\u202F: choisissez une teinte plus claire ou laissez le champ vide.`,
    field: {
      host: 'Nom d’hôte',
      brandName: 'Nom',
      supportName: 'Nom du soutien',
      supportEmail: 'Adresse courriel du soutien',
      supportPhone: 'Téléphone du soutien',
      supportUrl: 'Page du soutien',
      senderName: 'Nom de l’expéditeur',
      senderAddress: 'Adresse de l’expéditeur',
      defaultLanguage: 'Langue par défaut',
      termsUrl: 'Conditions d’utilisation',
      privacyUrl: 'Avis de confidentialité',
      accent: 'Couleur',
      accentDark: 'Couleur sur les pages sombres',
      logo: 'Logo',
      'logo-dark': 'Logo pour les pages sombres',
      favicon: 'Icône',
      successor: 'Successeur',
    },
    host: {
      taken: 'Ce nom d’hôte ne peut pas être utilisé ici. Choisissez-en un autre.',
      loopback:
        'Les noms qui se terminent par .localhost mènent à la machine du lecteur. Choisissez un nom que tout le monde peut joindre.',
    },
    picture: {
      'not-a-picture':
        'Ce n’est pas une image PNG, JPEG ou WebP, quoi qu’en dise son nom. Le format SVG n’est pas accepté. Enregistrez-la en PNG et choisissez-la de nouveau.',
      'too-heavy': `Ce fichier dépasse ${kilobytes} ko. Réduisez-le et choisissez-le de nouveau.`,
      'too-large': `Cette image est trop grande\u202F: ${pixels.fr} pixels de côté au plus, ${millions} millions en tout. Réduisez-la et choisissez-la de nouveau.`,
      'too-small': 'Cette image est trop petite\u202F: au moins 16 pixels de côté.',
      broken:
        'Cette image est illisible\u202F: le fichier est endommagé. Enregistrez-la de nouveau et choisissez-la.',
      'too-rich': `Refaite, cette image dépasserait ${kilobytes} ko. Réduisez-la ou employez moins de couleurs.`,
      'no-codec':
        'Ce serveur ne peut pas recevoir d’images\u202F: rien n’a été modifié. Demandez-le à qui exploite le portail.',
    },
    retire: {
      'already-retired': 'Ce domaine de marque est déjà retiré. Rien n’a été modifié.',
      'last-one':
        'C’est le dernier domaine de marque en service, et un fournisseur en a besoin d’un. Ajoutez-en d’abord un autre.',
      'no-successor':
        'Ce successeur a été retiré entre-temps ou n’est pas l’un des vôtres. Choisissez-en un qui est en service.',
    },
    notRetired: 'Ce domaine de marque est déjà en service. Rien n’a été modifié.',
  },
})

/** A stored value as people read it: between quotation marks, a language by its name, or the word for nothing. */
export function fieldText(field: ChangedField, value: string, language: Language): string {
  if (field === 'defaultLanguage' && isLanguage(value)) return languageNames[value]
  return quoted(value, language)
}

export function isBrandingField(field: string): field is ChangedField {
  return Object.hasOwn(words.en.field, field)
}
