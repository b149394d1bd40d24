import { bilingual } from '#lib/language.ts'

/** What the page says on which phones are told where to read the phonebook. */
export const phoneWords = bilingual({
  en: {
    title: 'Phonebook on the phones',
    description:
      'Desk phones read the phonebook by themselves, at an address that you enter in them once. They look again whenever they are told to, and find every change.',
    off: 'It is switched off',
    offText: 'No phone can read the phonebook. Make an address to let them.',
    make: 'Make an address',
    address: 'Address for the phones',
    copy: 'Copy address',
    copied: 'Copied',
    secret:
      'Whoever has this address reads all contacts without signing in. Enter it in phones alone. If it got about, replace it.',
    lost: 'The address of before reads nothing any more, because the portal has another secret by now. Replace it, and enter the new one in the phones.',
    madeOn: 'Made on',
    fetched: 'Last read',
    never: 'No phone has read it yet',
    by: (phone: string) => `by ${phone}`,
    unnamed: 'by a phone that does not say what it is',
    howTitle: 'How to enter it in a phone',
    how: [
      'Open the phone’s own page: type its IP address, which it shows under Status, into your browser.',
      'Grandstream: Phonebook, then Phonebook Management. Set “Enable Phonebook XML Download” to “Enabled, use HTTPS”, and paste the address without “https://” into “Phonebook XML Server Path”. Phones that add “/phonebook.xml” to it are understood, too.',
      'Set “Phonebook Download Interval” to how often it is to look, in minutes: 720 is twice a day. Save, then press “Download XML Phonebook”.',
      'Other makers’ phones take the same file where they offer a remote phonebook in Grandstream’s form.',
    ],
    replace: 'Replace address',
    end: 'Switch off',
    confirm: {
      replace: {
        statement: 'The old address stops now, for good.',
        consequences: [
          'The new one must be entered in every phone. Until then they keep what they have read.',
        ],
      },
      end: {
        statement: 'The address stops now, for good.',
        consequences: [
          'What phones have read stays in them until they are told otherwise.',
          'You can make another address at any time.',
        ],
      },
    },
    cancel: 'Cancel',
    moved: (by: string | null) =>
      `The address was changed meanwhile${by ? ` by ${by}` : ''}. Nothing of yours was done: look at it as it is now.`,
  },
  fr: {
    title: 'Répertoire sur les téléphones',
    description:
      'Les téléphones de bureau lisent eux-mêmes le répertoire, à une adresse que vous y entrez une fois. Ils y retournent quand on le leur demande et trouvent chaque modification.',
    off: 'C’est désactivé',
    offText: 'Aucun téléphone ne peut lire le répertoire. Créez une adresse pour le leur permettre.',
    make: 'Créer une adresse',
    address: 'Adresse pour les téléphones',
    copy: 'Copier l’adresse',
    copied: 'Copié',
    secret:
      'Quiconque possède cette adresse lit tous les contacts sans se connecter. Ne l’entrez que dans des téléphones. Si elle a circulé, remplacez-la.',
    lost: 'L’adresse d’avant ne donne plus rien, car le portail a maintenant un autre secret. Remplacez-la et entrez la nouvelle dans les téléphones.',
    madeOn: 'Créée le',
    fetched: 'Dernière lecture',
    never: 'Aucun téléphone ne l’a encore lue',
    by: phone => `par ${phone}`,
    unnamed: 'par un téléphone qui ne se nomme pas',
    howTitle: 'Comment l’entrer dans un téléphone',
    how: [
      'Ouvrez la page du téléphone\u202F: tapez dans votre navigateur son adresse IP, qu’il affiche sous État.',
      'Grandstream\u202F: Phonebook, puis Phonebook Management. Réglez «\u00A0Enable Phonebook XML Download\u00A0» à «\u00A0Enabled, use HTTPS\u00A0» et collez l’adresse sans «\u00A0https://\u00A0» dans «\u00A0Phonebook XML Server Path\u00A0». Les téléphones qui y ajoutent «\u00A0/phonebook.xml\u00A0» sont aussi compris.',
      'Réglez «\u00A0Phonebook Download Interval\u00A0» à la fréquence voulue, en minutes\u202F: 720 correspond à deux fois par jour. Enregistrez, puis appuyez sur «\u00A0Download XML Phonebook\u00A0».',
      'Les téléphones d’autres marques prennent le même fichier là où ils offrent un répertoire distant au format Grandstream.',
    ],
    replace: 'Remplacer l’adresse',
    end: 'Désactiver',
    confirm: {
      replace: {
        statement: 'L’ancienne adresse cesse maintenant, pour de bon.',
        consequences: [
          'La nouvelle doit être entrée dans chaque téléphone. D’ici là, ils gardent ce qu’ils ont lu.',
        ],
      },
      end: {
        statement: 'L’adresse cesse maintenant, pour de bon.',
        consequences: [
          'Ce que les téléphones ont lu y reste jusqu’à ce qu’on leur dise autre chose.',
          'Vous pouvez créer une autre adresse à tout moment.',
        ],
      },
    },
    cancel: 'Annuler',
    moved: by =>
      `L’adresse a été modifiée entre-temps${by ? ` par ${by}` : ''}. Rien n’a été fait de votre part\u202F: voyez ce qu’elle est maintenant.`,
  },
})
