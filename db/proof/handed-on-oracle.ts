import { type Capability, isFinancial } from '#lib/access/capabilities.ts'
import { capabilitiesOfScope, isWithin, type Scope } from '#lib/access/scopes.ts'
import { isNothingLeft } from './nothing-left.ts'

// Who may do what by a firm's access, told a second time in the simplest way there is: lists of facts, and one question
// put to all of them. Hours are whole numbers. Two accounts, of which one is the other's client; one firm.

export const places = ['parent', 'client'] as const
export type Place = (typeof places)[number]
export const people = ['administrator', 'first', 'second'] as const
export type Who = (typeof people)[number]
export type Technician = Exclude<Who, 'administrator'>

export interface OracleGrant {
  readonly key: number
  readonly on: Place
  readonly reaches: boolean
  readonly startsAt: number
  scope: Scope
  endsAt: number
  suspended: boolean
  isOver: boolean
}

interface OracleAssignment {
  readonly grant: number
  readonly who: Technician
  /** Each place in the firm is another one: what an earlier one held never comes back. */
  readonly term: number
  scope: Scope | null
  endsAt: number
  isOff: boolean
}

export interface Facts {
  now: number
  readonly grants: OracleGrant[]
  readonly assignments: OracleAssignment[]
  /** The term of each technician's place in the firm; null = they have none. */
  readonly term: Record<Technician, number | null>
  terms: number
  /** The client account keeps the firm out of what its parent gives. */
  excluded: boolean
}

export const forever = 10_000_000

export function noFacts(): Facts {
  return {
    now: 0,
    grants: [],
    assignments: [],
    term: { first: 1, second: 2 },
    terms: 2,
    excluded: false,
  }
}

export const lives = ({ now }: Facts, grant: OracleGrant) => !grant.isOver && grant.endsAt > now
const opens = (facts: Facts, grant: OracleGrant) =>
  lives(facts, grant) && !grant.suspended && grant.startsAt <= facts.now

/** What somebody holds under a grant at this moment. */
export function heldBy(facts: Facts, grant: number, who: Technician): OracleAssignment | undefined {
  return facts.assignments.find(
    one =>
      one.grant === grant &&
      one.who === who &&
      !one.isOff &&
      one.endsAt > facts.now &&
      one.term === facts.term[who],
  )
}

/** The whole question: what somebody may do on an account by what the firm was given. */
export function allowed(facts: Facts, who: Who, on: Place): readonly Capability[] {
  const may = new Set<Capability>()
  for (const grant of facts.grants) {
    const comes = grant.on === on || (grant.on === 'parent' && grant.reaches && !facts.excluded)
    if (!comes || !opens(facts, grant)) continue
    const held = who === 'administrator' ? null : heldBy(facts, grant.key, who)
    if (held === undefined) continue
    const part = held?.scope ? capabilitiesOfScope(held.scope) : null
    for (const one of capabilitiesOfScope(grant.scope))
      if ((!part || part.has(one)) && !(on === 'client' && isFinancial(one))) may.add(one)
  }
  return [...may].sort()
}

export interface Handing {
  readonly grant: number
  readonly to: readonly Technician[]
  readonly scope: Scope | null
  /** From now, or from the grant's beginning; null = as long as the grant. */
  readonly hours: number | null
}

/** Whether a hand-over can be: all of it or nothing. */
export function handOn(facts: Facts, { grant: key, to, scope, hours }: Handing): boolean {
  const grant = facts.grants.find(one => one.key === key)
  if (!grant || !lives(facts, grant)) return false
  if (scope && !isWithin(scope, grant.scope)) return false
  const endsAt = hours === null ? forever : Math.max(facts.now, grant.startsAt) + hours
  if (hours !== null && endsAt > grant.endsAt) return false
  const whole = endsAt >= grant.endsAt
  const terms = {
    scope: scope && isWithin(grant.scope, scope) ? null : scope,
    endsAt: whole ? forever : endsAt,
  }
  if (to.some(who => facts.term[who] === null)) return false
  const fresh = to.filter(who => {
    const held = heldBy(facts, key, who)
    return !held || !isSamePart(held, terms, grant.startsAt > facts.now, forever)
  })
  if (fresh.length === 0) return false
  for (const who of fresh) {
    for (const one of facts.assignments) if (one.grant === key && one.who === who) one.isOff = true
    facts.assignments.push({ grant: key, who, term: facts.term[who] ?? 0, ...terms, isOff: false })
  }
  return true
}

type Terms = Pick<OracleAssignment, 'scope' | 'endsAt'>

/**
 * Whether somebody has these terms already. An end that is counted from now is another one with every moment; from a
 * beginning to come it stays what it is. `endless`: what stands for no end.
 */
export function isSamePart(one: Terms, other: Terms, fromBeginning: boolean, endless: number): boolean {
  if (one.endsAt !== other.endsAt || (one.endsAt !== endless && !fromBeginning)) return false
  if (!one.scope || !other.scope) return one.scope === other.scope
  return isWithin(one.scope, other.scope) && isWithin(other.scope, one.scope)
}

export type Move =
  | { readonly do: 'trim'; readonly scope: Scope }
  | { readonly do: 'shorten' | 'extend'; readonly hours: number }

/** A live grant gets another end or another scope, where it can. What was handed on under it is never more than it gives. */
export function moveTerms(facts: Facts, grant: OracleGrant, move: Move): boolean {
  if (move.do === 'trim') {
    if (!isWithin(move.scope, grant.scope) || isWithin(grant.scope, move.scope)) return false
    grant.scope = move.scope
  } else if (move.do === 'shorten') {
    const to = Math.max(facts.now, grant.startsAt) + move.hours
    if (to >= grant.endsAt) return false
    grant.endsAt = to
  } else {
    if (grant.endsAt === forever) return false
    grant.endsAt += move.hours
  }
  for (const one of facts.assignments.filter(({ grant: key }) => key === grant.key)) {
    if (one.scope && isNothingLeft(one.scope, grant.scope)) one.isOff = true
    if (one.endsAt !== forever) one.endsAt = Math.min(one.endsAt, grant.endsAt)
    if (one.scope && isWithin(grant.scope, one.scope)) one.scope = null
  }
  return true
}
