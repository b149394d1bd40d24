import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'
import type { ButtonAct } from '#lib/membership/membership.ts'

/** What is done to a person's place, on every page that lists such places. */
export const memberWords = bilingual({
  en: {
    act: {
      resend: 'Resend activation',
      reset: 'Reset password',
      disable: 'Disable',
      enable: 'Enable',
      remove: 'Remove',
    } satisfies Record<ButtonAct, string>,
    access: 'Sign-in',
    accessText: (name: string) =>
      `Only ${name} knows their password. From here you send the letter with which they set one.`,
    cancel: 'Cancel',
    confirm: {
      disable: {
        title: (name: string) => `Disable ${name}`,
        statement: (name: string) => `${name} can’t come in until somebody enables them again.`,
        consequences: ['They are signed out everywhere, now.', 'Links that they were sent stop working.'],
        submit: 'Disable this person',
      },
      remove: {
        title: (name: string) => `Remove ${name}`,
        statement: (name: string) => `${name} loses their place on this account now.`,
        consequences: [
          'They are signed out everywhere, now.',
          'To come back they must be added again.',
          'What they did stays in the history.',
        ],
        submit: 'Remove this person',
      },
      'remove-invited': {
        title: (name: string) => `Remove ${name}`,
        statement: (name: string) => `${name} is not invited to this account any more.`,
        consequences: [
          'They have not come in yet, and their invitation opens nothing here any more.',
          'To come after all they must be added again.',
        ],
        submit: 'Remove this person',
      },
    },
    can: 'What this person can do',
    letter: 'Latest letter',
    noLetter: 'None yet',
    lastSignIn: 'Last sign-in',
    never: 'Never',
    state: 'State',
    email: 'Email',
    name: 'Name',
    homeBrand: 'Branding domain',
    homeHint: 'Decides which portal the person sees, and who their letters come from.',
    language: 'Language',
    save: 'Save',
    saving: 'Saving…',
    home: 'Portal and language',
    /** Of somebody who has not come in, it is not told whether they are elsewhere. */
    homeTheirsYet: 'These are this person’s own to decide.',
    homeTheirs: 'This person also has another place in this portal, so these are theirs to decide.',
    notSaved: 'Nothing was saved. Please look at what is marked.',
    notAHome: 'Choose one of the branding domains offered.',
  },
  fr: {
    act: {
      resend: 'Renvoyer l’activation',
      reset: 'Réinitialiser le mot de passe',
      disable: 'Désactiver',
      enable: 'Réactiver',
      remove: 'Retirer',
    },
    access: 'Connexion',
    accessText: name =>
      `Le mot de passe ${joined('de', name)} n’est connu de personne d’autre. D’ici, vous envoyez le courriel qui permet d’en choisir un.`,
    cancel: 'Annuler',
    confirm: {
      disable: {
        title: name => `Désactiver ${name}`,
        statement: name => `${name} ne pourra plus entrer tant que son accès n’aura pas été réactivé.`,
        consequences: [
          'Ses sessions sont toutes fermées dès maintenant.',
          'Les liens qui lui ont été envoyés ne fonctionnent plus.',
        ],
        submit: 'Désactiver cette personne',
      },
      remove: {
        title: name => `Retirer ${name}`,
        statement: name => `${name} perd maintenant sa place dans ce compte.`,
        consequences: [
          'Ses sessions sont toutes fermées dès maintenant.',
          'Pour revenir, la personne devra être ajoutée de nouveau.',
          'Ce qu’elle a fait reste dans l’historique.',
        ],
        submit: 'Retirer cette personne',
      },
      'remove-invited': {
        title: name => `Retirer ${name}`,
        statement: name => `${name} n’est plus une personne invitée dans ce compte.`,
        consequences: [
          'Cette personne n’est pas encore venue, et son invitation n’ouvrira plus rien ici.',
          'Pour venir malgré tout, elle devra être ajoutée de nouveau.',
        ],
        submit: 'Retirer cette personne',
      },
    },
    can: 'Ce que cette personne peut faire',
    letter: 'Dernier courriel',
    noLetter: 'Aucun',
    lastSignIn: 'Dernière connexion',
    never: 'Jamais',
    state: 'État',
    email: 'Adresse courriel',
    name: 'Nom',
    homeBrand: 'Domaine de marque',
    homeHint: 'Décide du portail que voit la personne et de l’expéditeur de ses courriels.',
    language: 'Langue',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    home: 'Portail et langue',
    homeTheirsYet: 'C’est à cette personne d’en décider.',
    homeTheirs: 'Cette personne a aussi une autre place dans ce portail\u202F: c’est à elle d’en décider.',
    notSaved: 'Rien n’a été enregistré. Veuillez vérifier ce qui est indiqué.',
    notAHome: 'Choisissez l’un des domaines de marque proposés.',
  },
})
