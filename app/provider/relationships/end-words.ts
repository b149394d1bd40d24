import { bilingual, plural } from '#lib/language.ts'

/** What is said before something is ended or held, and when that comes too late. */
export const endWords = bilingual({
  en: {
    title: 'End this channel relationship',
    statement: (partner: string, account: string) => `${partner} no longer serves ${account}.`,
    grantsEnd: (n: number) =>
      n === 0
        ? 'No access ends with it: the partner has none now.'
        : `${n} ${plural('en', n, 'access ends', 'accesses end')} now. Whoever is in the account under ${plural('en', n, 'it', 'them')} is put out at once.`,
    requestsEnd: (n: number) =>
      n === 0
        ? 'No request is open.'
        : `${n} open ${plural('en', n, 'request lapses', 'requests lapse')} now.`,
    revivesNothing: 'If the partner is appointed again, nothing of this comes back: it must ask again.',
    told: 'The partner and everybody who may decide for the account are told by e-mail.',
    stays: (n: number) =>
      `${n} ${plural('en', n, 'access or request does', 'accesses or requests do')} not hang on this relationship and ${plural('en', n, 'stays', 'stay')}.`,
    preview: 'What ends with it',
    submit: 'End relationship',
    alreadyEnded: (by: string | null) =>
      `This channel relationship has ended already${by ? `: ${by} ended it` : ''}. Nothing was changed.`,
  },
  fr: {
    title: 'Mettre fin à cette relation de partenariat',
    statement: (partner: string, account: string) => `${partner} ne dessert plus ${account}.`,
    grantsEnd: (n: number) =>
      n === 0
        ? 'Aucun accès ne prend fin avec elle\u202F: le partenaire n’en a pas en ce moment.'
        : `${n} accès ${plural('fr', n, 'prend', 'prennent')} fin dès maintenant. Les personnes qui s’en servent doivent quitter le compte aussitôt.`,
    requestsEnd: (n: number) =>
      n === 0
        ? 'Aucune demande n’est ouverte.'
        : `${n} ${plural('fr', n, 'demande ouverte devient caduque', 'demandes ouvertes deviennent caduques')} dès maintenant.`,
    revivesNothing:
      'Si le partenaire est désigné de nouveau, rien de tout cela ne revient\u202F: il devra refaire une demande.',
    told: 'Le partenaire et toutes les personnes qui peuvent décider pour le compte sont informés par courriel.',
    stays: (n: number) =>
      `${n} ${plural('fr', n, 'accès ou demande ne dépend pas de cette relation et reste', 'accès ou demandes ne dépendent pas de cette relation et restent')} en place.`,
    preview: 'Ce qui prend fin avec elle',
    submit: 'Mettre fin à la relation',
    alreadyEnded: (by: string | null) =>
      `Cette relation de partenariat est déjà terminée${by ? `\u202F: ${by} y a mis fin` : ''}. Rien n’a été modifié.`,
  },
})
