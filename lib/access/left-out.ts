import { bilingual, type Language, localeOf } from '#lib/language.ts'
import type { Capability } from './capabilities.ts'

/** What somebody's place leaves out, each to stand after "You can’t" or « Vous ne pouvez pas ». */
const words = bilingual({
  en: {
    general: 'the account’s details',
    services: 'services',
    people: 'people',
    see: (things: string) => `see or change ${things}`,
    change: (things: string) => `change ${things}`,
    history: 'see the history',
    decide: 'decide who gets access',
    bills: 'see bills',
    subscriptions: 'change subscriptions',
    money: 'see bills, or change subscriptions',
  },
  fr: {
    general: 'les renseignements du compte',
    services: 'les services',
    people: 'les personnes',
    see: things => `voir ou modifier ${things}`,
    change: things => `modifier ${things}`,
    history: 'voir l’historique',
    decide: 'décider qui obtient un accès',
    bills: 'voir les factures',
    subscriptions: 'modifier les abonnements',
    money: 'voir les factures ni modifier les abonnements',
  },
})

const things = ['general', 'services', 'people'] as const

/** What of the account somebody can’t do who holds no more than these rights: few lines, the nearest things first. */
export function leftOut(held: ReadonlySet<Capability>, language: Language): readonly string[] {
  const w = words[language]
  const any = new Intl.ListFormat(localeOf(language), { type: 'disjunction' })
  const named = (some: readonly (typeof things)[number][]) => any.format(some.map(thing => w[thing]))
  const fixed = things.filter(thing => !held.has(`${thing}.update`))
  const unseen = fixed.filter(thing => !held.has(`${thing}.read`))
  const seen = fixed.filter(thing => held.has(`${thing}.read`))
  const [bills, subscriptions] = [held.has('billing.read'), held.has('subscriptions.update')]
  return [
    ...(seen.length > 0 ? [w.change(named(seen))] : []),
    ...(unseen.length > 0 ? [w.see(named(unseen))] : []),
    ...(held.has('activity.read') ? [] : [w.history]),
    ...(held.has('partners.decide') ? [] : [w.decide]),
    ...(bills && subscriptions ? [] : [bills ? w.subscriptions : subscriptions ? w.bills : w.money]),
  ]
}
