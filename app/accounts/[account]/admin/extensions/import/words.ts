import { wholeNumber } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import { mostExtensions } from '#lib/pbx-extension/extension.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'

const listed = (words: Readonly<Record<string, string>>) => Object.values(words).join(' | ')

/** What the pages say on which a file of extensions is taken in. */
export const words = bilingual({
  en: {
    title: 'Import extensions',
    description:
      'First the file is only looked at: you see what it would add and change, and everything that is wrong with it, before anything happens.',
    fileHint: `UTF-8, with commas between the columns; 4 MB and ${wholeNumber(mostExtensions, 'en')} rows at most.`,
    columnsText:
      'The first line names the columns, in any order, in English or French. Only the extension is needed, and for a new one a name or a person. A column that is left out is not changed; a file removes nothing.',
    about: {
      number: '2 to 6 digits. An extension is known again by them.',
      name: 'What phones show.',
      member: 'The e-mail address of one of the account’s end users or portal users; empty for nobody.',
      device: listed(pbxWords.en.device),
      callerName: '15 plain characters at most.',
      busy: listed(pbxWords.en.route),
      busyTo: 'The digits of an extension, also of one in the same file, or an outside number.',
      ring: '5 to 120.',
      unanswered: 'As when busy.',
      unansweredTo: 'As when busy.',
      voicemail: 'On | Off. A PIN is never in a file.',
      profile: 'The name of a key profile that there is; empty for none.',
    },
    sample: 'Download the extensions as they are, to see such a file',
    nothing: 'The extensions are as the file says already. There is nothing to take in.',
    twice: (fact: string) => `Line ${fact} has the same extension. Take one of them out.`,
    tooMany: (fact: string) =>
      `With this file the account would have more than ${fact} extensions. Take some out.`,
  },
  fr: {
    title: 'Importer des postes',
    description:
      'Le fichier est d’abord seulement examiné\u202F: vous voyez ce qu’il ajouterait et modifierait, et tout ce qui ne va pas, avant que rien ne se passe.',
    fileHint: `UTF-8, avec des virgules entre les colonnes\u202F; 4 Mo et ${wholeNumber(mostExtensions, 'fr')} rangées au plus.`,
    columnsText:
      'La première ligne nomme les colonnes, dans n’importe quel ordre, en anglais ou en français. Seul le poste est nécessaire, et pour un nouveau un nom ou une personne. Une colonne absente n’est pas modifiée\u202F; un fichier ne retire rien.',
    about: {
      number: 'De 2 à 6 chiffres. Un poste se reconnaît à eux.',
      name: 'Ce qu’affichent les téléphones.',
      member:
        'L’adresse courriel d’un utilisateur final ou d’un utilisateur du portail de ce compte\u202F; vide pour personne.',
      device: listed(pbxWords.fr.device),
      callerName: '15 caractères simples au plus.',
      busy: listed(pbxWords.fr.route),
      busyTo: 'Les chiffres d’un poste, même du même fichier, ou un numéro extérieur.',
      ring: 'De 5 à 120.',
      unanswered: 'Comme si occupé.',
      unansweredTo: 'Comme si occupé.',
      voicemail: 'Oui | Non. Un NIP n’est jamais dans un fichier.',
      profile: 'Le nom d’un profil de touches qui existe\u202F; vide pour aucun.',
    },
    sample: 'Télécharger les postes tels qu’ils sont, pour voir un tel fichier',
    nothing: 'Les postes sont déjà conformes au fichier. Il n’y a rien à importer.',
    twice: fact => `La ligne ${fact} a le même poste. Supprimez l’une des deux.`,
    tooMany: fact => `Avec ce fichier, le compte dépasserait ${fact} postes. Supprimez-en quelques-uns.`,
  },
})
