import { joined } from '#lib/french.ts'
import { bilingual, plural } from '#lib/language.ts'

/** Words that several letters and the frame around them share. */
export const words = bilingual({
  en: {
    account: 'Account',
    partner: 'Partner',
    partnerId: (code: string) => `Partner ID ${code}`,
    verifiedBy: (code: string, provider: string) => `Partner ID ${code}, verified by ${provider}`,
    askedBy: 'Asked by',
    invitedBy: 'Invited by',
    scope: 'Scope',
    scopeAsked: 'Scope asked for',
    duration: 'Access duration',
    ticket: 'Ticket',
    starts: 'Starts',
    atApproval: 'When you approve',
    started: 'Started',
    ends: 'Ends',
    noEnd: 'No end',
    clients: 'Client accounts',
    clientsToo: 'Included, as far as they don’t exclude themselves',
    ended: 'Ended',
    openUntil: 'Open until',
    invitationsEnded: 'Invitations ended',
    invitationCount: (n: number) => `${n} ${plural('en', n, 'invitation', 'invitations')}`,
    by: 'By',
    left: (span: string) => `in ${span}`,
    lastUsed: 'Last used',
    notYet: 'Not yet',
    extend: 'Extend',
    notUs: 'This was not us',
    notUsText: 'If you know nothing of this, see what was done and by whom, and revoke all access there.',
    notUsOfPerson:
      'If you know nothing of this, see what was done and by whom, and remove the person under Administrators.',
    reason: 'Reason',
    reasonOf: (name: string) => `Reason given by ${name}`,
    becauseApprover: (account: string) =>
      `You receive this letter because you may decide on partner access for ${account}.`,
    becauseStaff: (partner: string) => `You receive this letter because you are on the staff of ${partner}.`,
    seeAuthorisation: 'Open Account authorisation',
    seeCustomers: 'Open your customers',
    seeRequest: 'Open the request',
    seeInvitation: 'Open the invitation',
    seeReviews: 'Review access',
    seePortal: 'Open the portal',
    // The frame
    pasteAddress: 'Or paste this address into your browser:',
    questions: (name: string) => `Questions? Ask ${name}`,
    sentTo: (name: string, address: string, brand: string) => `${brand} sent this to ${name} (${address}).`,
  },
  fr: {
    account: 'Compte',
    partner: 'Partenaire',
    partnerId: code => `Identifiant de partenaire ${code}`,
    verifiedBy: (code, provider) => `Identifiant de partenaire ${code}, vérifié par ${provider}`,
    askedBy: 'Demandé par',
    invitedBy: 'Invité par',
    scope: 'Étendue',
    scopeAsked: 'Étendue demandée',
    duration: 'Durée de l’accès',
    ticket: 'Billet',
    starts: 'Début',
    atApproval: 'Au moment de votre approbation',
    started: 'Début',
    ends: 'Fin',
    noEnd: 'Sans fin',
    clients: 'Comptes clients',
    clientsToo: 'Compris, sauf ceux qui s’en excluent',
    ended: 'Fin',
    openUntil: 'Demande ouverte jusqu’au',
    invitationsEnded: 'Invitations terminées',
    invitationCount: n => `${n} ${plural('fr', n, 'invitation', 'invitations')}`,
    by: 'Par',
    left: span => `dans ${span}`,
    lastUsed: 'Dernière utilisation',
    notYet: 'Pas encore',
    extend: 'Prolonger',
    notUs: 'Ce n’était pas nous',
    notUsText: 'Si vous n’en savez rien, voyez ce qui a été fait et par qui, et révoquez-y tous les accès.',
    notUsOfPerson:
      'Si vous n’en savez rien, voyez ce qui a été fait et par qui, et retirez la personne sous Administrateurs.',
    reason: 'Motif',
    reasonOf: name => `Motif indiqué par ${name}`,
    becauseApprover: account =>
      `Vous recevez ce message parce que vous pouvez décider de l’accès des partenaires au compte ${account}.`,
    becauseStaff: partner =>
      `Vous recevez ce message parce que vous faites partie du personnel de l’entreprise ${partner}.`,
    seeAuthorisation: 'Ouvrir l’autorisation du compte',
    seeCustomers: 'Ouvrir vos clients',
    seeRequest: 'Ouvrir la demande',
    seeInvitation: 'Ouvrir l’invitation',
    seeReviews: 'Examiner l’accès',
    seePortal: 'Ouvrir le portail',
    pasteAddress: 'Ou collez cette adresse dans votre navigateur\u202F:',
    questions: name => `Des questions\u202F? Contactez ${name}`,
    sentTo: (name, address, brand) => `Message ${joined('de', brand)} à ${name} (${address}).`,
  },
})

/** "Brightline IT’s", "Outback Networks’". */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`
}

/** "de Brightline IT", "d’Outback Networks". */
export function de(name: string): string {
  return /^[aeiouàâäéèêëîïôöùûü]/iu.test(name) ? `d’${name}` : `de ${name}`
}
