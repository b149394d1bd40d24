import { mostTimesHigh, mostTimesWide } from '#lib/branding/own.ts'
import { heaviest } from '#lib/branding/picture.ts'
import { bilingual } from '#lib/language.ts'

const kilobytes = String(heaviest / 1024)

/** What the pages about an account's own branding say. */
export const words = bilingual({
  en: {
    title: 'Branding',
    description:
      'What this account shows of its own on its pages, beside its provider’s brand, and the templates that its services begin with. Sign-in pages and letters stay the provider’s.',
    readOnly: 'Brand Contributors of the account can change it.',
    logoText: {
      logo: 'On the account’s pages, and on those of its client accounts that have no branding of their own.',
      'logo-dark': 'For readers whose screen is dark. It is shown only beside a logo for light pages.',
    },
    none: 'No logo',
    lightServes: 'None of its own: the logo above is shown.',
    waits: 'It is not shown yet: add a logo for light pages first.',
    choose: 'PNG, JPEG or WebP',
    chooseHint: `${kilobytes} kB at most, and at most ${mostTimesWide} times as wide as high or ${mostTimesHigh} times as high as wide. It is shown 28 pixels high; wide and low reads best.`,
    darkOlder:
      'This is still the one of before: the logo for light pages was replaced. Replace this one, too, or remove it.',
    tooHeavy: `This file is larger than ${kilobytes} kB. Save it smaller and choose it again.`,
    save: 'Save logo',
    saving: 'Saving…',
    remove: 'Remove logo',
    back: 'Undo: bring the earlier logo back',
    named: (act: string, what: string) => `${act}: ${what}`,
    links: 'Links',
    linksText:
      'They stand at the foot of the account’s pages. Each begins with https://; leave one empty to show none.',
    linkHint: {
      shopLink: 'Where your people buy: your e-commerce page.',
      supportLink: 'Where your people get help.',
    },
    alsoWritten: (host: string) => `Its host is also written ${host}.`,
    noLink: 'None',
    saveLinks: 'Save links',
    optional: 'optional',
    templates: 'Service templates',
    templatesText:
      'What a service or an end user begins with: whoever edits one can start from a template, and changes what they like.',
    add: 'Add service template',
    column: { name: 'Name', product: 'Product', fills: 'Fills in' },
    noTemplates: 'No service template yet',
    noTemplatesText:
      'A template holds a label, a level and a few words of help for one product, so that nobody types the same twice.',
    restore: 'Bring back',
    restoreNamed: (name: string) => `Undo: bring “${name}” back`,
    newTitle: 'Add a service template',
    page: 'Service template',
    pageText: 'What was set up with it stays as it is.',
    nameHint: 'What your people know it by.',
    labelHint: 'What a service is called. A service has it where its label is filled in from the template.',
    levelHint: 'What an end user may do in the product.',
    noLevel: 'Not said',
    supportHint: (longest: string) =>
      `Shown to whoever starts from the template: what to watch for, whom to ask. ${longest} characters at most.`,
    saveTemplate: 'Save',
    cancel: 'Cancel',
    removeTemplate: 'Remove service template',
    removeText: 'For 30 days it can be brought back.',
    removed: (by: string | null) => `This service template was removed${by ? ` by ${by}` : ''}`,
  },
  fr: {
    title: 'Image de marque',
    description:
      'Ce que ce compte montre de lui-même sur ses pages, à côté de la marque de son fournisseur, et les modèles dont partent ses services. Les pages de connexion et les courriels restent ceux du fournisseur.',
    readOnly: 'Les contributeurs à la marque du compte peuvent la modifier.',
    logoText: {
      logo: 'Sur les pages du compte, et sur celles de ses comptes clients qui n’ont pas d’image de marque.',
      'logo-dark':
        'Pour les personnes dont l’écran est sombre. Il ne s’affiche qu’avec un logo pour les pages claires.',
    },
    none: 'Aucun logo',
    lightServes: 'Aucun logo propre\u202F: celui du dessus s’affiche.',
    waits: 'Il ne s’affiche pas encore\u202F: ajoutez d’abord un logo pour les pages claires.',
    choose: 'PNG, JPEG ou WebP',
    chooseHint: `Au plus ${kilobytes} ko, et au plus ${mostTimesWide} fois plus large que haut ou ${mostTimesHigh} fois plus haut que large. Il s’affiche sur 28 pixels de haut\u202F: large et bas, il se lit le mieux.`,
    darkOlder:
      'C’est encore celui d’avant\u202F: le logo pour les pages claires a été remplacé. Remplacez aussi celui-ci, ou retirez-le.',
    tooHeavy: `Ce fichier dépasse ${kilobytes} ko. Réduisez-le et choisissez-le de nouveau.`,
    save: 'Enregistrer le logo',
    saving: 'Enregistrement…',
    remove: 'Retirer le logo',
    back: 'Annuler\u202F: reprendre le logo antérieur',
    named: (act: string, what: string) => `${act}\u202F: ${what}`,
    links: 'Liens',
    linksText:
      'Ils figurent au bas des pages du compte. Chacun commence par https://\u202F; laissez-en un vide pour ne rien afficher.',
    linkHint: {
      shopLink: 'Où vos gens achètent\u202F: votre page de commerce en ligne.',
      supportLink: 'Où vos gens obtiennent de l’aide.',
    },
    alsoWritten: (host: string) => `Son hôte s’écrit aussi ${host}.`,
    noLink: 'Aucun',
    saveLinks: 'Enregistrer les liens',
    optional: 'facultatif',
    templates: 'Modèles de service',
    templatesText:
      'Ce dont part un service ou un utilisateur final\u202F: toute personne qui en modifie un peut partir d’un modèle, puis changer ce qu’elle veut.',
    add: 'Ajouter un modèle de service',
    column: { name: 'Nom', product: 'Produit', fills: 'Remplit' },
    noTemplates: 'Aucun modèle de service pour l’instant',
    noTemplatesText:
      'Un modèle contient un libellé, un niveau et quelques mots d’aide pour un produit\u202F: personne n’a à écrire deux fois la même chose.',
    restore: 'Reprendre',
    restoreNamed: (name: string) => `Annuler\u202F: reprendre «\u00A0${name}\u00A0»`,
    newTitle: 'Ajouter un modèle de service',
    page: 'Modèle de service',
    pageText: 'Ce qui a été configuré avec lui reste tel quel.',
    nameHint: 'Le nom que connaît votre équipe.',
    labelHint: 'Le nom d’un service. Un service le porte si son libellé est rempli à partir du modèle.',
    levelHint: 'Ce qu’un utilisateur final peut faire dans le produit.',
    noLevel: 'Non précisé',
    supportHint: (longest: string) =>
      `Montré à toute personne qui part du modèle\u202F: à quoi veiller, à qui s’adresser. ${longest} caractères au plus.`,
    saveTemplate: 'Enregistrer',
    cancel: 'Annuler',
    removeTemplate: 'Retirer le modèle de service',
    removeText: 'Il peut être repris pendant 30 jours.',
    removed: (by: string | null) => `Ce modèle de service a été retiré${by ? ` par ${by}` : ''}`,
  },
})
