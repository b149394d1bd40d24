import { counted } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'

/** What is said before a domain goes, and before it comes back. */
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
    back: 'It can be brought back into use later. Its accounts come back then, unless they are given another branding domain meanwhile; people stay at the successor.',
    successor: 'Successor',
    choose: 'Choose one',
    submit: 'Retire branding domain',
    already: 'This branding domain has been retired already.',
    restore: {
      moved: (accounts: number, people: number, successor: string) =>
        `Its retirement moved ${counted(accounts, 'account', 'accounts', 'en')} and ${counted(people, 'person', 'people', 'en')} to ${successor}.`,
      host: 'Brought back into use, its host answers again.',
      accounts: (n: number) =>
        n === 0
          ? 'No account comes back.'
          : `${n > 999 ? 'More than 999 accounts' : `${n} ${plural('en', n, 'account', 'accounts')}`} ${plural('en', n, 'comes', 'come')} back: what was moved then and was given no other branding domain since.`,
      people: (successor: string) =>
        `People stay at ${successor}, where they sign in by now. Account managers can be moved one by one, on the page User access of their account.`,
    },
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
    back: 'Il pourra être remis en service plus tard. Ses comptes y reviennent alors, sauf ceux qui auront reçu entre-temps un autre domaine de marque\u202F; les personnes restent chez le successeur.',
    successor: 'Successeur',
    choose: 'Choisissez-en un',
    submit: 'Retirer le domaine de marque',
    already: 'Ce domaine de marque est déjà retiré.',
    restore: {
      moved: (accounts: number, people: number, successor: string) =>
        `Son retrait a fait passer ${counted(accounts, 'compte', 'comptes', 'fr')} et ${counted(people, 'personne', 'personnes', 'fr')} chez ${successor}.`,
      host: 'Une fois le domaine remis en service, son hôte répond de nouveau.',
      accounts: (n: number) =>
        n === 0
          ? 'Aucun compte ne revient.'
          : `${n > 999 ? 'Plus de 999 comptes' : `${n} ${plural('fr', n, 'compte', 'comptes')}`} ${plural('fr', n, 'revient', 'reviennent')}\u202F: ce qui est passé au successeur et n’a pas reçu depuis un autre domaine de marque.`,
      people: (successor: string) =>
        `Les personnes restent chez ${successor}, où elles se connectent désormais. Les gestionnaires de compte peuvent être déplacés un à un, à la page «\u00A0Accès des utilisateurs\u00A0» de leur compte.`,
    },
  },
})
