import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

/** What stands on an access that the provider set, where the account would end one of its own. */
export const designationWords = bilingual({
  en: {
    setBy: (provider: string) => `Set by ${provider}`,
    setByPerson: (person: string, provider: string) => `${person} of ${provider}`,
    why: (provider: string) =>
      `${provider} set this access for your account, so it can’t be revoked or suspended here. Only ${provider} can end it.`,
    reason: 'Why it was set',
    answer: (provider: string) => `What ${provider} answered`,
    ask: 'Ask the provider to end it',
    askTitle: (partner: string) => `Ask the provider to end the access of ${partner}`,
    askStatement: (provider: string) => `${provider} is asked to end this access.`,
    askConsequences: [
      'Until it answers, the partner can come in as before.',
      'It ends the access, or tells you why it stays. You can ask again 24 hours after that.',
    ],
    yourReason: 'Reason',
    reasonHint: 'Your provider reads it. The partner does not.',
    optional: 'optional',
    send: 'Ask the provider',
    cancel: 'Cancel',
    asked: 'Provider asked to end it',
    keptNow: 'Your provider keeps it for now',
    waiting: (person: string, provider: string) =>
      `${person} asked ${provider} to end this access. The answer is still to come.`,
    kept: (person: string, provider: string) =>
      `${person} of ${provider} answered that this access stays for now.`,
    askedWith: (person: string) => `What ${person} wrote`,
    again: 'You can ask again from',
    stay: (firms: string, provider: string) =>
      `What ${provider} set stays: ${firms}. Only ${provider} can end it.`,
  },
  fr: {
    setBy: provider => `Accordé par ${provider}`,
    setByPerson: (person, provider) => `${person} (${provider})`,
    why: provider =>
      `${provider} a accordé cet accès à votre compte\u202F; il ne peut donc être ni révoqué ni suspendu ici. Seul ${provider} peut y mettre fin.`,
    reason: 'Pourquoi il a été accordé',
    answer: provider => `Ce qu’a répondu ${provider}`,
    ask: 'Demander au fournisseur d’y mettre fin',
    askTitle: partner => `Demander au fournisseur de mettre fin à l’accès de l’entreprise ${partner}`,
    askStatement: provider => `${provider} reçoit la demande de mettre fin à cet accès.`,
    askConsequences: [
      'Jusqu’à sa réponse, le partenaire peut entrer comme avant.',
      'Il met fin à l’accès ou vous dit pourquoi il est maintenu. Vous pourrez le redemander 24 heures plus tard.',
    ],
    yourReason: 'Motif',
    reasonHint: 'Votre fournisseur le lira, le partenaire non.',
    optional: 'facultatif',
    send: 'Demander au fournisseur',
    cancel: 'Annuler',
    asked: 'Fin demandée au fournisseur',
    keptNow: 'Votre fournisseur le maintient pour le moment',
    waiting: (person, provider) =>
      `${person} a demandé à ${provider} de mettre fin à cet accès. La réponse est encore attendue.`,
    kept: (person, provider) =>
      `${person} (${provider}) a répondu que cet accès est maintenu pour le moment.`,
    askedWith: person => `Ce qu’a écrit ${person}`,
    again: 'Nouvelle demande possible à partir du',
    stay: (firms, provider) =>
      `Ce ${joined('que', provider)} a accordé demeure\u202F: ${firms}. Seul ${provider} peut y mettre fin.`,
  },
})
