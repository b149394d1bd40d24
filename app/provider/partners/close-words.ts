import { bilingual, plural } from '#lib/language.ts'

/** What is said before a partner is closed. */
export const closeWords = bilingual({
  en: {
    title: 'Close this partner',
    statement: (partner: string) => `This closes ${partner}, for good.`,
    grants: (n: number) =>
      n === 0
        ? 'It has no access now.'
        : `${n} ${plural('en', n, 'access ends', 'accesses end')}. Whoever is in an account under ${plural('en', n, 'it', 'them')} is put out at once.`,
    requests: (n: number) =>
      n === 0 ? 'No request is open.' : `${n} open ${plural('en', n, 'request lapses', 'requests lapse')}.`,
    relationshipsEnd: (n: number) =>
      `${n} channel ${plural('en', n, 'relationship ends', 'relationships end')}.`,
    people: (n: number) =>
      `${n} ${plural('en', n, 'place of its staff ends', 'places of its staff end')}: nobody can use its desk any more.`,
    final:
      'A closed partner is never opened again. A firm that comes back is entered anew, and must ask again.',
    told: 'The firm’s administrators, and everybody who may decide for the accounts concerned, are told by e-mail.',
    preview: 'Access and requests that end with it',
    submit: 'Close partner',
    alreadyClosed: (by: string) =>
      `This partner is closed already${by ? `: ${by} closed it` : ''}. Nothing was changed.`,
  },
  fr: {
    title: 'Fermer ce partenaire',
    statement: (partner: string) => `Ceci ferme le partenaire ${partner} pour de bon.`,
    grants: (n: number) =>
      n === 0
        ? 'Il n’a aucun accès en ce moment.'
        : `${n} accès ${plural('fr', n, 'prend', 'prennent')} fin. Les personnes qui s’en servent doivent quitter les comptes aussitôt.`,
    requests: (n: number) =>
      n === 0
        ? 'Aucune demande n’est ouverte.'
        : `${n} ${plural('fr', n, 'demande ouverte devient caduque', 'demandes ouvertes deviennent caduques')}.`,
    relationshipsEnd: (n: number) =>
      `${n} ${plural('fr', n, 'relation de partenariat prend fin', 'relations de partenariat prennent fin')}.`,
    people: (n: number) =>
      `${n} ${plural('fr', n, 'place de son personnel prend fin', 'places de son personnel prennent fin')}\u202F: plus personne ne peut utiliser son bureau.`,
    final:
      'Un partenaire fermé ne rouvre jamais. Une entreprise qui revient est inscrite de nouveau et doit refaire ses demandes.',
    told: 'Les administrateurs de l’entreprise et les personnes qui peuvent décider pour les comptes concernés sont informés par courriel.',
    preview: 'Accès et demandes qui prennent fin avec lui',
    submit: 'Fermer le partenaire',
    alreadyClosed: (by: string) =>
      `Ce partenaire est déjà fermé${by ? `\u202F: ${by} l’a fermé` : ''}. Rien n’a été modifié.`,
  },
})
