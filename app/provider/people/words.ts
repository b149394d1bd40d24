import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { PlatformAct } from '#lib/platform/platform-user.ts'

type Act = { readonly button: string; readonly text: string }

export const words = bilingual({
  en: {
    title: 'Platform users',
    description: 'Your own people. Administrators run this desk; support reads it and helps people in.',
    onlyAdministrators: 'Only platform administrators can change anything here.',
    add: 'Add platform user',
    search: 'Search names and addresses',
    searchButton: 'Search',
    column: {
      name: 'Name',
      role: 'Role',
      state: 'State',
      lastSignIn: 'Last sign-in',
      letter: 'Latest letter',
      acts: 'Actions',
    },
    you: 'You',
    never: 'Never',
    noLetter: '–',
    details: 'Details',
    detailsOf: (name: string) => `Details: ${name}`,
    nothingFound: (search: string) => `Nobody is found for “${search}”`,
    showAll: 'Show all',
    pages: 'Pages of platform users',
    next: 'Next',
    first: 'First page',
    page: 'Platform user',
    facts: 'This person',
    email: 'Email',
    brand: 'Branding domain',
    language: 'Language',
    letterOf: 'Show the letter',
    what: 'What you can do',
    act: {
      'make-administrator': {
        button: 'Make administrator',
        text: 'A platform administrator changes everything on this desk, including who else is one. The person is signed out and signs in again.',
      },
      'make-support': {
        button: 'Make support',
        text: 'Platform support reads this desk and changes nothing on it, from the very next click on. It looks into an account only with a reason, which the customer reads.',
      },
      resend: {
        button: 'Resend activation',
        text: 'A new letter with a new temporary password and a new link, for 72 hours. The one before opens nothing any more.',
      },
      reset: {
        button: 'Reset password',
        text: 'A letter with a link to set a new password, for one hour. The present password works until then.',
      },
      remove: {
        button: 'Remove',
        text: 'The person is signed out everywhere now and is no platform user any more. What they did stays in the history.',
      },
    } satisfies Record<PlatformAct, Act>,
    removeInvited:
      'The person has not come in yet, and their invitation opens nothing here any more. What was done stays in the history.',
    confirm: (name: string, button: string) => `${button}: ${name}`,
    removeStatement: (name: string) => `${name} can’t get in any more, from now on.`,
    removeSubmit: 'Remove platform user',
    cancel: 'Cancel',
    newTitle: 'Add platform user',
    newText: 'They get a letter with a temporary password and a link, and set a password of their own.',
    name: 'Name',
    role: 'Role',
    roleHint: {
      administrator: 'Changes everything on this desk, including who else may.',
      support: 'Reads this desk, helps people in, and must give a reason to look into an account.',
    },
    brandHint: 'Where the person signs in, and how the letters to them look.',
    save: 'Save',
    saving: 'Saving…',
    noBrand: 'Choose one of your branding domains.',
  },
  fr: {
    title: 'Utilisateurs de la plateforme',
    description:
      'Vos propres gens. Les administrateurs gèrent ce bureau\u202F; le soutien le consulte et aide les personnes à entrer.',
    onlyAdministrators: 'Seuls les administrateurs de la plateforme peuvent modifier quoi que ce soit ici.',
    add: 'Ajouter un utilisateur de la plateforme',
    search: 'Rechercher un nom ou une adresse',
    searchButton: 'Rechercher',
    column: {
      name: 'Nom',
      role: 'Rôle',
      state: 'État',
      lastSignIn: 'Dernière connexion',
      letter: 'Dernier courriel',
      acts: 'Actions',
    },
    you: 'Vous',
    never: 'Jamais',
    noLetter: '–',
    details: 'Détails',
    detailsOf: (name: string) => `Détails\u202F: ${name}`,
    nothingFound: (search: string) => `Personne ne correspond à «\u00A0${search}\u00A0»`,
    showAll: 'Tout afficher',
    pages: 'Pages d’utilisateurs de la plateforme',
    next: 'Suivants',
    first: 'Première page',
    page: 'Utilisateur de la plateforme',
    facts: 'Cette personne',
    email: 'Adresse courriel',
    brand: 'Domaine de marque',
    language: 'Langue',
    letterOf: 'Afficher le courriel',
    what: 'Ce que vous pouvez faire',
    act: {
      'make-administrator': {
        button: 'Nommer administrateur',
        text: 'Un administrateur de la plateforme modifie tout dans ce bureau, y compris qui d’autre l’est. La personne est déconnectée et se reconnecte.',
      },
      'make-support': {
        button: 'Affecter au soutien',
        text: 'Le soutien de la plateforme consulte ce bureau et n’y modifie rien, dès le prochain clic. Il ne consulte un compte qu’avec un motif, que le client peut lire.',
      },
      resend: {
        button: 'Renvoyer l’activation',
        text: 'Un nouveau courriel avec un nouveau mot de passe temporaire et un nouveau lien, pour 72 heures. Le précédent n’ouvre plus rien.',
      },
      reset: {
        button: 'Réinitialiser le mot de passe',
        text: 'Un courriel avec un lien pour choisir un nouveau mot de passe, pendant une heure. Le mot de passe actuel fonctionne jusque-là.',
      },
      remove: {
        button: 'Retirer',
        text: 'La personne est déconnectée partout dès maintenant et n’est plus utilisateur de la plateforme. Ce qu’elle a fait reste dans l’historique.',
      },
    },
    removeInvited:
      'La personne n’est pas encore venue, et son invitation n’ouvrira plus rien ici. Ce qui a été fait reste dans l’historique.',
    confirm: (name: string, button: string) => `${button}\u202F: ${name}`,
    removeStatement: (name: string) => `L’accès ${joined('de', name)} prend fin dès maintenant.`,
    removeSubmit: 'Retirer l’utilisateur',
    cancel: 'Annuler',
    newTitle: 'Ajouter un utilisateur de la plateforme',
    newText:
      'La personne reçoit un courriel avec un mot de passe temporaire et un lien, et choisit son propre mot de passe.',
    name: 'Nom',
    role: 'Rôle',
    roleHint: {
      administrator: 'Modifie tout dans ce bureau, y compris qui d’autre le peut.',
      support:
        'Consulte ce bureau, aide les personnes à entrer et doit donner un motif pour consulter un compte.',
    },
    brandHint: 'Où la personne se connecte, et l’apparence des courriels qu’elle reçoit.',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    noBrand: 'Choisissez l’un de vos domaines de marque.',
  },
})
