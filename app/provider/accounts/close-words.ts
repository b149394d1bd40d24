import type { ClosingRefusal } from '#lib/account/closing.ts'
import { bilingual, plural } from '#lib/language.ts'

/** What is said before an account is closed, and why that can't be. */
export const closeWords = bilingual({
  en: {
    title: 'Close this account',
    statement: (account: string) => `This closes ${account}, for good.`,
    nobody: 'Nobody of the account can enter it any more. For everybody but this desk it does not exist.',
    people: (n: number) => `${n} ${plural('en', n, 'place of a person ends', 'places of people end')}.`,
    grants: (n: number, viaParent: number) =>
      n === 0
        ? `${viaParent > 0 ? 'No access is given on this account itself' : 'No partner has access now'}.`
        : `${n} ${plural('en', n, 'access ends', 'accesses end')}. Whoever is in the account under ${plural('en', n, 'it', 'them')} is put out at once.`,
    viaParent: (n: number, parent: string) =>
      `${n} ${plural('en', n, 'access that comes', 'accesses that come')} through ${parent} ${plural('en', n, 'goes', 'go')} on there, but ${plural('en', n, 'opens', 'open')} this account no more.`,
    requests: (n: number) =>
      n === 0 ? 'No request is open.' : `${n} open ${plural('en', n, 'request lapses', 'requests lapse')}.`,
    relationships: (n: number) =>
      `${n} channel ${plural('en', n, 'relationship ends', 'relationships end')}.`,
    final: 'A closed account is never opened again. A customer who comes back gets a new one.',
    told: 'Everybody who may decide for the account, and the partners concerned, are told by e-mail.',
    preview: 'Access and requests that end with it',
    previewVia: (parent: string) => `Access through ${parent}: goes on there, opens this account no more`,
    submit: 'Close account',
    refused: {
      'already-closed': (by: string) =>
        `This account is closed already${by ? `: ${by} closed it` : ''}. Nothing was changed.`,
      'has-clients': (names: string) =>
        `This account has open client accounts: ${names}. Close these first, since nobody else answers for them.`,
    } satisfies Record<ClosingRefusal, (by: string) => string>,
  },
  fr: {
    title: 'Fermer ce compte',
    statement: (account: string) => `Ceci ferme le compte ${account} pour de bon.`,
    nobody: 'Plus personne du compte ne peut y entrer. Pour tout le monde, sauf ce bureau, il n’existe plus.',
    people: (n: number) =>
      `${n} ${plural('fr', n, 'place de personne prend fin', 'places de personnes prennent fin')}.`,
    grants: (n, viaParent) =>
      n === 0
        ? `${viaParent > 0 ? 'Aucun accès n’est accordé sur ce compte même' : 'Aucun partenaire n’a d’accès en ce moment'}.`
        : `${n} accès ${plural('fr', n, 'prend', 'prennent')} fin. Les personnes qui s’en servent doivent quitter le compte aussitôt.`,
    viaParent: (n, parent) =>
      `${n} accès qui ${plural('fr', n, 'vient', 'viennent')} par ${parent} y ${plural('fr', n, 'demeure', 'demeurent')}, mais n’${plural('fr', n, 'ouvre', 'ouvrent')} plus ce compte.`,
    requests: (n: number) =>
      n === 0
        ? 'Aucune demande n’est ouverte.'
        : `${n} ${plural('fr', n, 'demande ouverte devient caduque', 'demandes ouvertes deviennent caduques')}.`,
    relationships: (n: number) =>
      `${n} ${plural('fr', n, 'relation de partenariat prend fin', 'relations de partenariat prennent fin')}.`,
    final: 'Un compte fermé ne rouvre jamais. Un client qui revient en reçoit un nouveau.',
    told: 'Les personnes qui peuvent décider pour le compte et les partenaires concernés sont informés par courriel.',
    preview: 'Accès et demandes qui prennent fin avec lui',
    previewVia: parent => `Accès par ${parent}\u202F: y demeurent, mais n’ouvrent plus ce compte`,
    submit: 'Fermer le compte',
    refused: {
      'already-closed': (by: string) =>
        `Ce compte est déjà fermé${by ? `\u202F: ${by} l’a fermé` : ''}. Rien n’a été modifié.`,
      'has-clients': (names: string) =>
        `Ce compte a des comptes clients ouverts\u202F: ${names}. Fermez-les d’abord, car personne d’autre n’en répond.`,
    },
  },
})
