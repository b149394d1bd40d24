import { joined } from '#lib/french.ts'
import { bilingual } from '#lib/language.ts'

export const words = bilingual({
  en: {
    title: 'Choose where to work',
    places: 'Places',
    kind: { account: 'Account', partner: 'Partner’s desk', provider: 'Provider’s desk' },
    clientOf: (parent: string) => `Client account of ${parent}`,
    last: 'Last used',
    search: 'Search by name',
    searchButton: 'Search',
    notFound: (search: string) => `No place of yours has “${search}” in its name.`,
    all: 'Show all',
    next: 'More',
    waiting: 'You are expected here',
    waitingText: 'Somebody has given you a place under your address. It is yours once you accept.',
    waitsAs: (kind: string, place: string) => `${place}: ${kind}`,
    accept: 'Accept',
    nothingWaits: 'Nothing waits for you any more. Ask whoever invited you.',
    empty: 'There is no place for you here any more',
    emptyWhy: (name: string) =>
      `You are signed in, but no account, partner or desk lists you now. Ask whoever invited you, or call ${name}:`,
    call: (phone: string) => `Call ${phone}`,
    write: (email: string) => `Write to ${email}`,
  },
  fr: {
    title: 'Choisissez où travailler',
    places: 'Emplacements',
    kind: { account: 'Compte', partner: 'Bureau du partenaire', provider: 'Bureau du fournisseur' },
    clientOf: parent => `Compte client ${joined('de', parent)}`,
    last: 'Dernier utilisé',
    search: 'Rechercher par nom',
    searchButton: 'Rechercher',
    notFound: search => `Aucun de vos emplacements ne contient «\u00A0${search}\u00A0» dans son nom.`,
    all: 'Tout afficher',
    next: 'Suite',
    waiting: 'On vous attend ici',
    waitingText: 'Une place vous a été donnée sous votre adresse. Elle est à vous dès que vous l’acceptez.',
    waitsAs: (kind, place) => `${place}\u202F: ${kind}`,
    accept: 'Accepter',
    nothingWaits: 'Plus rien ne vous attend. Adressez-vous à la personne qui vous a invité.',
    empty: 'Il n’y a plus d’emplacement pour vous ici',
    emptyWhy: name =>
      `Vous êtes connecté, mais aucun compte, partenaire ou bureau ne vous mentionne actuellement. Adressez-vous à la personne qui vous a invité ou appelez ${name}\u202F:`,
    call: phone => `Appeler ${phone}`,
    write: email => `Écrire à ${email}`,
  },
})
