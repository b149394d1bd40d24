import { bilingual } from '#lib/language.ts'

/** What somebody reads who is invited to be an administrator. */
export const words = bilingual({
  en: {
    title: 'Invitation',
    invites: (account: string) => `${account} invites you to be an administrator`,
    text: 'Nothing is yours until you accept.',
    invitedBy: 'Invited by',
    forWhom: 'For',
    forHolder: 'Whoever holds this link',
    roles: 'Roles',
    could: 'You could',
    lapses: 'Valid until',
    accept: 'Accept invitation',
    decline: 'Decline',
    switch: 'Switch account',
    signIn: 'Sign in',
    signedIn: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
    binds: (account: string) =>
      `If you accept, this sign-in becomes an administrator of ${account}. Switch if another one is meant.`,
    otherOnly: (invited: string, own: string) =>
      `This invitation is for ${invited}, but you are signed in with ${own}. Only the sign-in of ${invited} can accept or decline it: switch to it.`,
    otherToo: (invited: string, own: string) =>
      `This invitation was sent to ${invited}, and you are signed in with ${own}. You may accept with this sign-in, or switch.`,
    known: (email: string) =>
      `You have a sign-in for ${email} here. Sign in with it, and you come back to this page.`,
    or: 'or',
    have: 'If you have a sign-in here, sign in with it, and you come back to this page.',
    make: 'Make a sign-in',
    makeText: (email: string) => `For ${email}. Choose a password, and you come back to this page.`,
    joinText: 'You get a letter with a link and a code. With them you come back to this page.',
    name: 'Name',
    email: 'Email',
    language: 'Language',
    newPassword: 'New password',
    rule: 'At least 12 characters. A short sentence is easy to remember, and you may paste one in.',
    makeButton: 'Make sign-in',
    joinButton: 'Email me a sign-in link',
    inviterGone: (name: string) =>
      `${name} may not give these roles any more, so nobody can accept. Ask the account for a new invitation.`,
    otherAddress: 'This invitation is for another address. Use that one.',
    hasSignIn: 'Somebody has a sign-in for this address already. Sign in with it.',
    notSignedIn: 'Sign in first: a link is turned down by somebody who can be named.',
    moved:
      'This is not the newest link of the invitation, or another one was opened in this browser. Open the link once more.',
    end: {
      unknown: 'This invitation is not known here. Part of its link may have been lost on the way.',
      replaced:
        'A newer link was made for this invitation. Only the newest works: look for the latest letter, or ask whoever invited you.',
      accepted:
        'This invitation was accepted already, and works once. If it was you, you find the account among your places.',
      declined: 'This invitation was declined. If that was a mistake, ask whoever invited you for another.',
      cancelled: 'This invitation was taken back. If you think that is a mistake, ask whoever invited you.',
      lapsed: 'This invitation has lapsed: it lived for seven days. Ask whoever invited you for another.',
    },
    endTitle: 'This invitation can’t be used',
    goOn: 'Open your places',
  },
  fr: {
    title: 'Invitation',
    invites: account => `${account} vous invite à devenir administrateur`,
    text: 'Rien ne vous est accordé tant que vous n’acceptez pas.',
    invitedBy: 'Invitation de',
    forWhom: 'Pour',
    forHolder: 'Quiconque détient ce lien',
    roles: 'Rôles',
    could: 'Vous pourriez',
    lapses: 'Valable jusqu’au',
    accept: 'Accepter l’invitation',
    decline: 'Décliner',
    switch: 'Changer de connexion',
    signIn: 'Se connecter',
    signedIn: (name, email) => `Votre connexion\u202F: ${name} (${email}).`,
    binds: account =>
      `Si vous acceptez, cette connexion devient administrateur du compte ${account}. Changez-en si une autre est visée.`,
    otherOnly: (invited, own) =>
      `Cette invitation est destinée à ${invited}, mais vous êtes connecté avec ${own}. Seule la connexion de cette adresse peut l’accepter ou la décliner\u202F: changez-en.`,
    otherToo: (invited, own) =>
      `Cette invitation a été envoyée à ${invited} et vous êtes connecté avec ${own}. Vous pouvez accepter avec cette connexion ou en changer.`,
    known: email =>
      `Vous avez ici une connexion pour ${email}. Connectez-vous et vous reviendrez à cette page.`,
    or: 'ou',
    have: 'Si vous avez une connexion ici, utilisez-la et vous reviendrez à cette page.',
    make: 'Créer votre accès',
    makeText: email => `Pour ${email}. Choisissez un mot de passe et vous reviendrez à cette page.`,
    joinText: 'Vous recevez un courriel avec un lien et un code, qui vous ramènent à cette page.',
    name: 'Nom',
    email: 'Courriel',
    language: 'Langue',
    newPassword: 'Nouveau mot de passe',
    rule: 'Au moins 12 caractères. Une courte phrase se retient facilement, et vous pouvez en coller une.',
    makeButton: 'Créer l’accès',
    joinButton: 'M’envoyer un lien de connexion',
    inviterGone: name =>
      `${name} ne peut plus accorder ces rôles\u202F: personne ne peut accepter. Demandez une nouvelle invitation au compte.`,
    otherAddress: 'Cette invitation est destinée à une autre adresse. Utilisez celle-là.',
    hasSignIn: 'Quelqu’un a déjà une connexion pour cette adresse. Utilisez-la.',
    notSignedIn: 'Connectez-vous d’abord\u202F: un lien est décliné par une personne qui peut être nommée.',
    moved:
      'Ce n’est pas le lien le plus récent de l’invitation, ou un autre a été ouvert dans ce navigateur. Ouvrez le lien encore une fois.',
    end: {
      unknown: 'Cette invitation n’est pas connue ici. Son lien a peut-être été tronqué en chemin.',
      replaced:
        'Un lien plus récent a été créé pour cette invitation. Seul le plus récent fonctionne\u202F: cherchez le dernier courriel ou adressez-vous à la personne qui vous a invité.',
      accepted:
        'Cette invitation a déjà été acceptée et sert une seule fois. Si c’était vous, vous trouverez le compte parmi vos accès.',
      declined:
        'Cette invitation a été déclinée. Si c’est une erreur, demandez-en une autre à la personne qui vous a invité.',
      cancelled:
        'Cette invitation a été retirée. Si vous pensez que c’est une erreur, adressez-vous à la personne qui vous a invité.',
      lapsed:
        'Cette invitation est caduque\u202F: elle était valable sept jours. Demandez-en une autre à la personne qui vous a invité.',
    },
    endTitle: 'Cette invitation ne peut pas être utilisée',
    goOn: 'Ouvrir vos accès',
  },
})
