import { cappedText } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Overview',
    waiting: 'Waiting for you',
    waitingForDecision: 'Waiting for the account’s decision',
    waitingForPartner: 'Waiting for the partner’s answer',
    waitingText: (n: number) => (n === 1 ? 'A partner asks for access.' : `${n} partners ask for access.`),
    review: 'Review access',
    inside: 'Who can get in now',
    insideText: 'Partners that can come into this account at this moment.',
    nobody: 'No partner can get in now',
    nobodyText: 'When you give a partner access, it stands here until it ends.',
    suspended: (n: number) =>
      n === 1
        ? 'One access is suspended and can’t be used until it is resumed.'
        : `${cappedText(n)} are suspended and can’t be used until they are resumed.`,
    scheduled: (n: number) => (n === 1 ? 'One access starts later.' : `${cappedText(n)} start later.`),
    seeThem: 'See all access',
    all: 'Everybody who is authorised',
    account: 'This account',
    products: 'Products',
    zone: 'Time zone',
    phone: 'Phone',
    address: 'Address',
    clientOf: 'Client account of',
    isClientOf: (parent: string) => `Client account of ${parent}`,
    provider: 'Provider',
    as: (brand: string) => `the company behind ${brand}`,
    yourAccess: 'Your access',
    via: (parent: string) => `via ${parent}`,
    since: (place: string, date: string) => `${place} of this account since ${date}.`,
    sinceOnParent: (parent: string, date: string) =>
      `You act here from ${parent}, where you have been since ${date}.`,
    can: (part: string) => `${part}: you can`,
    notYet: (part: string) => `${part}: yours, but not in the portal yet`,
    onClients: (acting: string) => `${acting}, which open from the list of your accounts`,
    cannot: 'On this account you can’t',
    parentPays: (parent: string) =>
      `Only ${parent} and your provider order and change what costs money here, whatever the roles on this account.`,
    ownerDecides: (rest: boolean) =>
      `An Account Owner of this account decides on ${rest ? 'the rest' : 'this'}. Ask there if you need something else.`,
    ownersDecide: (names: string, rest: boolean) =>
      `An Account Owner decides on ${rest ? 'the rest' : 'this'}. On this account: ${names}.`,
    nobodyDecides: (rest: boolean) =>
      `An Account Owner decides on ${rest ? 'the rest' : 'this'}. This account has none at present; your provider appoints one.`,
  },
  fr: {
    title: 'Vue d’ensemble',
    waiting: 'En attente de vous',
    waitingForDecision: 'En attente de la décision du compte',
    waitingForPartner: 'En attente de la réponse du partenaire',
    waitingText: (n: number) =>
      n < 2 ? 'Un partenaire demande un accès.' : `${n} partenaires demandent un accès.`,
    review: 'Examiner l’accès',
    inside: 'Qui peut entrer maintenant',
    insideText: 'Les partenaires qui peuvent entrer dans ce compte en ce moment.',
    nobody: 'Aucun partenaire ne peut entrer maintenant',
    nobodyText: 'Lorsque vous accordez un accès à un partenaire, il figure ici jusqu’à sa fin.',
    suspended: n =>
      n === 1
        ? 'Un accès est suspendu et ne peut pas servir avant sa reprise.'
        : `${cappedText(n)} accès sont suspendus et ne peuvent pas servir avant leur reprise.`,
    scheduled: n =>
      n === 1 ? 'Un accès commence plus tard.' : `${cappedText(n)} accès commencent plus tard.`,
    seeThem: 'Voir tous les accès',
    all: 'Toutes les personnes autorisées',
    account: 'Ce compte',
    products: 'Produits',
    zone: 'Fuseau horaire',
    phone: 'Téléphone',
    address: 'Adresse',
    clientOf: 'Compte client de',
    isClientOf: parent => `Compte client ${joined('de', parent)}`,
    provider: 'Fournisseur',
    as: (brand: string) => `l’entreprise derrière ${brand}`,
    yourAccess: 'Votre accès',
    via: parent => `par ${parent}`,
    since: (place, date) => `${place} de ce compte depuis le ${date}.`,
    sinceOnParent: (parent, date) => `Vous agissez ici depuis ${parent}, où vous êtes depuis le ${date}.`,
    can: part => `${part}\u202F: vous pouvez`,
    notYet: part => `${part}\u202F: à vous, mais pas encore dans le portail`,
    onClients: acting => `${acting}, qui s’ouvrent depuis la liste de vos comptes`,
    cannot: 'Sur ce compte, vous ne pouvez pas',
    parentPays: parent =>
      `Seuls ${parent} et votre fournisseur commandent et modifient ici ce qui coûte, quels que soient les rôles sur ce compte.`,
    ownerDecides: rest =>
      `Un propriétaire de ce compte ${rest ? 'décide du reste' : 'en décide'}. Adressez-vous à lui s’il vous faut autre chose.`,
    ownersDecide: (names, rest) =>
      `Un propriétaire du compte ${rest ? 'décide du reste' : 'en décide'}. Sur ce compte\u202F: ${names}.`,
    nobodyDecides: rest =>
      `Un propriétaire du compte ${rest ? 'décide du reste' : 'en décide'}. Ce compte n’en a pas actuellement\u202F; votre fournisseur en nomme un.`,
  },
})
