import { wholeNumber } from '#lib/format.ts'
import { bilingual } from '#lib/language.ts'
import { mostRows } from '#lib/phonebook/file.ts'

/** What the pages say on which a file is taken into the phonebook. */
export const words = bilingual({
  en: {
    title: 'Import contacts',
    description:
      'First the file is only looked at: you see what it would add and change, and everything that is wrong with it, before anything happens.',
    fileHint: `UTF-8, with commas between the columns; 4 MB and ${wholeNumber(mostRows, 'en')} rows at most.`,
    columnsText:
      'The first line names the columns, in any order, in English or French. Only the name and one number are needed. A column that is left out is not changed.',
    about: {
      name: 'The name that the phones show.',
      company: 'The company. Without an ID a contact is known again by its name and company.',
      work: 'A number, as it is dialled.',
      mobile: 'The same.',
      home: 'The same.',
      email: 'One e-mail address.',
      note: 'A line of text; phones don’t show it.',
      groups: 'Names of groups with semicolons between them. Groups that don’t exist are added.',
      id: 'By it the portal knows its contacts again, also those of one name or with a new one. Leave it as the downloaded file has it; for new contacts leave it empty.',
    },
    sample: 'Download the phonebook as it is, to see such a file',
    newGroups: 'New groups',
    nothing: 'The phonebook is as the file says already. There is nothing to take in.',
    fault: {
      twice: (fact: string) =>
        `Line ${fact} has the same name and company. Take one of them out, or tell them apart by their names.`,
      'id-twice': (fact: string) =>
        `Line ${fact} has the same ID. Take one of them out; for a new contact, empty its ID.`,
      'not-an-id': () =>
        'This is no ID of a contact. Leave it as the downloaded file has it; for a new contact, empty it.',
      several: () =>
        'There are several contacts of this name and company, and as this row says it none of them is, so nobody knows which is meant. Download the phonebook and change the row with the right ID there.',
      'too-many': (fact: string) =>
        `With this file the phonebook would hold more than ${fact} contacts. Take some out.`,
      'too-many-groups': (fact: string) =>
        `With this file the phonebook would have more than ${fact} groups. Take some out.`,
    },
  },
  fr: {
    title: 'Importer des contacts',
    description:
      'Le fichier est d’abord seulement examiné\u202F: vous voyez ce qu’il ajouterait et modifierait, et tout ce qui ne va pas, avant que rien ne se passe.',
    fileHint: `UTF-8, avec des virgules entre les colonnes\u202F; 4 Mo et ${wholeNumber(mostRows, 'fr')} rangées au plus.`,
    columnsText:
      'La première ligne nomme les colonnes, dans n’importe quel ordre, en anglais ou en français. Seuls le nom et un numéro sont nécessaires. Une colonne absente n’est pas modifiée.',
    about: {
      name: 'Le nom qu’affichent les téléphones.',
      company: 'L’entreprise. Sans identifiant, un contact se reconnaît à son nom et à son entreprise.',
      work: 'Un numéro, comme on le compose.',
      mobile: 'De même.',
      home: 'De même.',
      email: 'Une adresse courriel.',
      note: 'Une ligne de texte\u202F; les téléphones ne l’affichent pas.',
      groups: 'Des noms de groupes séparés par des points-virgules. Ceux qui n’existent pas sont ajoutés.',
      id: 'À lui, le portail reconnaît ses contacts, même ceux d’un même nom ou d’un nouveau. Laissez-le tel que dans le fichier téléchargé\u202F; laissez-le vide pour un nouveau contact.',
    },
    sample: 'Télécharger le répertoire tel qu’il est, pour voir un tel fichier',
    newGroups: 'Nouveaux groupes',
    nothing: 'Le répertoire est déjà conforme au fichier. Il n’y a rien à importer.',
    fault: {
      twice: fact =>
        `La ligne ${fact} a le même nom et la même entreprise. Supprimez-en une, ou distinguez-les par leur nom.`,
      'id-twice': fact =>
        `La ligne ${fact} a le même identifiant. Supprimez-en une\u202F; pour un nouveau contact, videz l’identifiant.`,
      'not-an-id': () =>
        'Ce n’est pas l’identifiant d’un contact. Laissez-le tel que dans le fichier téléchargé\u202F; pour un nouveau contact, videz-le.',
      several: () =>
        'Il y a plusieurs contacts de ce nom et de cette entreprise, et aucun n’est tel que le dit cette rangée\u202F: on ne sait pas lequel est visé. Téléchargez le répertoire et modifiez-y la rangée qui a le bon identifiant.',
      'too-many': fact =>
        `Avec ce fichier, le répertoire dépasserait ${fact} contacts. Supprimez-en quelques-uns.`,
      'too-many-groups': fact =>
        `Avec ce fichier, le répertoire dépasserait ${fact} groupes. Supprimez-en quelques-uns.`,
    },
  },
})
