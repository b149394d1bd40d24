import { wholeNumber } from '#lib/format.ts'
import { joined } from '#lib/french.ts'
import { bilingual, type Language } from '#lib/language.ts'
import { quoted } from '#lib/overtaken.ts'
import {
  type Device,
  type Fault,
  longestRing,
  mostExtensions,
  type PbxFault,
  type PbxField,
  type RouteKind,
  shortestRing,
} from './extension.ts'
import type { PinRefusal } from './pin.ts'

/** What the parts of an extension are called, what stands in them, and why something was not kept. */
export const pbxWords = bilingual({
  en: {
    field: {
      number: 'Extension',
      name: 'Name',
      member: 'Person',
      device: 'Rings on',
      callerName: 'Caller name',
      busy: 'When busy',
      busyTo: 'When busy, to',
      ring: 'Rings for (seconds)',
      unanswered: 'When unanswered',
      unansweredTo: 'When unanswered, to',
      voicemail: 'Voicemail',
      profile: 'Key profile',
    } satisfies Record<PbxField, string>,
    device: { desk: 'Desk phone', mobile: 'Mobile app', both: 'Desk phone and app' } satisfies Record<
      Device,
      string
    >,
    route: {
      voicemail: 'Voicemail',
      extension: 'Another extension',
      outside: 'Outside number',
      nothing: 'Nothing: the call ends',
    } satisfies Record<RouteKind, string>,
    on: 'On',
    off: 'Off',
    fault: {
      'not-an-extension': () => 'An extension has 2 to 6 digits and nothing else.',
      'emergency-extension': (fact: string) =>
        `This would be in the way of the emergency number ${fact}: one begins with the other. Choose another extension.`,
      taken: (fact: string) => `This extension is ${fact}’s already. Choose another one.`,
      'no-name': () => 'Give a name, or choose the person whose extension this is.',
      'unknown-member': () => 'This account has no such end user or portal user.',
      'has-extension': (fact: string) =>
        `This person has extension ${fact} already, and one is enough. Free that one first, or choose somebody else.`,
      'not-a-device': () => 'Say on what it rings: desk phone, mobile app, or desk phone and app.',
      'not-a-route': () =>
        'Say where such calls go: voicemail, another extension, outside number, or nothing: the call ends.',
      'not-seconds': () => `Give ${shortestRing} to ${longestRing} seconds.`,
      'no-voicemail': () => 'This extension has no voicemail. Switch it on, or send the calls elsewhere.',
      'no-such-extension': (fact: string) =>
        fact ? `There is no extension ${fact} on this account.` : 'Give the extension to which the calls go.',
      itself: () => 'An extension can’t send calls to itself.',
      circle: (fact: string) =>
        `Calls would go round in a circle: ${fact}. Send them elsewhere at one of these.`,
      'not-outside': () =>
        'Give a whole number, with its country code or as it is dialled outside: +1 604 555 0123.',
      'emergency-outside': () => 'Calls can’t be sent on to an emergency number.',
      'not-yes-or-no': () => 'Say whether it has voicemail: on or off.',
      'unknown-profile': () => 'There is no key profile of this name on the account.',
    } satisfies Record<PbxFault, (fact: string) => string>,
    pin: {
      'not-a-pin': 'A PIN has 4 to 8 digits and nothing else.',
      'pin-too-easy': 'This PIN is among the first that anybody tries. Choose less regular digits.',
      'pin-is-extension': 'This PIN holds the extension, which everybody knows. Choose other digits.',
    } satisfies Record<PinRefusal, string>,
    refusal: {
      'too-many': `An account has ${wholeNumber(mostExtensions, 'en')} extensions at most. Remove some first.`,
      'no-pbx': 'This account has no product with a virtual PBX any more, so nothing was changed.',
      'none-left': 'None of the chosen extensions is there any more: somebody removed them meanwhile.',
      there: 'This extension is there already.',
      'no-profile': 'This key profile was removed meanwhile. Choose another one.',
    },
    used: (numbers: string, count: number) =>
      count === 1
        ? `Calls are sent on to it by ${numbers}. Change that there first, or remove these extensions together.`
        : `Calls are sent on to some of the chosen extensions by ${numbers}. Change that there first, or remove these together with them.`,
    removed: (by: string | null) =>
      `This extension was removed in the meantime${by ? ` by ${by}` : ''}. Nothing of yours was saved.`,
    cantComeBack: (why: string) => `It can’t come back as it was. ${why}`,
    nobody: 'Nobody',
    goneTarget: 'an extension that was removed',
  },
  fr: {
    field: {
      number: 'Poste',
      name: 'Nom',
      member: 'Personne',
      device: 'Sonne sur',
      callerName: 'Nom de l’appelant',
      busy: 'Si occupé',
      busyTo: 'Si occupé, vers',
      ring: 'Sonne pendant (secondes)',
      unanswered: 'Sans réponse',
      unansweredTo: 'Sans réponse, vers',
      voicemail: 'Messagerie vocale',
      profile: 'Profil de touches',
    },
    device: { desk: 'Téléphone de bureau', mobile: 'Application mobile', both: 'Téléphone et application' },
    route: {
      voicemail: 'Messagerie vocale',
      extension: 'Un autre poste',
      outside: 'Numéro extérieur',
      nothing: 'Rien\u202F: l’appel prend fin',
    },
    on: 'Oui',
    off: 'Non',
    fault: {
      'not-an-extension': () => 'Un poste compte de 2 à 6 chiffres, et rien d’autre.',
      'emergency-extension': fact =>
        `Ce poste gênerait le numéro d’urgence ${fact}\u202F: l’un commence par l’autre. Choisissez un autre poste.`,
      taken: fact => `Ce poste est déjà celui ${joined('de', fact)}. Choisissez-en un autre.`,
      'no-name': () => 'Donnez un nom, ou choisissez la personne à qui revient ce poste.',
      'unknown-member': () => 'Aucun utilisateur final ni utilisateur du portail de ce compte ne correspond.',
      'has-extension': fact =>
        `Cette personne a déjà le poste ${fact}, et un seul suffit. Libérez-le d’abord, ou choisissez quelqu’un d’autre.`,
      'not-a-device': () =>
        'Indiquez sur quoi il sonne\u202F: téléphone de bureau, application mobile, ou téléphone et application.',
      'not-a-route': () =>
        'Indiquez où vont ces appels\u202F: messagerie vocale, un autre poste, numéro extérieur, ou rien\u202F: l’appel prend fin.',
      'not-seconds': () => `Donnez un nombre entre ${shortestRing} et ${longestRing}.`,
      'no-voicemail': () =>
        'Ce poste n’a pas de messagerie vocale. Activez-la, ou dirigez les appels ailleurs.',
      'no-such-extension': fact =>
        fact
          ? `Il n’y a pas de poste ${fact} dans ce compte.`
          : 'Indiquez le poste vers lequel vont les appels.',
      itself: () => 'Un poste ne peut pas diriger ses appels vers lui-même.',
      circle: fact =>
        `Les appels tourneraient en rond\u202F: ${fact}. Dirigez-les ailleurs à l’un de ces postes.`,
      'not-outside': () =>
        'Donnez un numéro complet, avec son indicatif de pays ou tel qu’on le compose à l’extérieur\u202F: +1 604 555 0123.',
      'emergency-outside': () => 'Les appels ne peuvent pas être dirigés vers un numéro d’urgence.',
      'not-yes-or-no': () => 'Indiquez si le poste a une messagerie vocale\u202F: oui ou non.',
      'unknown-profile': () => 'Il n’y a aucun profil de touches de ce nom dans ce compte.',
    },
    pin: {
      'not-a-pin': 'Un NIP compte de 4 à 8 chiffres, et rien d’autre.',
      'pin-too-easy':
        'Ce NIP est parmi les premiers que l’on essaie. Choisissez des chiffres moins réguliers.',
      'pin-is-extension':
        'Ce NIP contient le poste, que tout le monde connaît. Choisissez d’autres chiffres.',
    },
    refusal: {
      'too-many': `Un compte a au plus ${wholeNumber(mostExtensions, 'fr')} postes. Retirez-en d’abord.`,
      'no-pbx': 'Ce compte n’a plus de produit avec un PBX virtuel\u202F: rien n’a été modifié.',
      'none-left': 'Aucun des postes choisis n’est encore là\u202F: quelqu’un les a retirés entre-temps.',
      there: 'Ce poste est déjà là.',
      'no-profile': 'Ce profil de touches a été retiré entre-temps. Choisissez-en un autre.',
    },
    used: (numbers, count) =>
      count === 1
        ? `Des appels lui sont envoyés par ${numbers}. Changez-le d’abord là-bas, ou retirez ces postes ensemble.`
        : `Des appels sont envoyés à certains des postes choisis par ${numbers}. Changez-le d’abord là-bas, ou retirez ceux-ci avec eux.`,
    removed: by =>
      `Ce poste a été retiré entre-temps${by ? ` par ${by}` : ''}. Rien n’a été enregistré de votre part.`,
    cantComeBack: why => `Il ne peut pas revenir tel qu’il était. ${why}`,
    nobody: 'Personne',
    goneTarget: 'un poste retiré',
  },
})

export type PbxRefusal = keyof (typeof pbxWords)['en']['refusal']

export function faultText({ code, fact }: Pick<Fault, 'code' | 'fact'>, language: Language): string {
  return pbxWords[language].fault[code](fact)
}

/** What stands in a field as people read it; `names` are those of ids. Null where the field is none of an extension's. */
export function pbxValueText(
  field: string,
  value: string,
  language: Language,
  names: ReadonlyMap<string, string> = new Map(),
): string | null {
  const words = pbxWords[language]
  const known: Readonly<Record<string, string>> =
    field === 'device'
      ? words.device
      : field === 'busy' || field === 'unanswered'
        ? words.route
        : field === 'voicemail'
          ? { on: words.on, off: words.off }
          : {}
  if (Object.hasOwn(known, value)) return known[value] ?? value
  if (!Object.hasOwn(words.field, field)) return null
  return quoted(names.get(value) ?? value, language)
}
