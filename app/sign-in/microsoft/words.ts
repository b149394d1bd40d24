import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'This Microsoft account is not known here',
    failedTitle: 'You are not signed in',
    onward: {
      title: 'On to Microsoft',
      text: 'You sign in there and come back by yourself. If nothing happens, press the button.',
      button: 'Continue to Microsoft',
    },
    why: {
      'not-linked': (brand: string) =>
        `You are signed in at Microsoft, but no sign-in of ${brand} is linked to this account yet.`,
      'other-tenant': (brand: string) =>
        `This account is of an organisation whose Microsoft accounts ${brand} does not let in.`,
      personal: (brand: string) =>
        `This is a personal Microsoft account. ${brand} lets in work accounts of organisations alone.`,
      'shut-out': (brand: string) =>
        `The sign-in of ${brand} that this account was linked to has ended. If you think that is a mistake, ask whoever looks after your account, or us.`,
    },
    prove: 'You have a sign-in here?',
    proveText:
      'Enter the e-mail address that you sign in with. We send a letter there; its button, pressed in this browser within the hour, links the account.',
    email: 'Email',
    send: 'Send the letter',
    or: 'or',
    password: 'Sign in with your password and link it',
    otherWay: 'Sign in another way',
    invitation: 'Back to the invitation',
    new: 'Nobody has added you yet? The person who looks after your account can, and then this account works, too.',
    link: {
      title: 'Link this Microsoft account',
      as: (name: string, email: string) =>
        `From now on it signs in as ${name} (${email}). You are signed in at once.`,
      button: 'Link this account',
      notReady: 'This link can’t be used',
      replaced: 'You have asked for another letter since. Only the newest link works.',
      used: 'This link was used already. Each one works once.',
      elsewhere:
        'This link works only in the browser where you signed in at Microsoft. Open it there, or begin again here.',
      gone: 'Nothing is left in this browser that could be linked: the hour is over, or it was linked already. Begin again.',
    },
  },
  fr: {
    title: 'Ce compte Microsoft n’est pas connu ici',
    failedTitle: 'Vous n’êtes pas connecté',
    onward: {
      title: 'En route vers Microsoft',
      text: 'Vous vous y connectez et revenez de vous-même. S’il ne se passe rien, utilisez le bouton.',
      button: 'Continuer vers Microsoft',
    },
    why: {
      'not-linked': brand =>
        `Vous êtes connecté chez Microsoft, mais ce compte n’est encore lié à aucun identifiant chez ${brand}.`,
      'other-tenant': brand =>
        `Ce compte appartient à une organisation dont ${brand} n’admet pas les comptes Microsoft.`,
      personal: brand =>
        `C’est un compte Microsoft personnel. ${brand} n’admet que les comptes professionnels d’organisations.`,
      'shut-out': brand =>
        `L’identifiant chez ${brand} auquel ce compte était lié n’est plus valable. Si vous pensez que c’est une erreur, adressez-vous à la personne qui gère votre compte, ou à nous.`,
    },
    prove: 'Vous avez déjà un identifiant ici\u202F?',
    proveText:
      'Saisissez l’adresse courriel avec laquelle vous vous connectez. Nous y envoyons un courriel\u202F; son bouton, utilisé dans ce navigateur dans l’heure, lie le compte.',
    email: 'Adresse courriel',
    send: 'Envoyer le courriel',
    or: 'ou',
    password: 'Se connecter par mot de passe et le lier',
    otherWay: 'Se connecter autrement',
    invitation: 'Revenir à l’invitation',
    new: 'Personne ne vous a encore ajouté\u202F? La personne qui gère votre compte peut le faire, et ce compte fonctionnera aussi.',
    link: {
      title: 'Lier ce compte Microsoft',
      as: (name, email) => `Désormais, il sert d’accès à ${name} (${email}). Vous êtes connecté aussitôt.`,
      button: 'Lier ce compte',
      notReady: 'Ce lien ne peut pas être utilisé',
      replaced: 'Vous avez demandé un autre courriel depuis. Seul le lien le plus récent fonctionne.',
      used: 'Ce lien a déjà servi. Chaque lien ne fonctionne qu’une fois.',
      elsewhere:
        'Ce lien ne fonctionne que dans le navigateur où vous vous êtes connecté chez Microsoft. Ouvrez-le là-bas ou recommencez ici.',
      gone: 'Il ne reste rien à lier dans ce navigateur\u202F: l’heure est passée ou le compte est déjà lié. Recommencez.',
    },
  },
})
