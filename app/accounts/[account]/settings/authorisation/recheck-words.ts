import { wholeNumber } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'

/** What an account reads after the portal was restored from a backup. */
export const recheckWords = bilingual({
  en: {
    title: (when: string, count: number) =>
      `This portal was restored from a backup on ${when}: look again at ${count === 1 ? 'this access' : `these ${wholeNumber(count, 'en')} accesses`}`,
    text: 'What was changed between the backup and that moment is lost: an access that was revoked, suspended or given up then may be open again. Keep what is right and revoke the rest. Until you do, everything goes on as it is.',
    caption: 'Access from before the restore',
    partly: (shown: number) =>
      `The newest ${shown} are shown. The others follow once you have dealt with these.`,
    column: { who: 'Who', state: 'State', ends: 'Ends', scope: 'Scope', acts: 'Actions' },
    keep: 'Keep',
    keepThis: (partner: string, scope: string) => `Keep: ${partner}, ${scope}`,
    keepAll: 'Keep all',
    keepShown: (shown: number) => `Keep all ${shown} shown`,
    revoke: 'Revoke',
    revokeThis: (partner: string, scope: string) => `Revoke: ${partner}, ${scope}`,
    nothingLeft: 'Somebody has looked at this meanwhile, or it has ended. Nothing was changed.',
  },
  fr: {
    title: (when, count) =>
      `Ce portail a été restauré à partir d’une sauvegarde le ${when}\u202F: revoyez ${count < 2 ? 'cet accès' : `ces ${wholeNumber(count, 'fr')} accès`}`,
    text: 'Ce qui a été modifié entre la sauvegarde et ce moment est perdu\u202F: un accès révoqué, suspendu ou abandonné entre-temps est peut-être ouvert de nouveau. Conservez ce qui est juste et révoquez le reste. D’ici là, tout reste en l’état.',
    caption: 'Accès d’avant la restauration',
    partly: shown => `Les ${shown} plus récents sont affichés. Les autres suivront une fois ceux-ci traités.`,
    column: { who: 'Qui', state: 'État', ends: 'Fin', scope: 'Étendue', acts: 'Actions' },
    keep: 'Conserver',
    keepThis: (partner, scope) => `Conserver\u202F: ${partner}, ${scope}`,
    keepAll: 'Tout conserver',
    keepShown: shown => `Conserver les ${shown} affichés`,
    revoke: 'Révoquer',
    revokeThis: (partner, scope) => `Révoquer\u202F: ${partner}, ${scope}`,
    nothingLeft: 'Quelqu’un l’a revu entre-temps, ou l’accès a pris fin. Rien n’a été modifié.',
  },
})
