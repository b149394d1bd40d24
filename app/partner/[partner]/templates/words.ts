import { mostTemplates } from '#lib/access-request/template.ts'
import { bilingual } from '#lib/language.ts'

/** What the pages about a firm's ready-made requests say. */
export const words = bilingual({
  en: {
    title: 'Request templates',
    description:
      'Requests that your firm keeps ready-made. Whoever asks a customer for access can start from one and change what they like.',
    onlyAdministrators: 'Only administrators of your firm can change them.',
    add: 'Add template',
    column: {
      name: 'Name',
      reason: 'Reason',
      asks: 'Asks for',
      acts: 'Actions',
    },
    use: 'Use',
    edit: 'Edit',
    remove: 'Remove',
    named: (act: string, name: string) => `${act}, ${name}`,
    more: (name: string) => `More for ${name}`,
    none: 'No template yet',
    noneText:
      'A template holds a reason, a scope and an access duration, so that nobody has to type the same request twice.',
    noneTechnician: 'Administrators of your firm can add some.',
    full: `Your firm keeps ${mostTemplates} templates, and more are not possible. Remove one to add another.`,
    newTitle: 'Add a template',
    newText: 'It only fills in the form. Whatever is sent with it is checked like any other request.',
    page: 'Request template',
    pageText: 'Requests that were sent with it stay as they are.',
    name: 'Name',
    nameHint: 'What your people know it by. Customers do not see it.',
    reasonHint: (longest: string) => `The customer reads this. ${longest} characters at most.`,
    save: 'Save',
    saving: 'Saving…',
    cancel: 'Cancel',
    overNow:
      'As it stands, a request with this template would be refused: your provider allows less by now, or its day is over. Choose another access duration.',
    removeTitle: (name: string) => `Remove ${name}`,
    removeStatement: (name: string) => `The template “${name}” is removed for everybody of your firm.`,
    removeConsequences: ['Requests that were sent with it stay as they are.'],
    removeSubmit: 'Remove template',
    removed: (by: string | null) => `This template was removed${by ? ` by ${by}` : ''}`,
    removedText: 'What it held stands below. It can be added anew.',
  },
  fr: {
    title: 'Modèles de demande',
    description:
      'Les demandes que votre entreprise garde toutes prêtes. Toute personne qui demande un accès peut partir d’un modèle et modifier ce qu’elle veut.',
    onlyAdministrators: 'Seuls les administrateurs de votre entreprise peuvent les modifier.',
    add: 'Ajouter un modèle',
    column: {
      name: 'Nom',
      reason: 'Motif',
      asks: 'Demande',
      acts: 'Actions',
    },
    use: 'Utiliser',
    edit: 'Modifier',
    remove: 'Retirer',
    named: (act: string, name: string) => `${act}, ${name}`,
    more: (name: string) => `Autres actions pour ${name}`,
    none: 'Aucun modèle pour l’instant',
    noneText:
      'Un modèle contient un motif, une étendue et une durée d’accès\u202F: personne n’a à écrire deux fois la même demande.',
    noneTechnician: 'Les administrateurs de votre entreprise peuvent en ajouter.',
    full: `Votre entreprise garde ${mostTemplates} modèles et ne peut pas en garder plus. Retirez-en un pour en ajouter un autre.`,
    newTitle: 'Ajouter un modèle',
    newText:
      'Il ne fait que remplir le formulaire. Ce qui est envoyé avec lui est vérifié comme toute autre demande.',
    page: 'Modèle de demande',
    pageText: 'Les demandes déjà envoyées avec lui restent telles quelles.',
    name: 'Nom',
    nameHint: 'Le nom que connaît votre équipe. Les clients ne le voient pas.',
    reasonHint: (longest: string) => `Le client lira ce texte. ${longest} caractères au plus.`,
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    cancel: 'Annuler',
    overNow:
      'Tel quel, une demande faite avec ce modèle serait refusée\u202F: votre fournisseur permet maintenant moins, ou la date est passée. Choisissez une autre durée d’accès.',
    removeTitle: (name: string) => `Retirer ${name}`,
    removeStatement: (name: string) =>
      `Le modèle «\u00A0${name}\u00A0» est retiré pour toute votre entreprise.`,
    removeConsequences: ['Les demandes déjà envoyées avec lui restent telles quelles.'],
    removeSubmit: 'Retirer le modèle',
    removed: (by: string | null) => `Ce modèle a été retiré${by ? ` par ${by}` : ''}`,
    removedText: 'Son contenu figure ci-dessous. Il peut être ajouté de nouveau.',
  },
})
