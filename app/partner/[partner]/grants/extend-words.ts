import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

/** What the firm reads where it asks for more time. */
export const extendWords = bilingual({
  en: {
    page: 'Extend',
    title: (account: string) => `Extend access to ${account}`,
    ask: 'Ask for more time',
    askText: (account: string) =>
      `You ask, and ${account} decides. Until it has said yes, the access keeps its end.`,
    reason: 'Reason',
    reasonHint: 'The customer reads it.',
    sending: 'Sending…',
    open: 'More time has been asked for',
    openText: (account: string) => `${account} has not answered yet. The access keeps its end until it does.`,
    outcome: {
      pending: 'Waits for the customer',
      granted: 'Extended',
      declined: 'Declined',
      withdrawn: 'Withdrawn',
      lapsed: 'Lapsed with the access',
    },
    last: 'Last extension',
    askedBy: 'Asked by',
    state: 'State',
    askedEnd: 'Asked end',
    given: 'Given end',
    decided: 'Answered',
    said: 'Reason given',
    noEnd: 'No end',
    ended: 'This access has ended. To come back you must ask again.',
    byProvider: 'The provider set this access. The customer can’t extend it; ask the provider.',
    blocked: 'This account takes no requests from your firm.',
    endless: 'This access has no end, so there is nothing to extend.',
    notAssigned:
      'Only whoever is assigned to this access, or an administrator of your firm, can ask for more time.',
    several: 'Ask for more time for several customers',
    atLimit: (latest: string) =>
      `The provider allows no later end at present: ${latest} at most. Ask again nearer to the end.`,
  },
  fr: {
    page: 'Prolonger',
    title: (account: string) => `Prolonger l’accès à ${account}`,
    ask: 'Demander une prolongation',
    askText: (account: string) =>
      `Vous demandez, et ${account} décide. Tant que le compte n’a pas accepté, l’accès garde sa fin.`,
    reason: 'Motif',
    reasonHint: 'Le client lira ce texte.',
    sending: 'Envoi…',
    open: 'Une prolongation est demandée',
    openText: (account: string) =>
      `La réponse ${joined('de', account)} est attendue. D’ici là, l’accès garde sa fin.`,
    outcome: {
      pending: 'En attente du client',
      granted: 'Prolongé',
      declined: 'Refusée',
      withdrawn: 'Retirée',
      lapsed: 'Caduque avec l’accès',
    },
    last: 'Dernière prolongation',
    askedBy: 'Demandée par',
    state: 'État',
    askedEnd: 'Fin demandée',
    given: 'Fin accordée',
    decided: 'Réponse',
    said: 'Motif indiqué',
    noEnd: 'Sans fin',
    ended: 'Cet accès a pris fin. Pour revenir, il faut refaire une demande.',
    byProvider:
      'Le fournisseur a défini cet accès. Le client ne peut pas le prolonger\u202F; adressez-vous au fournisseur.',
    blocked: 'Ce compte n’accepte aucune demande de votre entreprise.',
    endless: 'Cet accès n’a pas de fin\u202F: il n’y a rien à prolonger.',
    notAssigned:
      'Seule une personne à qui cet accès est attribué, ou un administrateur de votre entreprise, peut demander une prolongation.',
    several: 'Demander des prolongations à plusieurs clients',
    atLimit: (latest: string) =>
      `Le fournisseur ne permet pas de fin plus tardive en ce moment\u202F: au plus tard le ${latest}. Redemandez à l’approche de la fin.`,
  },
})
