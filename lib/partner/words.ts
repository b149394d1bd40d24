import type { StaffRole } from '#lib/access/person-kinds.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { StaffRefusal, StaffState } from './staff.ts'

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
    } satisfies Record<StaffRefusal, (name: string) => string>,
  },
  fr: {
    role: { administrator: 'Administrateur du partenaire', technician: 'Technicien' },
    state: { invited: 'Invité', active: 'Actif', removed: 'Retiré' },
    refusal: {
      'already-removed': (name: string) =>
        `L’accès ${joined('de', name)} a déjà été retiré. Rien n’a été modifié.`,
      'not-invited': (name: string) =>
        `${name} a maintenant pris sa place et n’a plus besoin du courriel. Rien n’a été modifié.`,
    },
  },
})
