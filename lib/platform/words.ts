import type { PlatformRole } from '#lib/access/platform.ts'
import { bilingual, type Language } from '#lib/language.ts'
import type { PlatformRefusal, PlatformState } from './platform-user.ts'

/** What the provider's own people are called, and why nothing was done. */
export const platformWords = bilingual({
  en: {
    role: {
      administrator: 'Platform administrator',
      support: 'Platform support',
    } satisfies Record<PlatformRole, string>,
    state: { invited: 'Invited', active: 'Active' } satisfies Record<PlatformState, string>,
    refusal: {
      yourself: () => 'This is yourself. Ask another platform administrator: nobody changes their own place.',
      'last-administrator': (name: string) =>
        `${name} is the last platform administrator who can sign in. Add another one first, and wait until they are active.`,
      'already-so': (name: string) => `${name} has this role already. Nothing was changed.`,
      'not-invited': (name: string) =>
        `${name} has activated already. If the password was forgotten, reset it. Nothing was changed.`,
      'still-invited': (name: string) =>
        `${name} has not activated yet, so there is nothing to reset. Resend the activation. Nothing was changed.`,
    } satisfies Record<PlatformRefusal, (name: string) => string>,
    taken:
      'This address can’t be used here: somebody has it already, perhaps in another place. Ask the person for another address of theirs.',
  },
  fr: {
    role: {
      administrator: 'Administrateur de la plateforme',
      support: 'Soutien de la plateforme',
    },
    state: { invited: 'Invité', active: 'Actif' },
    refusal: {
      yourself: () =>
        'Il s’agit de vous-même. Demandez à un autre administrateur de la plateforme\u202F: personne ne modifie sa propre place.',
      'last-administrator': (name: string) =>
        `${name} est la dernière personne à pouvoir administrer la plateforme. Ajoutez-en d’abord une autre et attendez qu’elle soit active.`,
      'already-so': (name: string) => `${name} a déjà ce rôle. Rien n’a été modifié.`,
      'not-invited': (name: string) =>
        `${name} a déjà activé son accès. Si le mot de passe est oublié, réinitialisez-le. Rien n’a été modifié.`,
      'still-invited': (name: string) =>
        `${name} n’a pas encore activé son accès\u202F: il n’y a rien à réinitialiser. Renvoyez l’activation. Rien n’a été modifié.`,
    },
    taken:
      'Cette adresse ne peut pas être utilisée ici\u202F: quelqu’un l’a déjà, peut-être ailleurs. Demandez à la personne une autre adresse.',
  },
})

export function platformRefusalSentence(refusal: PlatformRefusal, name: string, language: Language): string {
  return platformWords[language].refusal[refusal](name)
}
