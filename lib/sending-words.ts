import { bilingual } from './language.ts'
import type { Failure, SendingState } from './sending.ts'

/** How something that was sent stands, and why it failed, with what helps. */
export const sendingWords = bilingual({
  en: {
    state: {
      queued: 'Waiting to be sent',
      sent: 'Sent',
      delivered: 'Delivered',
      failed: 'Not delivered',
    } satisfies Record<SendingState, string>,
    received: 'Received',
    failure: {
      'no-such-number': 'Nobody has this number. Check it, then send to the right one.',
      unreachable: 'The other side could not be reached. Send it again later.',
      busy: 'The line was busy. Send it again in a few minutes.',
      'no-answer': 'Nobody answered. Send it again later, or ask whether the machine there is on.',
      'no-fax': 'No fax machine answered at this number. Ask the other side for their fax number.',
      blocked: 'The other side takes nothing from this number. Reach them in another way.',
      'not-allowed': 'The carrier does not let this number of yours send. Ask your provider’s support.',
      other:
        'The carrier could not deliver it. Send it again; if that fails too, ask your provider’s support.',
      'no-word':
        'The carrier did not answer in time, so nobody knows whether it went out. Ask the other side before you send it again.',
      closed: 'The account was closed before it went out.',
    } satisfies Record<Failure, string>,
    again: 'Send again',
    notConnected: 'Sending is not connected',
    notConnectedText:
      'Your provider has not connected this portal to a carrier yet, so nothing can be sent. What comes in is shown here all the same.',
    number: {
      from: 'From',
      to: 'To',
      toHint: 'With its country code, like +1 604 555 0199, or as you dial it from outside.',
      required: 'Type the number to send to.',
      nonsense: 'This is not a telephone number that can be reached. Write it like +1 604 555 0199.',
      itself: 'This is the number that you send from. Type the other side’s.',
      gone: 'This number is no longer one of the account’s. Choose another.',
      none: 'This account has no number of its own that can send. Ask your provider for one.',
    },
    tooMany:
      'More was sent from this account in the last hour than is usual, so nothing more goes out for now. Try again in an hour, or ask your provider’s support.',
    picker: {
      title: 'From the phonebook',
      text: 'Choose a contact’s number; it is put into the form below.',
      search: 'Search the phonebook',
      find: 'Search',
      none: 'No contact with a number is found by this.',
      kind: { work: 'work', mobile: 'mobile', home: 'home' },
      use: (name: string, kind: string, number: string) => `${name}, ${kind} ${number}`,
    },
  },
  fr: {
    state: {
      queued: 'En attente d’envoi',
      sent: 'Envoyé',
      delivered: 'Remis',
      failed: 'Non remis',
    },
    received: 'Reçu',
    failure: {
      'no-such-number': 'Personne n’a ce numéro. Vérifiez-le, puis envoyez au bon numéro.',
      unreachable: 'Le correspondant n’a pas pu être joint. Renvoyez plus tard.',
      busy: 'La ligne était occupée. Renvoyez dans quelques minutes.',
      'no-answer':
        'Personne n’a répondu. Renvoyez plus tard ou demandez si l’appareil du correspondant est allumé.',
      'no-fax':
        'Aucun télécopieur n’a répondu à ce numéro. Demandez au correspondant son numéro de télécopie.',
      blocked: 'Le correspondant n’accepte rien de ce numéro. Joignez-le autrement.',
      'not-allowed':
        'L’opérateur ne permet pas à votre numéro d’envoyer. Adressez-vous à l’assistance de votre fournisseur.',
      other:
        'L’opérateur n’a pas pu le remettre. Renvoyez\u202F; en cas de nouvel échec, adressez-vous à l’assistance de votre fournisseur.',
      'no-word':
        'L’opérateur n’a pas répondu à temps\u202F: on ne sait pas si l’envoi est parti. Demandez au correspondant avant de renvoyer.',
      closed: 'Le compte a été fermé avant l’envoi.',
    },
    again: 'Renvoyer',
    notConnected: 'L’envoi n’est pas raccordé',
    notConnectedText:
      'Votre fournisseur n’a pas encore raccordé ce portail à un opérateur\u202F: rien ne peut être envoyé. Ce qui arrive s’affiche tout de même ici.',
    number: {
      from: 'De',
      to: 'À',
      toHint: 'Avec l’indicatif du pays, comme +1 604 555 0199, ou comme vous le composez vers l’extérieur.',
      required: 'Saisissez le numéro du destinataire.',
      nonsense: 'Ce n’est pas un numéro de téléphone joignable. Écrivez-le comme +1 604 555 0199.',
      itself: 'C’est le numéro d’où vous envoyez. Saisissez celui du correspondant.',
      gone: 'Ce numéro n’est plus l’un de ceux du compte. Choisissez-en un autre.',
      none: 'Ce compte n’a aucun numéro qui puisse envoyer. Demandez-en un à votre fournisseur.',
    },
    tooMany:
      'Ce compte a envoyé plus que d’habitude au cours de la dernière heure\u202F: rien ne part pour l’instant. Réessayez dans une heure ou adressez-vous à l’assistance de votre fournisseur.',
    picker: {
      title: 'Depuis le répertoire',
      text: 'Choisissez le numéro d’un contact\u202F: il est placé dans le formulaire ci-dessous.',
      search: 'Rechercher dans le répertoire',
      find: 'Rechercher',
      none: 'Aucun contact avec un numéro ne correspond.',
      kind: { work: 'travail', mobile: 'mobile', home: 'domicile' },
      use: (name, kind, number) => `${name}, ${kind} ${number}`,
    },
  },
})
