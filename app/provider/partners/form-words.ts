import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { Likeness } from '#lib/partner/likeness.ts'

/** What the forms of a partner say, and why a name or an ID can't be taken. */
export const formWords = bilingual({
  en: {
    newTitle: 'New partner',
    newText: 'Enter the firm only after you have verified who it is: customers rely on its name.',
    firm: 'The firm',
    name: 'Name',
    nameHint: 'As you verified it. The firm can’t change it.',
    code: 'Partner ID',
    codeHint:
      'Three letters, a hyphen, four digits; the last digit checks the others. This one is free; an ID of your own that fits is taken too.',
    administrator: 'Its first administrator',
    administratorText: 'Is invited at once, and brings in the rest of the firm’s staff.',
    personName: 'Administrator’s name',
    email: 'Administrator’s email',
    resembles: 'I have compared the names: this is another firm',
    resemblesHint: 'Needed only where the portal says that the name resembles another.',
    create: 'Create partner',
    editTitle: 'Change the name',
    editText: 'Partner ID, share address and everything that was given stay as they are.',
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    brand: 'Branding domain',
    brandHint: 'Where this person signs in, and whose letters they get.',
    unknownBrand: 'Choose one of your branding domains.',
    shutOut: 'This address can’t be used here. Ask the person for another address of theirs.',
    notChanged: 'Nothing was changed. Please look at what is marked.',
    fault: {
      'not-a-partner-id': () => 'A Partner ID has three letters, a hyphen and four digits, like BRT-4821.',
      'wrong-check-digit': () =>
        'The last digit does not fit the others: a letter or a digit was mistyped. Look again, or take the one that is suggested.',
      'id-taken': (firm: string) => `This is the Partner ID of ${firm}. Choose another one.`,
    },
    likeness: {
      'mixed-scripts': () =>
        'This name mixes letters of several alphabets that look alike. Type it anew, in one alphabet; if it is right as it is, tick the box that you have compared.',
      provider: (of: string) =>
        `This name could be taken for ${of}, your own. Customers would trust it as they trust you. If it is right, tick the box that you have compared.`,
      partner: (of: string) =>
        `This name resembles ${of}, another partner. If it is another firm, tick the box that you have compared.`,
    } satisfies Record<Likeness['kind'], (of: string) => string>,
  },
  fr: {
    newTitle: 'Nouveau partenaire',
    newText:
      'N’inscrivez l’entreprise qu’après avoir vérifié qui elle est\u202F: les clients se fient à son nom.',
    firm: 'L’entreprise',
    name: 'Nom',
    nameHint: 'Tel que vous l’avez vérifié. L’entreprise ne peut pas le modifier.',
    code: 'Identifiant de partenaire',
    codeHint:
      'Trois lettres, un trait d’union, quatre chiffres\u202F; le dernier chiffre vérifie les autres. Celui-ci est libre\u202F; vous pouvez aussi en choisir un qui convient.',
    administrator: 'Son premier administrateur',
    administratorText: 'Il est invité aussitôt et fait entrer le reste du personnel.',
    personName: 'Nom de l’administrateur',
    email: 'Adresse courriel de l’administrateur',
    resembles: 'J’ai comparé les noms\u202F: c’est une autre entreprise',
    resemblesHint: 'Nécessaire seulement si le portail signale que le nom ressemble à un autre.',
    create: 'Créer le partenaire',
    editTitle: 'Modifier le nom',
    editText: 'L’identifiant, l’adresse de partage et tout ce qui a été accordé restent tels quels.',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    cancel: 'Annuler',
    brand: 'Domaine de marque',
    brandHint: 'Où cette personne se connecte, et de qui viennent ses courriels.',
    unknownBrand: 'Choisissez l’un de vos domaines de marque.',
    shutOut: 'Cette adresse ne peut pas être utilisée ici. Demandez à la personne une autre de ses adresses.',
    notChanged: 'Rien n’a été modifié. Veuillez vérifier ce qui est indiqué.',
    fault: {
      'not-a-partner-id': () =>
        'Un identifiant de partenaire compte trois lettres, un trait d’union et quatre chiffres, comme BRT-4821.',
      'wrong-check-digit': () =>
        'Le dernier chiffre ne concorde pas\u202F: une lettre ou un chiffre est erroné. Vérifiez, ou prenez l’identifiant proposé.',
      'id-taken': (firm: string) => `C’est l’identifiant ${joined('de', firm)}. Choisissez-en un autre.`,
    },
    likeness: {
      'mixed-scripts': () =>
        'Ce nom mêle des lettres semblables de plusieurs alphabets. Saisissez-le de nouveau dans un seul alphabet\u202F; s’il est exact, cochez la case qui dit que vous avez comparé.',
      provider: (of: string) =>
        `Ce nom peut être pris pour ${of}, le vôtre. Les clients s’y fieraient comme à vous. S’il est exact, cochez la case qui dit que vous avez comparé.`,
      partner: (of: string) =>
        `Ce nom ressemble à celui ${joined('de', of)}, un autre partenaire. S’il s’agit d’une autre entreprise, cochez la case qui dit que vous avez comparé.`,
    },
  },
})
