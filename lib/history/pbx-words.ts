import { wholeNumber } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'
import type { Told } from './told.ts'

/** What is done to an account's virtual PBX and key profiles, as words.ts has it of all others. */
export const pbxHistoryWords = bilingual({
  en: {
    title: {
      'pbx-extension.added': 'Extension added',
      'pbx-extension.updated': 'Extension changed',
      'pbx-extension.removed': 'Extension removed',
      'pbx-extension.restored': 'Extension brought back',
      'pbx-extension.pin-set': 'Voicemail PIN set',
      'pbx-extensions.removed': 'Extensions removed',
      'pbx-extensions.restored': 'Extensions brought back',
      'pbx-extensions.profiled': 'Key profile applied',
      'pbx-extensions.unprofiled': 'Key profile taken off',
      'pbx-extensions.imported': 'Extensions imported',
      'key-profile.added': 'Key profile added',
      'key-profile.copied': 'Key profile duplicated',
      'key-profile.updated': 'Key profile changed',
      'key-profile.removed': 'Key profile removed',
      'key-profile.replaced': 'Key profile replaced',
    },
    sentence: {
      'pbx-extension.added': ({ what }: Told) => `Added extension ${what}.`,
      'pbx-extension.updated': ({ what }: Told) => `Changed extension ${what}.`,
      'pbx-extension.removed': ({ what }: Told) => `Removed extension ${what}.`,
      'pbx-extension.restored': ({ what }: Told) => `Brought extension ${what} back.`,
      'pbx-extension.pin-set': ({ what }: Told) => `Set the voicemail PIN of extension ${what}.`,
      'pbx-extensions.removed': ({ what, whom }: Told) => `Removed ${what} extensions: ${whom}.`,
      'pbx-extensions.restored': ({ what, whom }: Told) => `Brought ${what} extensions back: ${whom}.`,
      'pbx-extensions.profiled': ({ what, whom }: Told) =>
        `Applied the key profile “${what}” to these extensions: ${whom}.`,
      'pbx-extensions.unprofiled': ({ whom }: Told) => `Took the key profile off these extensions: ${whom}.`,
      'pbx-extensions.imported': ({ counts }: Told) =>
        `Took a file of extensions in: ${wholeNumber(counts.added ?? 0, 'en')} added, ${wholeNumber(counts.changed ?? 0, 'en')} changed, ${wholeNumber(counts.same ?? 0, 'en')} as they were.`,
      'key-profile.added': ({ what }: Told) => `Added the key profile “${what}”.`,
      'key-profile.copied': ({ what, whom }: Told) =>
        `Made the key profile “${what}” as a copy of “${whom}”.`,
      'key-profile.updated': ({ what }: Told) => `Changed the key profile “${what}”.`,
      'key-profile.removed': ({ what }: Told) => `Removed the key profile “${what}”.`,
      'key-profile.replaced': ({ what, whom }: Told) =>
        `Removed the key profile “${what}”; its extensions have “${whom}” now.`,
    },
  },
  fr: {
    title: {
      'pbx-extension.added': 'Poste ajouté',
      'pbx-extension.updated': 'Poste modifié',
      'pbx-extension.removed': 'Poste retiré',
      'pbx-extension.restored': 'Poste repris',
      'pbx-extension.pin-set': 'NIP de messagerie défini',
      'pbx-extensions.removed': 'Postes retirés',
      'pbx-extensions.restored': 'Postes repris',
      'pbx-extensions.profiled': 'Profil de touches appliqué',
      'pbx-extensions.unprofiled': 'Profil de touches enlevé',
      'pbx-extensions.imported': 'Postes importés',
      'key-profile.added': 'Profil de touches ajouté',
      'key-profile.copied': 'Profil de touches dupliqué',
      'key-profile.updated': 'Profil de touches modifié',
      'key-profile.removed': 'Profil de touches retiré',
      'key-profile.replaced': 'Profil de touches remplacé',
    },
    sentence: {
      'pbx-extension.added': ({ what }: Told) => `A ajouté le poste ${what}.`,
      'pbx-extension.updated': ({ what }: Told) => `A modifié le poste ${what}.`,
      'pbx-extension.removed': ({ what }: Told) => `A retiré le poste ${what}.`,
      'pbx-extension.restored': ({ what }: Told) => `A repris le poste ${what}.`,
      'pbx-extension.pin-set': ({ what }: Told) =>
        `A défini le NIP de la messagerie vocale du poste ${what}.`,
      'pbx-extensions.removed': ({ what, whom }: Told) => `A retiré ${what} postes\u202F: ${whom}.`,
      'pbx-extensions.restored': ({ what, whom }: Told) => `A repris ${what} postes\u202F: ${whom}.`,
      'pbx-extensions.profiled': ({ what, whom }: Told) =>
        `A appliqué le profil de touches «\u00A0${what}\u00A0» à ces postes\u202F: ${whom}.`,
      'pbx-extensions.unprofiled': ({ whom }: Told) =>
        `A enlevé le profil de touches de ces postes\u202F: ${whom}.`,
      'pbx-extensions.imported': ({ counts }: Told) => {
        const many = (n: number | undefined, one: string, other: string) =>
          `${wholeNumber(n ?? 0, 'fr')} ${plural('fr', n ?? 0, one, other)}`
        return `A importé un fichier de postes\u202F: ${many(counts.added, 'ajouté', 'ajoutés')}, ${many(counts.changed, 'modifié', 'modifiés')}, ${many(counts.same, 'inchangé', 'inchangés')}.`
      },
      'key-profile.added': ({ what }: Told) => `A ajouté le profil de touches «\u00A0${what}\u00A0».`,
      'key-profile.copied': ({ what, whom }: Told) =>
        `A créé le profil de touches «\u00A0${what}\u00A0», copie du profil «\u00A0${whom}\u00A0».`,
      'key-profile.updated': ({ what }: Told) => `A modifié le profil de touches «\u00A0${what}\u00A0».`,
      'key-profile.removed': ({ what }: Told) => `A retiré le profil de touches «\u00A0${what}\u00A0».`,
      'key-profile.replaced': ({ what, whom }: Told) =>
        `A retiré le profil de touches «\u00A0${what}\u00A0»\u202F; ses postes ont maintenant «\u00A0${whom}\u00A0».`,
    },
  },
})
