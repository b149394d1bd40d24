import { bilingual } from '#lib/language.ts'

/** What a firm hands out so that accounts invite it. */
export const words = bilingual({
  en: {
    title: 'Partner ID and share URL',
    description:
      'With one of these an account invites your firm. Neither opens anything: the account chooses what to give, and your firm accepts.',
    name: 'Name',
    nameText: 'Your firm’s name, as the provider verified it. Only the provider changes it.',
    partnerId: 'Partner ID',
    partnerIdText:
      'To be read out: an account types it on its page Account authorisation, under Add partner.',
    shareUrl: 'Share URL',
    shareUrlText:
      'To be sent to a customer, or put on your own site: whoever opens it signs in, sees your firm, and confirms. It works on every portal of this provider.',
    copyId: 'Copy Partner ID',
    copyUrl: 'Copy share URL',
    copied: 'Copied',
    replaced: (by: string) => `Replaced by ${by} on`,
    replace: 'Replace share URL',
    replaceTitle: 'Replace the share URL',
    replaceStatement: 'The share URL stops working now, wherever it was sent or printed.',
    replaceText: 'A new one stands here at once. Invitations that were sent stay as they are.',
    cancel: 'Cancel',
    onlyAdministrators: 'An administrator of your firm can replace the share URL.',
    meanwhile: (by: string | null) =>
      `The share URL was replaced in the meantime${by ? ` by ${by}` : ''}. The new one stands here; nothing was changed by you.`,
  },
  fr: {
    title: 'Identifiant et adresse de partage',
    description:
      'Avec l’un ou l’autre, un compte invite votre entreprise. Aucun des deux n’ouvre quoi que ce soit\u202F: le compte choisit ce qu’il accorde, et votre entreprise accepte.',
    name: 'Nom',
    nameText:
      'Le nom de votre entreprise, tel que le fournisseur l’a vérifié. Seul le fournisseur le modifie.',
    partnerId: 'Identifiant de partenaire',
    partnerIdText:
      'À dicter\u202F: un compte le saisit à sa page Autorisation du compte, sous Ajouter un partenaire.',
    shareUrl: 'Adresse de partage',
    shareUrlText:
      'À envoyer à un client ou à publier sur votre site\u202F: quiconque l’ouvre se connecte, voit votre entreprise et confirme. Elle fonctionne sur tous les portails de ce fournisseur.',
    copyId: 'Copier l’identifiant',
    copyUrl: 'Copier l’adresse',
    copied: 'Copié',
    replaced: by => `Remplacée par ${by} le`,
    replace: 'Remplacer l’adresse de partage',
    replaceTitle: 'Remplacer l’adresse de partage',
    replaceStatement:
      'L’adresse de partage cesse de fonctionner dès maintenant, où qu’elle ait été envoyée ou imprimée.',
    replaceText: 'Une nouvelle figure aussitôt ici. Les invitations déjà envoyées restent telles quelles.',
    cancel: 'Annuler',
    onlyAdministrators: 'Un administrateur de votre entreprise peut remplacer l’adresse de partage.',
    meanwhile: by =>
      `L’adresse de partage a été remplacée entre-temps${by ? ` par ${by}` : ''}. La nouvelle figure ici\u202F; vous n’avez rien modifié.`,
  },
})
