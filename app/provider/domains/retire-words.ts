import { bilingual, plural } from '#lib/language.ts'

/** What is said before a domain goes. */
export const retireWords = bilingual({
  en: {
    statement: (name: string) => `${name} is no longer in use.`,
    people: (n: number, accounts: number) =>
      `${n > 999 ? 'More than 999 people' : `${n} ${plural('en', n, 'person', 'people')}`} and ${accounts > 999 ? 'more than 999 accounts' : `${accounts} ${plural('en', accounts, 'account', 'accounts')}`} are at home at the successor from then on.`,
    sessions: (n: number) =>
      n === 0
        ? 'Nobody is signed in there now.'
        : `${n > 999 ? 'More than 999 people are' : `${n} ${plural('en', n, 'session is', 'sessions are')}`} ended; whoever works there signs in at the successor.`,
    host: (host: string) => `${host} leads to the successor, with every address and link that is out.`,
    own: 'You work on this host yourself: you will be led to the successor to sign in.',
    back: 'It can be brought back into use later; people and accounts stay where they are then.',
    successor: 'Successor',
    choose: 'Choose one',
    submit: 'Retire branding domain',
    already: 'This branding domain has been retired already.',
  },
  fr: {
    statement: (name: string) => `${name} n’est plus en service.`,
    people: (n: number, accounts: number) =>
      `Dès lors, ${n > 999 ? 'plus de 999 personnes' : `${n} ${plural('fr', n, 'personne', 'personnes')}`} et ${accounts > 999 ? 'plus de 999 comptes' : `${accounts} ${plural('fr', accounts, 'compte', 'comptes')}`} sont à demeure chez le successeur.`,
    sessions: (n: number) =>
      n === 0
        ? 'Personne n’y est connecté en ce moment.'
        : `${n > 999 ? 'Plus de 999 sessions prennent' : `${n} ${plural('fr', n, 'session prend', 'sessions prennent')}`} fin\u202F; les personnes se reconnectent chez le successeur.`,
    host: (host: string) =>
      `${host} mène au successeur, avec toutes les adresses et tous les liens en circulation.`,
    own: 'Vous travaillez vous-même sur cet hôte\u202F: vous serez conduit chez le successeur pour vous reconnecter.',
    back: 'Il pourra être remis en service plus tard\u202F; les personnes et les comptes restent alors où ils sont.',
    successor: 'Successeur',
    choose: 'Choisissez-en un',
    submit: 'Retirer le domaine de marque',
    already: 'Ce domaine de marque est déjà retiré.',
  },
})
