import { bilingual, type Language } from '#lib/language.ts'

/** Why a request gets no page of the portal, and the status that says so to machines. */
export const bareStatus = {
  'no-method': 405,
  'no-address': 400,
  unreadable: 400,
  'no-length': 411,
  'too-large': 413,
  'head-too-large': 431,
  'too-slow': 408,
  'not-from-here': 403,
  'not-a-form': 400,
  'old-page': 409,
  'no-portal': 421,
  'out-of-reach': 503,
} as const
export type BareFault = keyof typeof bareStatus

/** What is said there: what is wrong, and what to do. */
export const bareWords = bilingual({
  en: {
    'no-method': {
      title: 'This can’t be done here',
      text: 'The portal does not answer requests of this kind.',
    },
    'no-address': {
      title: 'This is not an address of the portal',
      text: 'It holds a character that no page’s address has. Look whether it was copied whole, or begin at the first page.',
    },
    unreadable: {
      title: 'This could not be read',
      text: 'Your browser, or something on the way, sent a request that makes no sense here. Open the portal again from its first page.',
    },
    'no-length': {
      title: 'The form could not be read',
      text: 'It was sent without saying how long it is, so nothing was changed. Go back, reload the page and send the form again.',
    },
    'too-large': {
      title: 'The form is too large',
      text: 'It was not read, so nothing was changed. Go back, shorten what you wrote or choose a smaller file, and send it again.',
    },
    'head-too-large': {
      title: 'The request is too large',
      text: 'The address, or the cookies that came with it, are too long. Delete this site’s cookies in your browser, then open the portal again.',
    },
    'too-slow': {
      title: 'The request took too long',
      text: 'It did not arrive whole, so nothing was changed. Check your connection, then try again.',
    },
    'not-from-here': {
      title: 'The form was not sent from this portal',
      text: 'So nothing was changed. Open the page again and send the form from there.',
    },
    'not-a-form': {
      title: 'The form could not be read',
      text: 'It is none of this portal’s forms, so nothing was changed. Open the page again and send the form from there.',
    },
    'old-page': {
      title: 'This page is from an older version of the portal',
      text: 'The portal has been updated since it was opened, so nothing was changed. Load the page again, and do it there once more.',
    },
    'no-portal': {
      title: 'There is no portal at this address',
      text: 'Look for a typing error in it, or take the address from the newest e-mail that your provider sent you.',
    },
    'out-of-reach': {
      title: 'The portal can’t be reached just now',
      text: 'Nothing was changed. Please try again in a moment.',
    },
  },
  fr: {
    'no-method': {
      title: 'Cela n’est pas possible ici',
      text: 'Le portail ne répond pas à ce type de requête.',
    },
    'no-address': {
      title: 'Ce n’est pas une adresse du portail',
      text: 'Elle contient un caractère qu’aucune adresse de page ne comporte. Vérifiez qu’elle a été copiée en entier ou commencez à la première page.',
    },
    unreadable: {
      title: 'Requête illisible',
      text: 'Votre navigateur, ou un intermédiaire, a envoyé une requête qui n’a pas de sens ici. Ouvrez de nouveau le portail à sa première page.',
    },
    'no-length': {
      title: 'Le formulaire n’a pas pu être lu',
      text: 'Il a été envoyé sans indication de sa longueur\u202F: rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez de nouveau le formulaire.',
    },
    'too-large': {
      title: 'Le formulaire est trop volumineux',
      text: 'Il n’a pas été lu\u202F: rien n’a été modifié. Revenez en arrière, raccourcissez votre texte ou choisissez un fichier plus petit, puis envoyez-le de nouveau.',
    },
    'head-too-large': {
      title: 'La requête est trop volumineuse',
      text: 'L’adresse ou les témoins (cookies) qui l’accompagnent sont trop longs. Supprimez les témoins de ce site dans votre navigateur, puis ouvrez de nouveau le portail.',
    },
    'too-slow': {
      title: 'La requête a pris trop de temps',
      text: 'Elle n’est pas arrivée en entier\u202F: rien n’a été modifié. Vérifiez votre connexion, puis réessayez.',
    },
    'not-from-here': {
      title: 'Le formulaire n’a pas été envoyé depuis ce portail',
      text: 'Rien n’a donc été modifié. Ouvrez de nouveau la page et envoyez le formulaire à partir de là.',
    },
    'not-a-form': {
      title: 'Le formulaire n’a pas pu être lu',
      text: 'Ce n’est pas un formulaire de ce portail\u202F: rien n’a été modifié. Ouvrez de nouveau la page et envoyez le formulaire à partir de là.',
    },
    'old-page': {
      title: 'Cette page provient d’une version antérieure du portail',
      text: 'Le portail a été mis à jour depuis son ouverture\u202F: rien n’a été modifié. Rechargez la page et recommencez là.',
    },
    'no-portal': {
      title: 'Il n’y a aucun portail à cette adresse',
      text: 'Vérifiez-en l’orthographe ou prenez l’adresse du dernier courriel que votre fournisseur vous a envoyé.',
    },
    'out-of-reach': {
      title: 'Le portail est injoignable en ce moment',
      text: 'Rien n’a été modifié. Veuillez réessayer dans un instant.',
    },
  },
} satisfies Record<Language, Record<BareFault, { title: string; text: string }>>)

/** The way on, where nothing that somebody wrote would be lost by it, or is lost already. */
export const firstPageWords = bilingual({
  en: { link: 'Go to the first page', again: 'Load the page again' },
  fr: { link: 'Aller à la première page', again: 'Recharger la page' },
})

/** Where a portal was found at another host after the one it was worked on was taken away. */
export const movedWords = bilingual({
  en: {
    title: 'Done',
    text: 'Your changes were saved. The portal that you worked on is found here from now on; sign in there.',
  },
  fr: {
    title: 'C’est fait',
    text: 'Vos modifications ont été enregistrées. Le portail où vous travailliez se trouve désormais ici\u202F; connectez-vous-y.',
  },
})
