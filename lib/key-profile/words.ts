import { bilingual, type Language } from '#lib/language.ts'
import { quoted } from '#lib/overtaken.ts'
import {
  type KeyFault,
  type KeyKind,
  keyFrom,
  mostLines,
  mostProfiles,
  type PhoneKind,
  type ProfileField,
  phoneKinds,
  profileFields,
  type TypedKey,
} from './key.ts'

/** What the parts of a key profile are called, and why something was not kept. */
export const profileWords = bilingual({
  en: {
    name: 'Name of the profile',
    key: (n: string) => `Key ${n}`,
    phoneKind: 'Kind of phone',
    phone: {
      'desk-4': `Desk phone with ${phoneKinds['desk-4']} keys`,
      'desk-6': `Desk phone with ${phoneKinds['desk-6']} keys`,
      'desk-12': `Desk phone with ${phoneKinds['desk-12']} keys`,
    } satisfies Record<PhoneKind, string>,
    kind: {
      none: 'Nothing',
      line: 'Line',
      'speed-dial': 'Speed dial',
      blf: 'Busy lamp',
      park: 'Park',
      code: 'Feature code',
      tones: 'Tones',
    } satisfies Record<KeyKind, string>,
    about: {
      none: 'The key stays empty.',
      line: `A line of the phone, 1 to ${mostLines}.`,
      'speed-dial': 'Calls a number, as it is dialled.',
      blf: 'Shows whether an extension is busy, and calls it.',
      park: 'Parks a call at a place, or takes it up again there: 701, *5701.',
      code: 'Dials a feature code: *97.',
      tones: 'Sends tones into the call that is on: digits, *, #, A to D, a comma waits.',
    } satisfies Record<KeyKind, string>,
    does: 'What it does',
    value: 'Number or code',
    label: 'Label',
    fault: {
      'not-a-line': `A line is a number from 1 to ${mostLines}.`,
      'not-dialable':
        'A telephone can’t dial this: 2 to 15 digits, with spaces, hyphens or brackets if you like.',
      'no-such-extension': 'There is no such extension on this account. Give the digits of one.',
      'not-a-place': 'A place to park has 1 to 6 digits, with * or # before them if you like.',
      'not-a-code': 'A feature code begins with * or # and has 1 to 9 more of digits, * and #.',
      'not-tones': 'Tones are 1 to 32 of digits, *, #, A to D and the comma.',
    } satisfies Record<KeyFault, string>,
    refusal: {
      'name-taken':
        'There is a key profile of this name already; case and accents make no difference. Choose another name.',
      'too-many': `An account has ${mostProfiles} key profiles at most. Remove one first.`,
      'in-use': 'Extensions use this profile. Choose the profile that they get instead.',
      'no-replacement': 'This profile was removed meanwhile. Choose another one.',
      'no-pbx': 'This account has no product with a virtual PBX any more, so nothing was changed.',
    },
    removed: (by: string | null) =>
      `This key profile was removed in the meantime${by ? ` by ${by}` : ''}. Nothing of yours was saved.`,
    copyOf: (name: string) => `${name}, copy`,
    gone: 'removed',
  },
  fr: {
    name: 'Nom du profil',
    key: n => `Touche ${n}`,
    phoneKind: 'Sorte de téléphone',
    phone: {
      'desk-4': `Téléphone à ${phoneKinds['desk-4']} touches`,
      'desk-6': `Téléphone à ${phoneKinds['desk-6']} touches`,
      'desk-12': `Téléphone à ${phoneKinds['desk-12']} touches`,
    },
    kind: {
      none: 'Rien',
      line: 'Ligne',
      'speed-dial': 'Numéro abrégé',
      blf: 'Voyant d’occupation',
      park: 'Parcage',
      code: 'Code de fonction',
      tones: 'Tonalités',
    },
    about: {
      none: 'La touche reste vide.',
      line: `Une ligne du téléphone, de 1 à ${mostLines}.`,
      'speed-dial': 'Appelle un numéro, tel qu’on le compose.',
      blf: 'Montre si un poste est occupé, et l’appelle.',
      park: 'Parque un appel à une place, ou l’y reprend\u202F: 701, *5701.',
      code: 'Compose un code de fonction\u202F: *97.',
      tones:
        'Envoie des tonalités dans l’appel en cours\u202F: chiffres, *, #, A à D\u202F; une virgule fait une pause.',
    },
    does: 'Ce qu’elle fait',
    value: 'Numéro ou code',
    label: 'Étiquette',
    fault: {
      'not-a-line': `Une ligne est un nombre de 1 à ${mostLines}.`,
      'not-dialable':
        'Un téléphone ne peut pas composer ceci\u202F: de 2 à 15 chiffres, avec au besoin des espaces, des traits d’union ou des parenthèses.',
      'no-such-extension': 'Ce poste n’existe pas dans ce compte. Donnez les chiffres d’un poste.',
      'not-a-place': 'Une place de parcage compte de 1 à 6 chiffres, au besoin précédés de * ou de #.',
      'not-a-code': 'Un code de fonction commence par * ou #, suivi de 1 à 9 chiffres, * ou #.',
      'not-tones': 'Les tonalités sont de 1 à 32 chiffres, *, #, lettres A à D et virgules.',
    },
    refusal: {
      'name-taken':
        'Il y a déjà un profil de touches de ce nom\u202F; ni la casse ni les accents ne comptent. Choisissez un autre nom.',
      'too-many': `Un compte a au plus ${mostProfiles} profils de touches. Retirez-en un d’abord.`,
      'in-use': 'Des postes utilisent ce profil. Choisissez le profil qu’ils reçoivent à la place.',
      'no-replacement': 'Ce profil a été retiré entre-temps. Choisissez-en un autre.',
      'no-pbx': 'Ce compte n’a plus de produit avec un PBX virtuel\u202F: rien n’a été modifié.',
    },
    removed: by =>
      `Ce profil de touches a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été enregistré de votre part.`,
    copyOf: name => `${name}, copie`,
    gone: 'retiré',
  },
})

export type ProfileRefusal = keyof (typeof profileWords)['en']['refusal']

/** What the fields of a profile are called, by their names. */
export function profileFieldNames(language: Language): Readonly<Record<ProfileField, string>> {
  const words = profileWords[language]
  return Object.fromEntries(
    profileFields.map((field, at) => [field, at === 0 ? words.name : words.key(String(at))]),
  ) as Record<ProfileField, string>
}

/** "Busy lamp 203 (Reception)". */
export function keyTold({ kind, value, label }: TypedKey, language: Language): string {
  const words = profileWords[language]
  return [words.kind[kind], value, label && `(${label})`].filter(Boolean).join(' ')
}

/** What stands in a field of a profile as people read it; null where the field is none of a profile's. */
export function profileValueText(field: string, value: string, language: Language): string | null {
  if (field === 'profileName') return quoted(value, language)
  return /^key\d+$/.test(field) ? keyTold(keyFrom(value), language) : null
}
