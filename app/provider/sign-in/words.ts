import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Sign-in',
    description: 'How your people come in beside password and sign-in letter.',
    onlyAdministrators: 'Only platform administrators can change it.',
    microsoft: 'Sign in with Microsoft',
    microsoftText:
      'People sign in with the work account that their organisation gave them. Whoever is not linked yet proves their mailbox once; an administrator may also accept an invitation with it.',
    state: { on: 'On', off: 'Off' },
    nobody: 'Nobody signs in with it yet.',
    uses: (people: string) => `${people} can sign in with it.`,
    alone: (people: string) => `Without a password beside it: ${people}.`,
    switchOn: 'Switch on',
    switchOff: 'Switch off…',
    incomplete: 'It can be switched on once the settings below are complete.',
    register: 'Your application at Microsoft',
    registerText:
      'Register one application in Microsoft Entra (App registrations, type Web) and enter each of these addresses there as a redirect URI, one for each branding domain. A new or changed branding domain needs its own.',
    redirects: 'Redirect URIs',
    settings: 'Settings',
    whose: 'Whose accounts are let in',
    listed: 'Only these organisations',
    any: 'Any organisation',
    anyHint:
      'Nobody gets in by that alone: an account has to be linked to a person here. Personal Microsoft accounts stay outside. The application must allow accounts of several organisations.',
    tenants: 'Tenant IDs',
    tenantsHint:
      'One a line: the Directory (tenant) ID of each organisation. With one alone the application may be of that organisation only; with several it must allow accounts of several.',
    clientId: 'Application (client) ID',
    clientSecret: 'Client secret',
    secretNone: 'Its value, not its ID. It is kept sealed and never shown again.',
    secretKept: 'One is kept, sealed. Leave this empty to keep it, or enter another one to replace it.',
    secretLost:
      'The client secret that is kept can’t be opened any more: AUTH_SECRET of this server is another one now. Until the secret is entered again below, nobody can sign in with Microsoft.',
    save: 'Save settings',
    saving: 'Saving…',
    none: 'Not set',
    kept: 'Kept, sealed',
    test: 'Test',
    testText:
      'Asks Microsoft for the published description of the sign-in that these settings lead to. Nobody is signed in by it. Whether application and secret are right shows with the first sign-in.',
    testNow: 'Test the saved settings',
    testing: 'Asking Microsoft…',
    tested: {
      fine: (authority: string) => `Microsoft answers at ${authority}, and everything fits.`,
      unset: 'Save whose accounts are let in and the application ID first.',
      unreachable:
        'Microsoft did not answer within ten seconds. Try again; if it stays so, look at what this server may reach.',
      setup:
        'Microsoft knows no organisation with this tenant ID. Compare it with the one in the organisation’s Entra overview.',
      untrusted:
        'What answered does not describe itself as Microsoft does, so nobody could sign in by it. Look at MICROSOFT_AUTHORITY, and at what stands between this server and Microsoft.',
    },
    meanwhile: (who: string, when: string) =>
      `While you had this form open, ${who} changed the settings${when && ` on ${when}`}. Nothing of yours was saved yet. Look at what is marked, then save again.`,
    noClient: 'This is not an application ID. It looks like 11111111-2222-3333-4444-555555555555.',
    needTenant: 'Enter at least one tenant ID, or let in any organisation.',
    offTitle: 'Switch off sign-in with Microsoft',
    offStatement: 'Nobody can sign in with Microsoft any more.',
    offPeople: (people: string) => `${people} can sign in with it now.`,
    offNobody: 'Nobody signs in with it now.',
    offAlone: (people: string) =>
      `Without a password beside it: ${people}. From then on they come in with a letter to their address alone, until they set a password.`,
    offStays:
      'Whoever is signed in stays so. Linked accounts are kept and work again once it is switched on.',
    offAlready: 'Sign-in with Microsoft is switched off already.',
    off: 'Switch off sign-in with Microsoft',
    cancel: 'Cancel',
  },
  fr: {
    title: 'Connexion',
    description: 'Comment vos utilisateurs entrent, outre le mot de passe et le courriel de connexion.',
    onlyAdministrators: 'Seuls les administrateurs de la plateforme peuvent la modifier.',
    microsoft: 'Connexion avec Microsoft',
    microsoftText:
      'Les personnes se connectent avec le compte professionnel reçu de leur organisation. Une personne dont le compte n’est pas encore lié confirme une fois son adresse courriel\u202F; un administrateur peut aussi accepter ainsi une invitation.',
    state: { on: 'Activée', off: 'Désactivée' },
    nobody: 'Personne ne se connecte encore ainsi.',
    uses: people => `Elle peut servir à ${people}.`,
    alone: people => `Sans mot de passe\u202F: ${people}.`,
    switchOn: 'Activer',
    switchOff: 'Désactiver…',
    incomplete: 'Elle pourra être activée une fois les réglages ci-dessous complets.',
    register: 'Votre application chez Microsoft',
    registerText:
      'Inscrivez une application dans Microsoft Entra (Inscriptions d’applications, type Web) et saisissez-y chacune de ces adresses comme URI de redirection, une par domaine de marque. Un domaine nouveau ou modifié a besoin de la sienne.',
    redirects: 'URI de redirection',
    settings: 'Réglages',
    whose: 'Comptes admis',
    listed: 'Seulement ces organisations',
    any: 'Toute organisation',
    anyHint:
      'Cela seul ne fait entrer personne\u202F: un compte doit être lié à une personne d’ici. Les comptes Microsoft personnels restent dehors. L’application doit accepter les comptes de plusieurs organisations.',
    tenants: 'Identifiants de locataire',
    tenantsHint:
      'Un par ligne\u202F: l’identifiant d’annuaire (locataire) de chaque organisation. Avec un seul, l’application peut être réservée à cette organisation\u202F; avec plusieurs, elle doit accepter les comptes de plusieurs organisations.',
    clientId: 'Identifiant d’application (client)',
    clientSecret: 'Secret du client',
    secretNone: 'Sa valeur, et non son identifiant. Il est conservé scellé et n’est plus jamais affiché.',
    secretKept:
      'Un secret est conservé, scellé. Laissez ce champ vide pour le garder ou saisissez-en un autre pour le remplacer.',
    secretLost:
      'Le secret du client conservé ne peut plus être ouvert\u202F: AUTH_SECRET de ce serveur n’est plus le même. Tant que le secret n’est pas saisi de nouveau ci-dessous, personne ne peut se connecter avec Microsoft.',
    save: 'Enregistrer les réglages',
    saving: 'Enregistrement…',
    none: 'Non défini',
    kept: 'Conservé, scellé',
    test: 'Essai',
    testText:
      'Demande à Microsoft la description publiée de la connexion à laquelle ces réglages mènent. Personne n’est connecté ainsi. La première connexion montrera si l’application et le secret sont bons.',
    testNow: 'Essayer les réglages enregistrés',
    testing: 'Demande à Microsoft…',
    tested: {
      fine: authority => `Microsoft répond à ${authority} et tout concorde.`,
      unset: 'Enregistrez d’abord les comptes admis et l’identifiant de l’application.',
      unreachable:
        'Microsoft n’a pas répondu en dix secondes. Réessayez\u202F; si cela persiste, vérifiez ce que ce serveur peut atteindre.',
      setup:
        'Microsoft ne connaît aucune organisation avec cet identifiant de locataire. Comparez-le à celui de l’aperçu Entra de l’organisation.',
      untrusted:
        'Ce qui a répondu ne se décrit pas comme Microsoft\u202F: personne ne pourrait se connecter ainsi. Vérifiez MICROSOFT_AUTHORITY et ce qui se trouve entre ce serveur et Microsoft.',
    },
    meanwhile: (who, when) =>
      `Pendant que ce formulaire était ouvert, ${who} a modifié les réglages${when && ` le ${when}`}. Rien de votre saisie n’a encore été enregistré. Regardez ce qui est marqué, puis enregistrez de nouveau.`,
    noClient:
      'Ce n’est pas un identifiant d’application. Il ressemble à 11111111-2222-3333-4444-555555555555.',
    needTenant: 'Saisissez au moins un identifiant de locataire ou admettez toute organisation.',
    offTitle: 'Désactiver la connexion avec Microsoft',
    offStatement: 'Plus personne ne pourra se connecter avec Microsoft.',
    offPeople: people => `Elle peut servir maintenant à ${people}.`,
    offNobody: 'Personne ne se connecte ainsi maintenant.',
    offAlone: people =>
      `Sans mot de passe en plus\u202F: ${people}. Dès lors, il ne leur reste que le courriel de connexion, tant qu’aucun mot de passe n’est choisi.`,
    offStays:
      'Les personnes connectées le restent. Les comptes liés sont conservés et serviront de nouveau une fois la connexion réactivée.',
    offAlready: 'La connexion avec Microsoft est déjà désactivée.',
    off: 'Désactiver la connexion avec Microsoft',
    cancel: 'Annuler',
  },
})
