import type { PersonKind } from '#lib/access/person-kinds.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { enoughLettersWords } from '#lib/person/words.ts'
import type { MembershipRefusal, MembershipState } from './membership.ts'

/** What the kinds and states of a person's place are called, on an account and elsewhere, and why nothing was done to it. */
export const membershipWords = bilingual({
  en: {
    kind: {
      'account-manager': 'account manager',
      'end-user': 'end user',
      administrator: 'administrator',
      'portal-user': 'portal user',
      'partner-administrator': 'partner administrator',
      'partner-technician': 'technician',
      'platform-administrator': 'platform administrator',
      'platform-support': 'platform support',
    } satisfies Record<PersonKind, string>,
    state: {
      invited: 'Invited',
      active: 'Active',
      disabled: 'Disabled',
      removed: 'Removed',
    } satisfies Record<MembershipState, string>,
    refusal: {
      'already-removed': (name: string) => `${name} was removed already. Nothing was changed.`,
      'already-disabled': (name: string) => `${name} is disabled already. Nothing was changed.`,
      'is-disabled': (name: string) => `${name} is disabled. Enable them first; nothing was changed.`,
      'not-disabled': (name: string) => `${name} is not disabled. Nothing was changed.`,
      'not-invited': (name: string) =>
        `${name} has a password already. If it was forgotten, reset it; nothing was changed.`,
      'still-invited': (name: string) =>
        `${name} has not activated yet, so there is nothing to reset or to disable. Resend the activation instead, or remove them.`,
      'above-you': (name: string) =>
        `${name} also has a place above your own. Somebody of that level, or the provider, does this.`,
      'support-helps-in': (name: string) =>
        `Support helps people in and shuts nobody out. Somebody of the account, or an administrator of yours, does this to ${name}.`,
      yourself: () => 'This is yourself. Ask somebody else who may: nobody shuts themselves out here.',
      'last-one': (name: string) =>
        `${name} is the last person who can manage this account. Add somebody else first, and wait until they are active.`,
      'also-elsewhere': (name: string) =>
        `${name} also has another place in this portal, so where they sign in is not for this account to decide.`,
    } satisfies Record<MembershipRefusal, (name: string) => string>,
    taken:
      'This address can’t be used here. An address is one person’s: an account manager has one account, and is not an end user as well. Ask the person for another address of theirs.',
    tooManyAdded: (wait: string) => `Many people were added in a short time. Go on in ${wait}.`,
  },
  fr: {
    kind: {
      'account-manager': 'gestionnaire de compte',
      'end-user': 'utilisateur final',
      administrator: 'administrateur',
      'portal-user': 'utilisateur du portail',
      'partner-administrator': 'administrateur du partenaire',
      'partner-technician': 'technicien du partenaire',
      'platform-administrator': 'administrateur de la plateforme',
      'platform-support': 'soutien de la plateforme',
    },
    state: { invited: 'Invité', active: 'Actif', disabled: 'Désactivé', removed: 'Retiré' },
    refusal: {
      'already-removed': (name: string) =>
        `L’accès ${joined('de', name)} a déjà été retiré. Rien n’a été modifié.`,
      'already-disabled': (name: string) =>
        `L’accès ${joined('de', name)} est déjà désactivé. Rien n’a été modifié.`,
      'is-disabled': (name: string) =>
        `L’accès ${joined('de', name)} est désactivé. Réactivez-le d’abord\u202F; rien n’a été modifié.`,
      'not-disabled': (name: string) =>
        `L’accès ${joined('de', name)} n’est pas désactivé. Rien n’a été modifié.`,
      'not-invited': (name: string) =>
        `${name} a déjà un mot de passe. S’il est oublié, réinitialisez-le\u202F; rien n’a été modifié.`,
      'still-invited': (name: string) =>
        `${name} n’a pas encore activé son accès\u202F: il n’y a rien à réinitialiser ni à désactiver. Renvoyez plutôt l’activation, ou retirez cette personne.`,
      'above-you': (name: string) =>
        `${name} a aussi une place au-dessus de la vôtre. Une personne de ce niveau, ou le fournisseur, s’en charge.`,
      'support-helps-in': (name: string) =>
        `Le support aide à entrer et n’exclut personne. Une personne du compte, ou l’un de vos administrateurs, le fait pour ${name}.`,
      yourself: () =>
        'Il s’agit de vous. Demandez à une autre personne autorisée\u202F: personne ne s’exclut soi-même ici.',
      'last-one': (name: string) =>
        `${name} est la dernière personne qui peut gérer ce compte. Ajoutez d’abord quelqu’un d’autre et attendez son activation.`,
      'also-elsewhere': (name: string) =>
        `${name} a aussi une autre place dans ce portail\u202F: ce n’est pas à ce compte de décider où cette personne se connecte.`,
    },
    taken:
      'Cette adresse ne peut pas être utilisée ici. Une adresse appartient à une seule personne\u202F: un gestionnaire a un seul compte et n’est pas aussi utilisateur final. Demandez à la personne une autre de ses adresses.',
    tooManyAdded: (wait: string) =>
      `De nombreuses personnes ont été ajoutées en peu de temps. Continuez dans ${wait}.`,
  },
})

/** "as account manager", "comme gestionnaire de compte": what a kind is called in the middle of a sentence. */
export function kindText(kind: string | undefined, language: Language): string {
  const names: Readonly<Record<string, string>> = membershipWords[language].kind
  return (kind && Object.hasOwn(names, kind) && names[kind]) || ''
}

/** Why nothing was done to somebody's place, naming them. */
export function actRefused(
  refusal: MembershipRefusal | 'too-many-letters',
  name: string,
  language: Language,
): string {
  if (refusal === 'too-many-letters') return enoughLettersWords[language](name)
  return membershipWords[language].refusal[refusal](name)
}
