import { bilingual } from '#lib/language.ts'

/** What the provider's staff reads of a clock that can't be believed. */
export const clockWords = bilingual({
  en: {
    ahead: (span: string, when: string) =>
      `On ${when} the database’s clock was ${span} ahead of the portal’s. Access is decided by it all the same; what it calls over is written down once the two agree. Please tell whoever runs the portal.`,
    behind: (span: string, when: string) =>
      `On ${when} the database’s clock was ${span} behind the portal’s, so access may end that much too late. Please tell whoever runs the portal.`,
    back: (span: string, when: string) =>
      `The database’s clock went back by ${span} (noticed on ${when}). What had ended before stays ended.`,
  },
  fr: {
    ahead: (span, when) =>
      `Le ${when}, l’horloge de la base de données avait ${span} d’avance sur celle du portail. Elle décide tout de même des accès\u202F; ce qu’elle dit terminé sera consigné quand les deux concorderont. Veuillez prévenir l’exploitant du portail.`,
    behind: (span, when) =>
      `Le ${when}, l’horloge de la base de données avait ${span} de retard sur celle du portail\u202F: un accès peut prendre fin d’autant trop tard. Veuillez prévenir l’exploitant du portail.`,
    back: (span, when) =>
      `L’horloge de la base de données a reculé (${span}, constaté le ${when}). Ce qui avait pris fin auparavant le reste.`,
  },
})
