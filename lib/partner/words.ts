import type { StaffRole } from '#lib/access/person-kinds.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { BlockRefusal } from './block.ts'
import type { ColleagueRefusal, StaffState } from './staff.ts'

/** What a firm's staff are called, and why nothing was done. */
export const staffWords = bilingual({
  en: {
    role: { administrator: 'Partner administrator', technician: 'Technician' } satisfies Record<
      StaffRole,
      string
    >,
    state: { invited: 'Invited', active: 'Active', removed: 'Removed' } satisfies Record<StaffState, string>,
    refusal: {
      'already-removed': (name: string) => `${name} was removed already. Nothing was changed.`,
      'not-invited': (name: string) =>
        `${name} has taken the place by now, and needs no letter for it. Nothing was changed.`,
      yourself: () => 'This is yourself. Ask another administrator: nobody shuts themselves out here.',
    } satisfies Record<ColleagueRefusal, (name: string) => string>,
  },
  fr: {
    role: { administrator: 'Administrateur du partenaire', technician: 'Technicien' },
    state: { invited: 'Invité', active: 'Actif', removed: 'Retiré' },
    refusal: {
      'already-removed': (name: string) =>
        `L’accès ${joined('de', name)} a déjà été retiré. Rien n’a été modifié.`,
      'not-invited': (name: string) =>
        `${name} a maintenant pris sa place et n’a plus besoin du courriel. Rien n’a été modifié.`,
      yourself: () =>
        'Il s’agit de vous. Demandez à un autre administrateur\u202F: personne ne s’exclut soi-même ici.',
    },
  },
})

/** Why a firm was not blocked, or not let ask again; `by`: who was faster. */
export const blockRefusals = bilingual({
  en: {
    'already-blocked': (by: string | null) =>
      `This partner is blocked already${by ? `, by ${by}` : ''}. Nothing was changed.`,
    'not-blocked': () => 'This partner is not blocked any more. Nothing was changed.',
  } satisfies Record<BlockRefusal, (by: string | null) => string>,
  fr: {
    'already-blocked': by => `Ce partenaire est déjà bloqué${by ? `, par ${by}` : ''}. Rien n’a été modifié.`,
    'not-blocked': () => 'Ce partenaire n’est plus bloqué. Rien n’a été modifié.',
  },
})
