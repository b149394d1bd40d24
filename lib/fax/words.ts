import { bilingual, type Language } from '#lib/language.ts'
import { type FaxDirection, largestFax, mostPages } from './fax.ts'
import type { PdfRefusal } from './pdf.ts'

const megabytes = largestFax / 1_000_000

/** What the parts of a fax are called, and why a document can't be sent. */
export const faxWords = bilingual({
  en: {
    direction: { incoming: 'Incoming', outgoing: 'Outgoing' } satisfies Record<FaxDirection, string>,
    withheld: 'Number withheld',
    document: 'Document',
    title: 'Title',
    refusal: {
      'too-large': `This document is too large: ${megabytes} MB at most. Save it with smaller pictures, or send it in parts.`,
      'not-a-pdf': 'This is not a PDF. Save or print the document as PDF, then choose that file.',
      locked:
        'This PDF is protected by a password. Save it without one (print it as PDF, for instance), then choose that file.',
      damaged:
        'This PDF can’t be read: it is damaged, or has no page. Save or print it as PDF once more, then choose that file.',
      'too-many-objects':
        'This PDF is made of too many parts to be looked at. Print it as PDF, or scan it, then choose that file.',
      'too-many-pages': `This document has more than ${mostPages} pages. Send it in parts.`,
    } satisfies Record<PdfRefusal, string>,
    full: 'The faxes of this account take up all the room there is. Remove some that are no longer needed; what was removed makes room after 30 days.',
    removed: (by: string | null) => `This fax was removed${by ? ` by ${by}` : ''}.`,
    there: 'This fax is in the list already.',
    notFailed: (state: string) => `This fax is not one that failed: it is “${state}” by now.`,
    onItsWay: 'This fax is still on its way. It can be removed once it has arrived or failed.',
  },
  fr: {
    direction: { incoming: 'Entrante', outgoing: 'Sortante' },
    withheld: 'Numéro masqué',
    document: 'Document',
    title: 'Titre',
    refusal: {
      'too-large': `Ce document est trop volumineux\u202F: ${megabytes} Mo au plus. Enregistrez-le avec des images plus petites ou envoyez-le en plusieurs fois.`,
      'not-a-pdf':
        'Ce n’est pas un PDF. Enregistrez ou imprimez le document au format PDF, puis choisissez ce fichier.',
      locked:
        'Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection (imprimez-le en PDF, par exemple), puis choisissez ce fichier.',
      damaged:
        'Ce PDF est illisible\u202F: il est endommagé ou ne contient aucune page. Enregistrez-le ou imprimez-le de nouveau en PDF, puis choisissez ce fichier.',
      'too-many-objects':
        'Ce PDF comporte trop d’éléments pour être examiné. Imprimez-le en PDF ou numérisez-le, puis choisissez ce fichier.',
      'too-many-pages': `Ce document dépasse ${mostPages} pages. Envoyez-le en plusieurs fois.`,
    },
    full: 'Les télécopies de ce compte occupent toute la place disponible. Retirez celles qui ne servent plus\u202F; ce qui est retiré libère la place après 30 jours.',
    removed: by => `Cette télécopie a été retirée${by ? ` par ${by}` : ''}.`,
    there: 'Cette télécopie est déjà dans la liste.',
    notFailed: state =>
      `Cette télécopie n’est pas de celles qui ont échoué\u202F: son état est «\u00A0${state}\u00A0».`,
    onItsWay: 'Cette télécopie est encore en route. Elle pourra être retirée une fois remise ou échouée.',
  },
})

/** A size as people read it: "1.2 MB", "340 kB". */
export function sizeText(bytes: number, language: Language): string {
  const unit = bytes >= 1_000_000 ? 'megabyte' : 'kilobyte'
  const value = unit === 'megabyte' ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000))
  const said = new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    maximumFractionDigits: 1,
  }).format(value)
  const names = language === 'fr' ? { megabyte: 'Mo', kilobyte: 'ko' } : { megabyte: 'MB', kilobyte: 'kB' }
  return `${said}\u00A0${names[unit]}`
}
