import { bilingual } from '#lib/language.ts'
import { moduleDone } from './done-in-modules.ts'
import { microsoftDone } from './done-of-microsoft.ts'
import { doneOfPeople } from './done-of-people.ts'
import { doneOfPlan } from './done-of-plan.ts'

/** The sentences that a page shows after a change, by the code that stands in its address. */
export const doneWords = bilingual({
  en: {
    'request-sent': 'Your request was sent. Everybody who may decide on it gets an e-mail now.',
    'request-approved': 'Access was given. The clock is running, and the partner has been told.',
    'request-approved-for-later':
      'Access was given. It starts later, as the partner had asked; the partner has been told.',
    'request-declined': 'The request was declined. The partner has been told.',
    'question-sent': 'Your question was sent. The request stays open and waits for the answer.',
    'answer-sent': 'Your answer was sent to everybody who may decide.',
    'request-withdrawn': 'The request was withdrawn.',
    'partner-invited':
      'The invitation is on its way. Nothing is open until an administrator of the firm accepts.',
    'partner-has-asked':
      'This firm has asked by itself already. No invitation was sent: decide on its request here.',
    'invitation-cancelled': 'The invitation was cancelled. The partner has been told.',
    'invitation-accepted': 'The invitation was accepted. Your firm has access now, and the clock is running.',
    'invitation-declined': 'The invitation was declined. The account has been told.',
    'partner-blocked': 'The partner is blocked. It can’t ask for access any more.',
    'partner-unblocked':
      'The partner is no longer blocked. It can ask for access again, and you can invite it.',
    'customer-pinned': 'Pinned. It stands first in your own list, under each filter that shows it.',
    'customer-unpinned': 'No longer pinned. It stands where its name puts it.',
    'template-added': 'The template was added. Whoever asks for access can start from it.',
    'template-removed': 'The template was removed. Requests that were sent with it stay as they are.',
    'share-url-replaced': 'The share URL was replaced. The old one leads nowhere any more.',
    'calendar-ended': 'The calendar’s address is switched off. It tells nothing any more.',
    'grant-revoked':
      'Access has ended. It can’t be used any more, from this moment. It stands first in the list of partners below.',
    'all-revoked':
      'All access has ended. It can’t be used any more, from this moment. What ended stands in the list of partners below.',
    'grant-suspended':
      'Access is suspended. It can’t be used until somebody resumes it; the end stays as it was.',
    'grant-resumed': 'Access can be used again. The end stays as it was.',
    'extension-asked': 'More time was asked for. Everybody who may decide on it gets an e-mail now.',
    'extension-withdrawn': 'The request for more time was withdrawn. The access keeps its end.',
    'extension-declined': 'More time was declined. The access keeps its end, and the partner has been told.',
    'access-extended': 'The access was extended. The partner has been told of the new end.',
    'access-shortened': 'The access ends earlier now. The partner has been told of the new end.',
    'access-trimmed': 'The access allows less, from this moment. The partner has been told.',
    'review-answered': 'Reviewed and left as it is. It stands in the history, with your name.',
    'ask-sent': 'Your provider has been asked. Its answer will stand here, and you hear of it by e-mail.',
    'ask-ended': 'The access has ended, as the account had asked. Both sides have been told.',
    'ask-kept': 'The access stays. The account has been told why.',
    'partner-designated': 'The support partner is set. Both sides have been told.',
    'client-excluded':
      'This account is excluded from this moment. The parent account and the partner have been told.',
    'client-included': 'This account is included again. The parent account and the partner have been told.',
    'access-kept': 'Looked at and kept. It stands in the history, with your name.',
    'technicians-assigned': 'Assigned. They can enter from this moment, as far as the access is open.',
    'technician-off': 'Taken off. They can’t enter under this access any more, from this moment.',
    'assignment-asked': 'You have asked. The administrators of your firm get an e-mail now.',
    'assignment-ask-withdrawn': 'You no longer ask for this.',
    'assignment-declined': 'Declined. The person has been told.',
    'grant-relinquished': 'Your access was given up. The customer has been told.',
    'account-created': 'The account was created.',
    'client-added': 'The client account was added.',
    'client-added-inviting':
      'The client account was added, and the activation letter to its Account Owner is on its way.',
    'account-closed':
      'The account is closed. All access to it has ended, and everybody concerned has been told.',
    'code-replaced': 'The request code was replaced. The old one finds nothing any more.',
    'visit-begun':
      'Your visit has begun, and the customer can read of it. The bar at the top shows how long it lasts, and ends it.',
    'visit-ended': 'The visit is over. To look into the account again, give a reason again.',
    'partner-created': 'The partner was entered.',
    'partner-closed':
      'The partner is closed. All of its access has ended, and everybody concerned has been told.',
    'relationship-started': 'The channel relationship has started. Both sides have been told.',
    'relationship-ended': 'The channel relationship has ended, and with it what hung on it.',
    'relationship-ended-alone': 'The channel relationship has ended. Nothing hung on it.',
    'letter-resent': 'The letter was written again and goes out now. This one is taken care of.',
    'letter-hurried': 'The letter is tried now.',
    'address-corrected':
      'The address was put right and the letter goes to it now. What went to the old address opens nothing any more.',
    'role-changed': 'The role was changed. It holds from the very next click on.',
    'limits-changed': 'The limits were changed. They hold from the very next request on.',
    'domain-added': 'The branding domain was added. Its logos and the records for its host stand below.',
    'domain-retired': 'The branding domain was retired. Its host leads to the successor from this moment.',
    'domain-restored':
      'The branding domain is in use again, with the accounts that its retirement had moved. People stay where they sign in now.',
    'picture-saved': 'The picture was saved. Pages and letters show it from now on.',
    ...moduleDone.en,
    ...doneOfPlan.en,
    saved: 'Your changes were saved.',
    'nothing-changed': 'Nothing was different, so there was nothing to save.',
    ...microsoftDone.en,
    'session-ended': 'The session was ended.',
    'sessions-ended': 'All your other sessions were ended.',
    'password-changed': 'Your password was changed, and all your other sessions were ended.',
    confirmed: 'Thank you. For the next 15 minutes you will not be asked again.',
    'signed-out': 'You are signed out.',
    'waited-too-long':
      'That page had waited too long, or its code was used already. Sign in here, or ask for another e-mail.',
    'letter-on-its-way':
      'If this address can sign in here, an e-mail is on its way. Only the newest one works.',
    'place-taken': 'Welcome. You can work there from now on.',
    'invitation-sent':
      'The invitation was made, and its letter goes out now. Nothing is anybody’s until they accept.',
    'invitation-link-made': 'The invitation was made. Copy its link from here, and hand it over yourself.',
    'invitation-renewed':
      'The invitation has a new link for seven days. Every link before it leads nowhere any more.',
    'invitation-offer-changed': 'What the invitation offers was changed.',
    'administrator-invitation-cancelled': 'The invitation was cancelled. Its link leads nowhere any more.',
    'roles-changed': 'The roles were changed. They hold from the person’s next click.',
    'administrator-accepted': 'You accepted, and are an administrator of this account now.',
    'administrator-declined': 'You declined. Whoever invited you is told.',
    'sign-in-made': 'Your sign-in is made. Now look at the invitation, and accept or decline.',
    ...doneOfPeople.en,
  },
  fr: {
    'request-sent':
      'Votre demande a été envoyée. Toutes les personnes qui peuvent en décider reçoivent un courriel.',
    'request-approved': 'L’accès est accordé. Le délai court dès maintenant et le partenaire en est informé.',
    'request-approved-for-later':
      'L’accès est accordé. Il commencera plus tard, comme le partenaire l’avait demandé\u202F; le partenaire en est informé.',
    'request-declined': 'La demande a été refusée. Le partenaire en est informé.',
    'question-sent': 'Votre question a été envoyée. La demande reste ouverte dans l’attente de la réponse.',
    'answer-sent': 'Votre réponse a été envoyée à toutes les personnes qui peuvent décider.',
    'request-withdrawn': 'La demande a été retirée.',
    'partner-invited':
      'L’invitation est en route. Rien n’est ouvert avant qu’un administrateur de l’entreprise n’accepte.',
    'partner-has-asked':
      'Cette entreprise a déjà fait une demande. Aucune invitation n’a été envoyée\u202F: décidez ici de sa demande.',
    'invitation-cancelled': 'L’invitation a été annulée. Le partenaire en est informé.',
    'invitation-accepted':
      'L’invitation est acceptée. Votre entreprise a maintenant accès, et le délai court.',
    'invitation-declined': 'L’invitation a été déclinée. Le compte en est informé.',
    'partner-blocked': 'Le partenaire est bloqué. Il ne peut plus demander d’accès.',
    'partner-unblocked':
      'Le partenaire n’est plus bloqué. Il peut de nouveau demander un accès, et vous pouvez l’inviter.',
    'customer-pinned': 'Épinglé. Ce client figure en tête de votre propre liste, quel que soit le filtre.',
    'customer-unpinned': 'Ce client n’est plus épinglé. Il figure à sa place alphabétique.',
    'template-added': 'Le modèle a été ajouté. Toute personne qui demande un accès peut en partir.',
    'template-removed': 'Le modèle a été retiré. Les demandes déjà envoyées avec lui restent telles quelles.',
    'share-url-replaced': 'L’adresse de partage est remplacée. L’ancienne ne mène plus à rien.',
    'calendar-ended': 'L’adresse du calendrier est désactivée. Elle n’indique plus rien.',
    'grant-revoked':
      'L’accès a pris fin. Il ne peut plus être utilisé, dès maintenant. Il figure en tête de la liste des partenaires ci-dessous.',
    'all-revoked':
      'Tous les accès ont pris fin. Ils ne peuvent plus être utilisés, dès maintenant. Ils figurent dans la liste des partenaires ci-dessous.',
    'grant-suspended':
      'L’accès est suspendu. Il ne peut pas être utilisé avant sa reprise\u202F; la date de fin ne change pas.',
    'grant-resumed': 'L’accès peut de nouveau être utilisé. La date de fin ne change pas.',
    'extension-asked':
      'La prolongation a été demandée. Toutes les personnes qui peuvent en décider reçoivent maintenant un courriel.',
    'extension-withdrawn': 'La demande de prolongation a été retirée. L’accès garde sa fin.',
    'extension-declined':
      'La prolongation a été refusée. L’accès garde sa fin, et le partenaire en a été informé.',
    'access-extended': 'L’accès a été prolongé. Le partenaire a été informé de la nouvelle fin.',
    'access-shortened': 'L’accès prend fin plus tôt. Le partenaire a été informé de la nouvelle fin.',
    'access-trimmed': 'L’accès permet moins, dès maintenant. Le partenaire en a été informé.',
    'review-answered': 'Revu et laissé tel quel. C’est noté dans l’historique, avec votre nom.',
    'ask-sent':
      'La demande est transmise à votre fournisseur. Sa réponse figurera ici et vous sera envoyée par courriel.',
    'ask-ended': 'L’accès a pris fin, comme le compte l’avait demandé. Les deux parties en sont informées.',
    'ask-kept': 'L’accès est maintenu. Le compte en connaît la raison.',
    'partner-designated': 'Le partenaire de soutien est désigné. Les deux parties en sont informées.',
    'client-excluded':
      'Ce compte est exclu dès maintenant. Le compte parent et le partenaire en sont informés.',
    'client-included': 'Ce compte est inclus de nouveau. Le compte parent et le partenaire en sont informés.',
    'access-kept': 'Revu et conservé. L’historique en garde la trace, avec votre nom.',
    'technicians-assigned': 'L’accès est attribué. Il peut servir dès maintenant, pourvu qu’il soit ouvert.',
    'technician-off': 'L’accès est retiré. Il ne peut plus servir à cette personne, dès maintenant.',
    'assignment-asked':
      'Votre demande est faite. Les administrateurs de votre entreprise reçoivent maintenant un courriel.',
    'assignment-ask-withdrawn': 'Vous ne demandez plus cet accès.',
    'assignment-declined': 'La demande est refusée. La personne en est informée.',
    'grant-relinquished': 'Vous avez renoncé à cet accès. Le client en est informé.',
    'account-created': 'Le compte est créé.',
    'client-added': 'Le compte client a été ajouté.',
    'client-added-inviting':
      'Le compte client a été ajouté et le courriel d’activation de son propriétaire est en route.',
    'account-closed':
      'Le compte est fermé. Tous les accès ont pris fin et les personnes concernées en sont informées.',
    'code-replaced': 'Le code de demande est remplacé. L’ancien ne mène plus à rien.',
    'visit-begun':
      'Votre consultation a commencé, et le client peut le lire. La barre du haut montre combien de temps elle dure et permet d’y mettre fin.',
    'visit-ended':
      'La consultation est terminée. Pour consulter de nouveau le compte, donnez de nouveau un motif.',
    'partner-created': 'Le partenaire est inscrit.',
    'partner-closed':
      'Le partenaire est fermé. Tous ses accès ont pris fin et les personnes concernées en sont informées.',
    'relationship-started': 'La relation de partenariat a commencé. Les deux parties en sont informées.',
    'relationship-ended': 'La relation de partenariat est terminée, ainsi que tout ce qui en dépendait.',
    'relationship-ended-alone': 'La relation de partenariat est terminée. Rien n’en dépendait.',
    'letter-resent': 'Le courriel a été récrit et part maintenant. Celui-ci est réglé.',
    'letter-hurried': 'L’envoi du courriel est relancé.',
    'address-corrected':
      'L’adresse a été corrigée et le courriel y est envoyé. Ce qui est parti à l’ancienne adresse n’ouvre plus rien.',
    'role-changed': 'Le rôle a été modifié. Il vaut dès le prochain clic.',
    'limits-changed': 'Les limites ont été modifiées. Elles valent dès la toute prochaine demande.',
    'domain-added':
      'Le domaine de marque a été ajouté. Ses logos et les enregistrements de son hôte figurent ci-dessous.',
    'domain-retired': 'Le domaine de marque a été retiré. Son hôte mène dès maintenant au successeur.',
    'domain-restored':
      'Le domaine de marque est de nouveau en service, avec les comptes que son retrait avait déplacés. Les personnes restent là où elles se connectent.',
    'picture-saved': 'L’image a été enregistrée. Les pages et les courriels la montrent dès maintenant.',
    ...moduleDone.fr,
    ...doneOfPlan.fr,
    saved: 'Vos modifications ont été enregistrées.',
    'nothing-changed': 'Rien n’était différent\u202F: il n’y avait rien à enregistrer.',
    ...microsoftDone.fr,
    'session-ended': 'La session a été fermée.',
    'sessions-ended': 'Toutes vos autres sessions ont été fermées.',
    'password-changed': 'Votre mot de passe a été modifié et toutes vos autres sessions ont été fermées.',
    confirmed: 'Merci. On ne vous le redemandera pas pendant les 15 prochaines minutes.',
    'signed-out': 'Vous êtes déconnecté.',
    'waited-too-long':
      'Cette page avait attendu trop longtemps ou son code avait déjà servi. Connectez-vous ici ou demandez un autre courriel.',
    'letter-on-its-way':
      'Si cette adresse permet de se connecter ici, un courriel est en route. Seul le plus récent fonctionne.',
    'place-taken': 'Bienvenue. Vous pouvez y travailler dès maintenant.',
    'invitation-sent':
      'L’invitation est créée et son courriel part maintenant. Rien n’est accordé avant l’acceptation.',
    'invitation-link-made': 'L’invitation est créée. Copiez son lien ici et remettez-le vous-même.',
    'invitation-renewed':
      'L’invitation a un nouveau lien pour sept jours. Les liens précédents ne mènent plus à rien.',
    'invitation-offer-changed': 'Ce que l’invitation propose a été modifié.',
    'administrator-invitation-cancelled': 'L’invitation a été annulée. Son lien ne mène plus à rien.',
    'roles-changed': 'Les rôles ont été modifiés. Ils valent dès le prochain clic de la personne.',
    'administrator-accepted': 'Vous avez accepté et administrez maintenant ce compte.',
    'administrator-declined': 'Vous avez décliné. La personne qui vous a invité en est informée.',
    'sign-in-made': 'Votre accès est créé. Examinez maintenant l’invitation, puis acceptez ou déclinez.',
    ...doneOfPeople.fr,
  },
})

/** Whoever had not come in was signed in nowhere by the place that they lose. */
export function removedCode(state: string): 'invited-removed' | 'person-removed' {
  return state === 'invited' ? 'invited-removed' : 'person-removed'
}

/** Most are good news. */
export function doneTone(code: DoneCode): 'success' | 'warning' {
  return code === 'waited-too-long' || code === 'partner-has-asked' ? 'warning' : 'success'
}

export type DoneCode = keyof (typeof doneWords)['en']

export function isDoneCode(text: unknown): text is DoneCode {
  return typeof text === 'string' && Object.hasOwn(doneWords.en, text)
}
