import { bilingual } from '../language.ts'
import type { ExclusionRefusal } from './exclusion.ts'

const by = (name: string | null, said: (name: string) => string) => (name ? said(name) : '')

/** Why an exclusion can't be changed: `name` is who came first. */
export const exclusionWords = bilingual({
  en: {
    'already-excluded': (name: string | null) =>
      `This account is excluded already${by(name, one => `, by ${one}`)}. Nothing was changed.`,
    'not-reached': () => 'Nothing reaches this account through its parent any more. Nothing was changed.',
    'not-excluded': (name: string | null) =>
      `This account is not excluded any more${by(name, one => `: ${one} included it again`)}. Nothing was changed.`,
  } satisfies Record<ExclusionRefusal, (name: string | null) => string>,
  fr: {
    'already-excluded': name =>
      `Ce compte est déjà exclu${by(name, one => `, par ${one}`)}. Rien n’a été modifié.`,
    'not-reached': () => 'Plus rien n’atteint ce compte par son compte parent. Rien n’a été modifié.',
    'not-excluded': name =>
      `Ce compte n’est plus exclu${by(name, one => `\u202F: ${one} l’a inclus de nouveau`)}. Rien n’a été modifié.`,
  },
})
