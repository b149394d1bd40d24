import type { Scope } from '#lib/access/scopes.ts'

/**
 * What the lifecycle is meant to do, told a second time and in another way than the portal's own code: hours as whole
 * numbers, one account, two firms. The tests ask it what every command must answer, record and write to whom.
 */
export const owner = 'owner@harbour-dental.example'
export const manager = 'manager@harbour-dental.example'
export const admin = 'admin@brightline.example'
export const tech = 'tech@brightline.example'
export const cedar = 'admin@cedar.example'
export const platform = 'platform@northwind.example'

export type Firm = 'brightline-it' | 'cedar-consulting'
export const approvers: readonly string[] = [owner, manager]

/** Requests, grants, invitations, extensions, asks to end a grant and asks to work under one are numbered as they come into being. */
export type Key = `r${number}` | `g${number}` | `i${number}` | `x${number}` | `k${number}` | `j${number}`

export interface ModelRequest {
  readonly key: Key
  readonly firm: Firm
  readonly by: string
  readonly scope: Scope
  readonly startsAt: number | null
  readonly createdAt: number
  readonly underRelationship: number | null
  state: string
  reminded: number
  mover: string | null
}

export interface ModelGrant {
  readonly key: Key
  readonly firm: Firm
  scope: Scope
  readonly startsAt: number
  endsAt: number
  /** When it is to be looked at again; null = never, for it has an end or the provider set it. */
  reviewAt: number | null
  /** How many of the review's two letters have gone out. */
  reviewTold: number
  /** Who moved its end or scope last, and what both were when forms were rendered. */
  termsMover: string | null
  shown: { endsAt: number; scope: Scope }
  readonly byProvider: boolean
  readonly requester: string | null
  readonly underRelationship: number | null
  /** What the technician has of it; null = nothing. */
  assigned: ModelPart | null
  state: string
  suspendedBy: 'account' | 'provider' | null
  mover: string | null
  reminded: string[]
}

export interface ModelInvitation {
  readonly key: Key
  readonly firm: Firm
  readonly scope: Scope
  /** Hours from acceptance; `never` = without an end, or to a day years away. */
  readonly hours: number
  readonly createdAt: number
  readonly underRelationship: number | null
  state: string
  reminded: boolean
  mover: string | null
}

/** A firm asks for more time under a grant. */
export interface ModelExtension {
  readonly key: Key
  readonly grant: Key
  readonly firm: Firm
  readonly by: string
  readonly createdAt: number
  readonly askedEnd: number
  state: string
  mover: string | null
}

/** An ask to end what the provider set. */
export interface ModelAsk {
  readonly key: Key
  readonly grant: Key
  readonly by: string
  state: string
  mover: string | null
  answeredAt: number | null
}

/** What the technician's place in the firm was handed on. */
export interface ModelPart {
  /** In which term of employment. */
  readonly term: number
  /** Null = all that the grant gives. */
  scope: Scope | null
  /** `never` = as long as the grant. */
  endsAt: number
}

/** The technician asks the firm to work under a grant. */
export interface ModelJoin {
  readonly key: Key
  readonly grant: Key
  readonly term: number
  state: string
  mover: string | null
  answeredAt: number | null
}

export interface Model {
  now: number
  requests: ModelRequest[]
  grants: ModelGrant[]
  invitations: ModelInvitation[]
  /** Who blocks which firm; a firm that was ever blocked stays known to the account. */
  blockedBy: Partial<Record<Firm, string | null>>
  extensions: ModelExtension[]
  moreDeclinedAt: Record<Key, number>
  asks: ModelAsk[]
  joins: ModelJoin[]
  declinedAt: Partial<Record<Firm, number>>
  /** The number of the relationship that is in force, and how many there have been. */
  relationship: number | null
  relationships: number
  /** The technician's term of employment, and how many there have been. */
  term: number | null
  terms: number
}

export const never = 10_000_000
/** A day years away. */
export const farAway = 900_000
export const lifeHours = 168

export function newModel(): Model {
  const nothing = { now: 0, requests: [], grants: [], invitations: [], extensions: [], asks: [], joins: [] }
  const answers = { blockedBy: {}, declinedAt: {}, moreDeclinedAt: {} }
  return { ...nothing, ...answers, relationship: 1, relationships: 1, term: 1, terms: 1 }
}

/** What a command must come to. Events are `kind action subject from>to`, letters `kind address`. */
export interface Outcome {
  readonly answer: string
  /** For those who came too late: state and by whom. */
  readonly told?: string | undefined
  readonly events: readonly string[]
  readonly letters: readonly string[]
}

export const isOpen = (request: ModelRequest) => request.state === 'pending' || request.state === 'question'
export const isLive = (grant: ModelGrant) => ['scheduled', 'active', 'suspended'].includes(grant.state)
export const isOver = (model: Model, request: ModelRequest) =>
  isOpen(request) && model.now >= request.createdAt + lifeHours
export const isOut = (model: Model, grant: ModelGrant) => isLive(grant) && model.now >= grant.endsAt

/** Whether the door is open through this grant at this hour. */
export function opens(model: Model, grant: ModelGrant): boolean {
  if (grant.state !== 'scheduled' && grant.state !== 'active') return false
  if (grant.underRelationship !== null && grant.underRelationship !== model.relationship) return false
  return grant.startsAt <= model.now && model.now < grant.endsAt
}

export function requestTold(model: Model, request: ModelRequest): string {
  if (isOver(model, request)) return 'lapsed'
  return toldOf(request.state, request.state === 'pending' ? null : request.mover)
}

export function grantTold(model: Model, grant: ModelGrant): string {
  if (isOut(model, grant)) return 'expired'
  const state = grant.state === 'scheduled' && grant.startsAt <= model.now ? 'active' : grant.state
  return toldOf(state, isLive(grant) && state !== 'suspended' ? null : grant.mover)
}

export const toldOf = (state: string, by: string | null) => (by ? `${state} by ${by}` : state)

/** Collects what a command leaves behind. */
export class Trace {
  readonly events: string[] = []
  readonly letters: string[] = []

  event(kind: string, action: string, key: string, from: string | null, to: string) {
    this.events.push(`${kind} ${action} ${key} ${from ?? ''}>${to}`)
  }

  write(kind: string, people: readonly string[], except?: string) {
    for (const person of new Set(people)) if (person !== except) this.letters.push(`${kind} ${person}`)
  }

  done(answer = 'ok'): Outcome {
    return { answer, events: this.events, letters: this.letters }
  }
}

export const refused = (answer: string, told?: string): Outcome => ({ answer, told, events: [], letters: [] })

export function firmPeople(model: Model, firm: Firm, requester: string | null): readonly string[] {
  if (firm === 'cedar-consulting') return [cedar]
  return requester === tech && model.term !== null ? [admin, tech] : [admin]
}

/** Whom of its firm a grant concerns: who asked for it, and who works under it, beside its administrators. */
export function peopleOf(model: Model, { firm, requester, assigned }: ModelGrant): readonly string[] {
  const works = assigned !== null && assigned.term === model.term && assigned.endsAt > model.now
  return firmPeople(model, firm, works ? tech : requester)
}

export const firmOf = (email: string): Firm => (email === cedar ? 'cedar-consulting' : 'brightline-it')

/** A grant as it begins; Brightline IT's Services support without an end unless something else is given. */
export function newGrant(model: Model, key: Key, given: Partial<ModelGrant>): ModelGrant {
  const plain = { firm: 'brightline-it', scope: { name: 'services', pages: [] }, endsAt: never } as const
  const open = {
    state: 'active',
    suspendedBy: null,
    mover: null,
    byProvider: false,
    requester: null,
  } as const
  const terms = { ...plain, startsAt: model.now, ...given }
  const { startsAt, endsAt, scope } = terms
  return {
    ...open,
    underRelationship: null,
    assigned: null,
    ...terms,
    reviewAt: endsAt === never && !given.byProvider ? startsAt + halfAYearFrom(startsAt - model.now) : null,
    reviewTold: 0,
    termsMover: null,
    shown: { endsAt, scope },
    key,
    reminded: [],
  }
}

/** The invitation that waits for the firm's answer at this hour. */
export function openInvitation(model: Model, firm: Firm): ModelInvitation | undefined {
  return model.invitations.find(
    one => one.firm === firm && one.state === 'invited' && model.now < one.createdAt + lifeHours,
  )
}

/** The hours of six months of the calendar that begin so many hours from now. */
export function halfAYearFrom(hours: number): number {
  const start = new Date(Date.now() + hours * 3_600_000)
  const end = new Date(start)
  end.setUTCMonth(start.getUTCMonth() + 6)
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0)
  return (end.getTime() - start.getTime()) / 3_600_000
}

/** Forms are rendered anew: they show each grant's end and scope as they are now. */
export function look(model: Model): void {
  for (const grant of model.grants) grant.shown = { endsAt: grant.endsAt, scope: grant.scope }
}
