import { plainList, wholeNumber } from './format.ts'
import { type Language, plural } from './language.ts'

// What a pull changed, in words: for its page and for the history.

type Nouns = Readonly<Record<string, readonly [one: string, other: string]>>

const nouns: Readonly<Record<Language, Nouns>> = {
  en: {
    services: ['service', 'services'],
    invoices: ['invoice', 'invoices'],
    balances: ['balance', 'balances'],
    offers: ['offer', 'offers'],
    subscriptions: ['subscription', 'subscriptions'],
    licences: ['licence', 'licences'],
    trials: ['trial', 'trials'],
  },
  fr: {
    services: ['service', 'services'],
    invoices: ['facture', 'factures'],
    balances: ['solde', 'soldes'],
    offers: ['offre', 'offres'],
    subscriptions: ['abonnement', 'abonnements'],
    licences: ['licence', 'licences'],
    trials: ['essai', 'essais'],
  },
}

const acts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { added: 'added', changed: 'changed', gone: 'gone', held: 'left alone', refused: 'refused' },
  // None of these agrees with the gender of its noun.
  fr: { added: 'en plus', changed: 'à jour', gone: 'en moins', held: 'en attente', refused: 'en erreur' },
}

const order = ['added', 'changed', 'gone', 'held', 'refused'] as const

/** How many of each kind, by what became of them, in one flat record: "services-added": 3. What is nought is left out. */
export function flatCounts(
  counts: Readonly<Record<string, Readonly<Partial<Record<(typeof order)[number], number>>>>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([kind, of]) =>
      order.flatMap(act => ((of[act] ?? 0) > 0 ? [[`${kind}-${act}`, of[act] ?? 0]] : [])),
    ),
  )
}

/** "3 services added and 1 invoice refused"; empty where nothing was. */
export function syncCounts(counts: Readonly<Record<string, number>>, language: Language): string {
  const parts = Object.keys(nouns[language]).flatMap(kind =>
    order.flatMap(act => {
      const count = counts[`${kind}-${act}`] ?? 0
      return count > 0 ? [`${thingsText(kind, count, language)} ${acts[language][act]}`] : []
    }),
  )
  return plainList(parts, language)
}

/** "3 services", "1 facture". */
export function thingsText(kind: string, count: number, language: Language): string {
  const [one, other] = nouns[language][kind] ?? [kind, kind]
  return `${wholeNumber(count, language)} ${plural(language, count, one, other)}`
}
