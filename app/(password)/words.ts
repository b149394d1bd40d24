import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

/** The pages on which a password is set. */
export const words = bilingual({
  en: {
    activate: 'Set your own password',
    reset: 'Set a new password',
    as: (name: string) => `for ${name}`,
    userName: 'User name',
    email: 'Email',
    temporary: 'Temporary password',
    temporaryHint: 'From the newest letter that we sent you.',
    newPassword: 'New password',
    rule: 'At least 12 characters. A short sentence is easy to remember; you can paste.',
    set: 'Set password',
    notReady: 'This link can’t be used',
    anew: 'Send me a new letter',
    signIn: 'Sign in',
    forgot: 'Forgot your password?',
    goOn: 'You are signed in: go on',
    typed: 'Have you no link at hand? Type what stands in the letter.',
    askReset: 'Reset your password',
    askResetText: 'We send a letter with a link to set a new one. Your present password works until then.',
    send: 'Send me a letter',
    back: 'Back to sign-in',
    accept: 'You are expected here',
    acceptText: (name: string) =>
      `You are signed in as ${name}. Accept, and you can work here from now on; your password stays as it is.`,
    acceptAs: (kind: string, place: string) => `${place}: ${kind}`,
    acceptButton: 'Accept',
    signInFirst: (email: string) =>
      `You have a sign-in here already, as ${email}. Sign in with it, and you come back to this page.`,
    other: (email: string, signedIn: string) =>
      `This letter is for ${email}. You are signed in as ${signedIn}. Sign out, and you come back to this page.`,
    signsOut: (signedIn: string, email: string) =>
      `You are signed in as ${signedIn}. With this password you go on as ${email}.`,
    signOut: 'Sign out',
  },
  fr: {
    activate: 'Choisissez votre mot de passe',
    reset: 'Choisissez un nouveau mot de passe',
    as: name => `pour ${name}`,
    userName: 'Nom d’utilisateur',
    email: 'Adresse courriel',
    temporary: 'Mot de passe temporaire',
    temporaryHint: 'Il se trouve dans le dernier courriel que nous vous avons envoyé.',
    newPassword: 'Nouveau mot de passe',
    rule: 'Au moins 12 caractères. Une courte phrase se retient bien\u202F; vous pouvez coller.',
    set: 'Enregistrer le mot de passe',
    notReady: 'Ce lien ne peut pas être utilisé',
    anew: 'M’envoyer un nouveau courriel',
    signIn: 'Se connecter',
    forgot: 'Mot de passe oublié\u202F?',
    goOn: 'Vous êtes connecté\u202F: continuer',
    typed: 'Vous n’avez pas le lien sous la main\u202F? Saisissez ce que contient le courriel.',
    askReset: 'Réinitialiser votre mot de passe',
    askResetText:
      'Nous envoyons un courriel avec un lien pour en choisir un nouveau. D’ici là, votre mot de passe actuel reste valable.',
    send: 'M’envoyer un courriel',
    back: 'Retour à la connexion',
    accept: 'On vous attend ici',
    acceptText: name =>
      `Vous êtes connecté en tant ${joined('que', name)}. Acceptez et vous pourrez travailler ici dès maintenant\u202F; votre mot de passe ne change pas.`,
    acceptAs: (kind, place) => `${place}\u202F: ${kind}`,
    acceptButton: 'Accepter',
    signInFirst: email =>
      `Vous avez déjà un accès ici, avec l’adresse ${email}. Connectez-vous et vous reviendrez à cette page.`,
    other: (email, signedIn) =>
      `Ce courriel est destiné à ${email}. Vous êtes connecté avec l’adresse ${signedIn}. Déconnectez-vous et vous reviendrez à cette page.`,
    signsOut: (signedIn, email) =>
      `Vous êtes connecté avec l’adresse ${signedIn}. Avec ce mot de passe, vous continuerez avec l’adresse ${email}.`,
    signOut: 'Se déconnecter',
  },
})
