import { fieldsOfGiving } from '#lib/access/giving-form.ts'
import { givingWords } from '#lib/access/giving-words.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationFrom } from '#lib/duration.ts'
import { durationText } from '#lib/duration-words.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { type Overtook, quoted, tellOvertaken } from '#lib/overtaken.ts'
import {
  mostTemplates,
  scopeIn,
  type TemplateField,
  type TemplateRefusal,
  templateFields,
  typedValues,
} from './template.ts'

/** What a ready-made request is called, and why one was not kept. */
export const templateWords = bilingual({
  en: {
    field: {
      name: 'Name',
      reason: 'Reason',
      scope: 'What you would like to do',
      duration: 'Access duration',
    } satisfies Record<TemplateField, string>,
    refusal: {
      ...givingWords.en,
      'name-taken': () =>
        'Your firm has a template of this name already; case and accents make no difference. Choose another name.',
      'too-many': () =>
        `Your firm keeps ${mostTemplates} templates, and more are not possible. Remove one first.`,
    } satisfies Record<TemplateRefusal, () => string>,
    removed: (by: string | null) =>
      `This template was removed in the meantime${by ? ` by ${by}` : ''}. Nothing of yours was saved.`,
  },
  fr: {
    field: {
      name: 'Nom',
      reason: 'Motif',
      scope: 'Ce que vous aimeriez pouvoir faire',
      duration: 'Durée de l’accès',
    },
    refusal: {
      ...givingWords.fr,
      'name-taken': () =>
        'Votre entreprise a déjà un modèle de ce nom\u202F; ni la casse ni les accents ne comptent. Choisissez un autre nom.',
      'too-many': () =>
        `Votre entreprise garde ${mostTemplates} modèles et ne peut pas en garder plus. Retirez-en un d’abord.`,
    },
    removed: by =>
      `Ce modèle a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été enregistré de votre part.`,
  },
})

/** The field at which a refusal is told; null = at none. */
export function fieldOfTemplate(refusal: TemplateRefusal): string | null {
  const fields: Readonly<Partial<Record<TemplateRefusal, string>>> = {
    'name-taken': 'name',
    ...fieldsOfGiving,
  }
  return fields[refusal] ?? null
}

/** What the later of two administrators is told, with the form as it is to be looked at again: see `tellOvertaken`. */
export function overtakenTemplate(overtook: Overtook<TemplateField>, zone: string, language: Language) {
  const telling = {
    names: templateWords[language].field,
    value: (field: TemplateField, stored: string) => {
      if (field === 'scope') return quoted(scopeText(scopeIn(stored), language), language)
      if (field === 'duration') return quoted(durationText(durationFrom(stored), language), language)
      return quoted(stored, language)
    },
  }
  const { values, ...told } = tellOvertaken(templateFields, overtook, telling, zone, language)
  return { ...told, values: { ...typedValues(overtook.merged), shown: values.shown ?? '' } }
}
