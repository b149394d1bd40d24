import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

/** The pages on which a password is set. */
export const words = bilingual({
  en: {
    activate: 'Set your own password',
    reset: 'Set a new password',
    resetEnds:
      'It signs you out everywhere else, and Microsoft accounts that were linked to yours open it no more: link them again from My profile.',
    as: (name: string) => `for ${name}`,
    userName: 'User name',
    email: 'Email',
    temporary: 'Temporary password',
    temporaryHint: 'From the newest e-mail that we sent you.',
    newPassword: 'New password',
    rule: 'At least 12 characters. A short sentence is easy to remember, and you may paste one in.',
    set: 'Set password',
    notReady: 'This link can’t be used',
    anew: 'Send me a new e-mail',
    signIn: 'Sign in',
    forgot: 'Forgot your password?',
    goOn: 'You are signed in: continue',
    typed: 'No link at hand? Type your e-mail address and the temporary password from the e-mail.',
    askReset: 'Reset your password',
    askResetText: 'We e-mail you a link to set a new one. Your current password works until then.',
    send: 'Email me a link',
    back: 'Back to sign-in',
    accept: 'Accept your access',
    acceptText: (name: string) =>
      `You are signed in as ${name}. Accept, and you can work here from now on. Your password stays as it is.`,
    acceptAs: (kind: string, place: string) => `${place}: ${kind}`,
    acceptButton: 'Accept',
    signInFirst: (email: string) =>
      `You can sign in here already, as ${email}. Do so, and you come back to this page.`,
    other: (email: string, signedIn: string) =>
      `This link is for ${email}, but you are signed in as ${signedIn}. Sign out, and you come back to this page.`,
    signsOut: (signedIn: string, email: string) =>
      `You are signed in as ${signedIn}. Setting this password signs you in as ${email} instead.`,
    signOut: 'Sign out',
  },
  fr: {
    activate: 'Choisissez votre mot de passe',
    reset: 'Choisissez un nouveau mot de passe',
    resetEnds:
      'Vous serez déconnecté partout ailleurs, et les comptes Microsoft liés au vôtre ne l’ouvriront plus\u202F: liez-les de nouveau depuis Mon profil.',
    as: name => `pour ${name}`,
    userName: 'Nom d’utilisateur',
    email: 'Adresse courriel',
    temporary: 'Mot de passe temporaire',
    temporaryHint: 'Il se trouve dans le dernier courriel que nous vous avons envoyé.',
    newPassword: 'Nouveau mot de passe',
    rule: 'Au moins 12 caractères. Une courte phrase se retient bien\u202F; vous pouvez aussi la coller.',
    set: 'Enregistrer le mot de passe',
    notReady: 'Ce lien ne peut pas être utilisé',
    anew: 'M’envoyer un nouveau courriel',
    signIn: 'Se connecter',
    forgot: 'Mot de passe oublié\u202F?',
    goOn: 'Vous êtes connecté\u202F: continuer',
    typed:
      'Vous n’avez pas le lien sous la main\u202F? Saisissez votre adresse et le mot de passe temporaire reçu par courriel.',
    askReset: 'Réinitialiser votre mot de passe',
    askResetText:
      'Nous vous envoyons un lien par courriel pour en choisir un nouveau. D’ici là, votre mot de passe actuel reste valable.',
    send: 'M’envoyer un lien par courriel',
    back: 'Retour à la connexion',
    accept: 'Acceptez votre accès',
    acceptText: name =>
      `Vous êtes connecté en tant ${joined('que', name)}. Acceptez et vous pourrez travailler ici dès maintenant\u202F; votre mot de passe ne change pas.`,
    acceptAs: (kind, place) => `${place}\u202F: ${kind}`,
    acceptButton: 'Accepter',
    signInFirst: email =>
      `Vous avez déjà un accès ici, avec l’adresse ${email}. Connectez-vous et vous reviendrez à cette page.`,
    other: (email, signedIn) =>
      `Ce lien est destiné à ${email}, mais vous êtes connecté avec l’adresse ${signedIn}. Déconnectez-vous et vous reviendrez à cette page.`,
    signsOut: (signedIn, email) =>
      `Vous êtes connecté avec l’adresse ${signedIn}. En enregistrant ce mot de passe, vous vous connecterez avec l’adresse ${email}.`,
    signOut: 'Se déconnecter',
  },
})
