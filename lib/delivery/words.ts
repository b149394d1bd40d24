import { bilingual, type Language } from '#lib/language.ts'
import { type Condition, type OwnReason, reasonsIn } from './condition.ts'
import type { AddressRefusal, LinkRefusal, ResendRefusal } from './cure.ts'

/** What has become of a letter, and why it can't be sent again, in plain words. */
export const deliveryWords = bilingual({
  en: {
    condition: {
      complained: 'Reported as unwanted',
      bounced: 'Came back',
      failed: 'Not sent',
      stuck: 'Stuck',
      delayed: 'Held up',
      waiting: 'On its way',
      sent: 'Sent',
      delivered: 'Arrived',
      dropped: 'Not needed any more',
      replaced: 'Taken care of',
    } satisfies Record<Condition, string>,
    means: {
      complained: 'The recipient, or their mail program, marked it as unwanted.',
      bounced: 'The recipient’s mail server did not take it.',
      failed: 'The mail service did not take it, and it is not tried any more.',
      stuck: 'It waits for the mail service and is tried again by itself.',
      delayed: 'The recipient’s mail server does not take it yet. The mail service goes on trying.',
      waiting: 'It goes out in a moment.',
      sent: 'The mail service has it. Whether it arrived is not known yet.',
      delivered: 'The recipient’s mail server has it.',
      dropped: 'What it was to tell was not so any more, so it was not sent.',
      replaced: 'Another letter was written in its place.',
    } satisfies Record<Condition, string>,
    own: {
      'too-many-attempts': 'Given up after many tries.',
      'too-long': 'Given up after a day of tries.',
      'no answer in time': 'The mail service did not answer in time.',
    } satisfies Record<OwnReason, string>,
    notAnAddress: 'This is not an address that letters can go to.',
    said: (text: string) => `“${text}”`,
    refused: {
      'own-letter':
        'Its link opens only the browser that asked for it. Whoever needs one asks for it on the sign-in page. Nothing was sent.',
      'account-sends':
        'The account’s own people send this invitation again, or to another address, on its page Administrators. Nothing was sent.',
      'taken-care-of': 'Somebody took care of this letter meanwhile. Nothing was sent.',
      arrived: 'This letter is not in trouble any more. Nothing was sent.',
      'not-needed': 'What this letter was to tell is not so any more. Nothing was sent.',
      'person-gone': 'This person can’t sign in any more, so no letters go to them. Nothing was sent.',
      'activated-already':
        'This person has come in meanwhile, so there is nothing to activate. Nothing was sent.',
    } satisfies Record<ResendRefusal, string>,
    link: {
      'no-link':
        'The link of this letter can’t be handed over: it stands in the letter alone. Nothing was changed.',
    } satisfies Record<Exclude<LinkRefusal, ResendRefusal>, string>,
    address: {
      activated:
        'This person has signed in already, so only they can change their address: on their profile, where the new address is proved and the old one is told. Nothing was changed.',
      'same-address': 'This is the address that the letter went to already.',
      'address-taken':
        'This address can’t be used here. Ask the person for another one of theirs. Nothing was changed.',
    } satisfies Record<Exclude<AddressRefusal, ResendRefusal>, string>,
  },
  fr: {
    condition: {
      complained: 'Signalé comme indésirable',
      bounced: 'Revenu',
      failed: 'Non envoyé',
      stuck: 'Bloqué',
      delayed: 'Retardé',
      waiting: 'En route',
      sent: 'Envoyé',
      delivered: 'Arrivé',
      dropped: 'Devenu inutile',
      replaced: 'Réglé',
    },
    means: {
      complained: 'Le destinataire, ou sa messagerie, l’a signalé comme indésirable.',
      bounced: 'Le serveur de messagerie du destinataire ne l’a pas accepté.',
      failed: 'Le service de courriel ne l’a pas accepté et ne sera plus sollicité.',
      stuck: 'Il attend le service de courriel\u202F; de nouveaux essais se font d’eux-mêmes.',
      delayed:
        'Le serveur de messagerie du destinataire ne l’accepte pas encore. Le service de courriel continue d’essayer.',
      waiting: 'Il part dans un instant.',
      sent: 'Le service de courriel l’a reçu. On ne sait pas encore s’il est arrivé.',
      delivered: 'Le serveur de messagerie du destinataire l’a reçu.',
      dropped: 'Ce qu’il devait annoncer n’était plus vrai\u202F: il n’a pas été envoyé.',
      replaced: 'Un autre courriel a été écrit à sa place.',
    },
    own: {
      'too-many-attempts': 'Abandonné après de nombreux essais.',
      'too-long': 'Abandonné après une journée d’essais.',
      'no answer in time': 'Le service de courriel n’a pas répondu à temps.',
    },
    notAnAddress: 'Aucun courriel ne peut être envoyé à cette adresse.',
    said: (text: string) => `«\u00A0${text}\u00A0»`,
    refused: {
      'own-letter':
        'Son lien n’ouvre que le navigateur qui l’a demandé. Qui en a besoin le demande sur la page de connexion. Rien n’a été envoyé.',
      'account-sends':
        'Les personnes du compte renvoient cette invitation, ou l’envoient à une autre adresse, sur la page Administrateurs du compte. Rien n’a été envoyé.',
      'taken-care-of': 'Quelqu’un s’est occupé de ce courriel entre-temps. Rien n’a été envoyé.',
      arrived: 'Ce courriel n’a plus de problème. Rien n’a été envoyé.',
      'not-needed': 'Ce que ce courriel devait annoncer n’est plus vrai. Rien n’a été envoyé.',
      'person-gone':
        'Cette personne ne peut plus se connecter\u202F: aucun courriel ne lui est envoyé. Rien n’a été envoyé.',
      'activated-already':
        'Cette personne est entrée entre-temps\u202F: il n’y a plus rien à activer. Rien n’a été envoyé.',
    },
    link: {
      'no-link':
        'Le lien de ce courriel ne peut pas être remis\u202F: il ne figure que dans le courriel. Rien n’a été modifié.',
    },
    address: {
      activated:
        'Cette personne s’est déjà connectée\u202F: elle seule peut changer son adresse, dans son profil, où la nouvelle adresse est vérifiée et l’ancienne est prévenue. Rien n’a été modifié.',
      'same-address': 'C’est l’adresse à laquelle ce courriel est déjà parti.',
      'address-taken':
        'Cette adresse ne peut pas être utilisée ici. Demandez-en une autre à la personne. Rien n’a été modifié.',
    },
  },
})

export function resendRefusalSentence(refusal: ResendRefusal, language: Language): string {
  return deliveryWords[language].refused[refusal]
}

export function addressRefusalSentence(refusal: AddressRefusal, language: Language): string {
  const { address, refused } = deliveryWords[language]
  return refusal in address
    ? address[refusal as keyof typeof address]
    : refused[refusal as keyof typeof refused]
}

export function linkRefusalSentence(refusal: LinkRefusal, language: Language): string {
  const { link, refused } = deliveryWords[language]
  return refusal === 'no-link' ? link[refusal] : refused[refusal]
}

interface Reasons {
  readonly dropReason: string | null
  readonly lastError: string | null
  readonly deliveryReason: string | null
}

/** Why a letter is where it is: our own words where the reason is ours, and the mail service's own words in quotes. */
export function reasonText(letter: Reasons, language: Language): string {
  const words = deliveryWords[language]
  if (letter.deliveryReason) return words.said(letter.deliveryReason)
  if (letter.dropReason === 'not-an-address') return words.notAnAddress
  if (!letter.lastError) return ''
  const { own, said } = reasonsIn(letter.lastError)
  return [own ? words.own[own] : '', said ? words.said(said) : ''].filter(Boolean).join(' ')
}
