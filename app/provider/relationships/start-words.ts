import { bilingual } from '#lib/language.ts'

/** What is said where a channel relationship starts. */
export const startWords = bilingual({
  en: {
    title: 'Start a channel relationship',
    text: 'The partner may then find the account by name and ask it for access. This alone gives nobody access.',
    back: 'Channel relationships',
    find: 'Find both sides',
    partner: 'Partner',
    partnerHint: 'A part of its name, or its Partner ID.',
    account: 'Account',
    accountHint: 'The beginnings of words of its name, or its short name.',
    search: 'Find',
    choose: 'Who serves whom',
    noPartner: (typed: string) => `No open partner is found for “${typed}”.`,
    noAccount: (typed: string) => `No open account is found for “${typed}”.`,
    more: 'More than these are found: type more of the name to see others.',
    start: 'Start relationship',
    told: 'The partner’s administrators, and everybody who may decide for the account, are told by e-mail.',
    cancel: 'Cancel',
    running: (partner: string, account: string, by: string) =>
      `${partner} serves ${account} already${by ? `: ${by} started it` : ''}. Nothing was changed.`,
    see: 'See the relationship',
  },
  fr: {
    title: 'Commencer une relation de partenariat',
    text: 'Le partenaire peut alors trouver le compte par son nom et lui demander un accès. À elle seule, elle ne donne accès à personne.',
    back: 'Relations de partenariat',
    find: 'Trouver les deux parties',
    partner: 'Partenaire',
    partnerHint: 'Une partie de son nom, ou son identifiant de partenaire.',
    account: 'Compte',
    accountHint: 'Le début de mots de son nom, ou son nom court.',
    search: 'Trouver',
    choose: 'Qui dessert qui',
    noPartner: (typed: string) => `Aucun partenaire ouvert trouvé pour «\u00a0${typed}\u00a0».`,
    noAccount: (typed: string) => `Aucun compte ouvert trouvé pour «\u00a0${typed}\u00a0».`,
    more: 'D’autres résultats existent\u202F: précisez le nom pour les voir.',
    start: 'Commencer la relation',
    told: 'Les administrateurs du partenaire et les personnes qui peuvent décider pour le compte sont informés par courriel.',
    cancel: 'Annuler',
    running: (partner: string, account: string, by: string) =>
      `${partner} dessert déjà ${account}${by ? `\u202F: ${by} a commencé la relation` : ''}. Rien n’a été modifié.`,
    see: 'Voir la relation',
  },
})
