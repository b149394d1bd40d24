import { bilingual, type Language } from '#lib/language.ts'
import { type Overtook, tellOvertaken } from '#lib/overtaken.ts'
import {
  mostServiceTemplates,
  type ServiceTemplateField,
  type ServiceTemplateRefusal,
  serviceTemplateFields,
} from './service-template.ts'
import { accountWords, valueText } from './words.ts'

/** What the parts of a service template are called, and why one was not kept. */
export const serviceTemplateWords = bilingual({
  en: {
    field: {
      name: 'Name',
      product: 'Product',
      label: accountWords.en.field.label,
      level: accountWords.en.field.level,
      supportText: 'Support text',
    } satisfies Record<ServiceTemplateField, string>,
    refusal: {
      'name-taken':
        'There is a service template of this name already; case and accents make no difference. Choose another name.',
      'too-many': `An account keeps ${mostServiceTemplates} service templates at most. Remove one first.`,
      'no-such-product': 'The account does not have this product. Choose one of those offered.',
      'no-such-level': 'This product has no such level. Choose another one, or none.',
      empty: 'A template fills in at least one thing: a label, a level or a support text.',
    } satisfies Record<ServiceTemplateRefusal, string>,
    removed: (by: string | null) =>
      `This service template was removed in the meantime${by ? ` by ${by}` : ''}. Nothing of yours was saved.`,
    there: 'This service template is in the list already.',
  },
  fr: {
    field: {
      name: 'Nom',
      product: 'Produit',
      label: accountWords.fr.field.label,
      level: accountWords.fr.field.level,
      supportText: 'Texte de soutien',
    },
    refusal: {
      'name-taken':
        'Il y a déjà un modèle de service de ce nom\u202F; ni la casse ni les accents ne comptent. Choisissez un autre nom.',
      'too-many': `Un compte garde au plus ${mostServiceTemplates} modèles de service. Retirez-en un d’abord.`,
      'no-such-product': 'Le compte n’a pas ce produit. Choisissez-en un parmi ceux proposés.',
      'no-such-level': 'Ce produit n’a pas ce niveau. Choisissez-en un autre, ou aucun.',
      empty: 'Un modèle remplit au moins une chose\u202F: un libellé, un niveau ou un texte de soutien.',
    },
    removed: by =>
      `Ce modèle de service a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été enregistré de votre part.`,
    there: 'Ce modèle de service figure déjà dans la liste.',
  },
})

/** The field at which a refusal is told; null = at none. */
export function fieldOfServiceTemplate(refusal: ServiceTemplateRefusal): ServiceTemplateField | null {
  const at = {
    'name-taken': 'name',
    'no-such-product': 'product',
    'no-such-level': 'level',
    empty: 'label',
  } as const
  return refusal === 'too-many' ? null : at[refusal]
}

/** What the later of two people is told: see `tellOvertaken`. */
export function overtakenServiceTemplate(
  overtook: Overtook<ServiceTemplateField>,
  zone: string,
  language: Language,
) {
  const telling = {
    names: serviceTemplateWords[language].field,
    value: (field: ServiceTemplateField, stored: string) => valueText(field, stored, language),
  }
  return tellOvertaken(serviceTemplateFields, overtook, telling, zone, language)
}
