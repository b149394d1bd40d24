import { bilingual } from '#lib/language.ts'

/** The calendar of ends that each person of a firm may have for themselves. */
export const calendarWords = bilingual({
  en: {
    title: 'Your calendar',
    text: 'The ends of your firm’s accesses in your own calendar program: it reads them at an address that you give it, about once an hour. A moved end moves there too; what has ended is taken out.',
    none: 'You have made no address yet.',
    madeOn: 'You made your address on',
    notAgain: 'It was shown that once and is kept nowhere; if it is lost, replace it.',
    secret:
      'The address opens nothing, but whoever has it reads the names of your firm’s customers without signing in. Give it to your calendar program alone. The firm’s activity tells that you made it.',
    make: 'Make an address',
    made: 'This is the address. Copy it into your calendar program now: it is not shown again.',
    address: 'Address of your calendar',
    copy: 'Copy address',
    copied: 'Copied',
    replace: 'Replace address; the old one stops now',
    end: 'Switch calendar off',
    endTitle: 'Switch your calendar off',
    endStatement: 'The address stops working now, wherever a calendar reads it.',
    endText: 'You can make another one at any time.',
    cancel: 'Cancel',
  },
  fr: {
    title: 'Votre calendrier',
    text: 'Les fins d’accès de votre entreprise dans votre propre logiciel de calendrier\u202F: il les lit à une adresse que vous lui donnez, environ une fois par heure. Une fin déplacée l’est aussi dans le calendrier\u202F; ce qui a pris fin en disparaît.',
    none: 'Vous n’avez encore créé aucune adresse.',
    madeOn: 'Vous avez créé votre adresse le',
    notAgain:
      'Elle n’a été affichée que cette fois-là et n’est conservée nulle part\u202F; si elle est perdue, remplacez-la.',
    secret:
      'L’adresse n’ouvre rien, mais quiconque la possède lit les noms des clients de votre entreprise sans se connecter. Ne la donnez qu’à votre logiciel de calendrier. L’activité de l’entreprise indique que vous l’avez créée.',
    make: 'Créer une adresse',
    made: 'Voici l’adresse. Copiez-la maintenant dans votre logiciel de calendrier\u202F: elle ne sera plus affichée.',
    address: 'Adresse de votre calendrier',
    copy: 'Copier l’adresse',
    copied: 'Copié',
    replace: 'Remplacer l’adresse\u202F; l’ancienne cesse aussitôt',
    end: 'Désactiver le calendrier',
    endTitle: 'Désactiver votre calendrier',
    endStatement: 'L’adresse cesse de fonctionner dès maintenant, où que des calendriers la lisent.',
    endText: 'Vous pourrez en créer une autre à tout moment.',
    cancel: 'Annuler',
  },
})
