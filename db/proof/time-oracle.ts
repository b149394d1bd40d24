import { isWithin, type Scope } from '#lib/access/scopes.ts'
import { endHandedOn, fitHandedOn, heldUnder } from './assignment-oracle.ts'
import {
  approvers,
  farAway,
  firmOf,
  firmPeople,
  grantTold,
  halfAYearFrom,
  isLive,
  isOut,
  type Key,
  type Model,
  type ModelExtension,
  type ModelGrant,
  never,
  type Outcome,
  peopleOf,
  refused,
  type Trace,
  tech,
} from './model.ts'
import type {
  AskingMore,
  Extending,
  ModelExtra,
  OnExtension,
  Reviewing,
  Shortening,
  Trimming,
} from './time-commands.ts'

/** Hours before the end, and how long a grant must last to be reminded that early. */
const reminders = [
  ['30d', 30 * 24, 60 * 24],
  ['7d', 7 * 24, 14 * 24],
  ['1d', 24, 2 * 24],
  ['2h', 2, 6],
] as const

/** A start that no sweep has met is written down by whatever comes first. */
export function begin(model: Model, grant: ModelGrant, trace: Trace): void {
  if (grant.state !== 'scheduled' || grant.startsAt > model.now) return
  trace.event('portal', 'grant.started', grant.key, 'scheduled', 'active')
  grant.state = 'active'
}

/** Which reminders of its end have fallen due, the latest last. */
export function remindersDue(model: Model, grant: ModelGrant): readonly string[] {
  const length = grant.endsAt - grant.startsAt
  if (grant.endsAt === never) return []
  return reminders.flatMap(([name, before, over]) =>
    length > over && model.now >= grant.endsAt - before ? [name] : [],
  )
}

/** What was asked for under a grant, and handed on of it, ends with it, by whoever ended it. */
export function lapseWith(
  model: Model,
  grant: ModelGrant,
  kind: string,
  by: string | null,
  trace: Trace,
): void {
  for (const one of model.extensions.filter(x => x.grant === grant.key && x.state === 'pending')) {
    trace.event(kind, 'extension.lapsed', one.key, 'pending', 'lapsed')
    Object.assign(one, { state: 'lapsed', mover: by })
  }
  endHandedOn(model, grant, by)
}

const unansweredHours = 720

/** One letter to each approver about all reviews that fall due at once, and one about all that stay unanswered. */
export function sweepReviews(model: Model, trace: Trace): void {
  const told = new Set<string>()
  for (const grant of model.grants.filter(isLive)) {
    const { reviewAt } = grant
    if (reviewAt === null || model.now < reviewAt) continue
    const stage = model.now >= reviewAt + unansweredHours ? 2 : 1
    if (stage > grant.reviewTold) told.add(stage === 1 ? 'review-due' : 'review-unanswered')
    grant.reviewTold = Math.max(stage, grant.reviewTold)
  }
  for (const kind of told) trace.write(kind, approvers)
}

function extraEnd(model: Model, grant: ModelGrant, extra: ModelExtra): number {
  if (extra === 'ongoing') return never
  if (extra === 'far') return model.now + farAway
  return extra === 'past' ? -1 : grant.endsAt + extra
}

const openUnder = (model: Model, grant: Key) =>
  model.extensions.find(one => one.grant === grant && one.state === 'pending')

export function askMore(model: Model, command: AskingMore, trace: Trace): Outcome {
  const { by, key } = command
  const firm = firmOf(by)
  const grant = model.grants.find(one => one.key === command.grant && one.firm === firm)
  if (!grant || (by === tech && model.term === null)) return refused('not-found')
  if (!isLive(grant) || isOut(model, grant)) return refused('already-ended', grantTold(model, grant))
  if (by === tech && !heldUnder(model, grant, model.term)) return refused('not-assigned')
  const beside = grant.shown.endsAt
  if (beside !== never && beside !== grant.endsAt) return refused('changed-meanwhile')
  if (grant.byProvider) return refused('set-by-provider')
  if (model.blockedBy[firm]) return refused('blocked')
  const open = openUnder(model, grant.key)
  if (open) return refused('already-open', `pending by ${open.by}`)
  const declined = model.moreDeclinedAt[grant.key]
  if (declined !== undefined && model.now < declined + 24) return refused('declined-recently')
  const lately = model.extensions.filter(one => one.firm === firm && model.now - one.createdAt < 24)
  if (lately.length >= 5) return refused('asked-too-often')
  if (grant.endsAt === never) return refused('no-end')
  const askedEnd = extraEnd(model, grant, command.extra)
  if (askedEnd <= grant.endsAt) return refused('not-later')
  const about = { key, grant: grant.key, firm, by, createdAt: model.now, askedEnd }
  model.extensions.push({ ...about, state: 'pending', mover: null })
  trace.event('partner', 'extension.asked', key, null, 'pending')
  trace.write('extension-asked', approvers)
  return trace.done()
}

/** What became of it: of its grant, where it lapsed with that. */
function extensionTold(model: Model, { state, mover }: ModelExtension, grant: ModelGrant): string {
  if (state === 'lapsed' || (state === 'pending' && isOut(model, grant))) return grantTold(model, grant)
  return mover ? `${state} by ${mover}` : state
}

function answered(model: Model, extension: ModelExtension, grant: ModelGrant): Outcome | null {
  const told = extensionTold(model, extension, grant)
  if (extension.state === 'lapsed') return refused('grant-ended', told)
  if (extension.state !== 'pending') return refused('already-decided', told)
  return isLive(grant) && !isOut(model, grant) ? null : refused('grant-ended', told)
}

/** Declined by the account, or withdrawn by the firm. */
export function onExtension(model: Model, command: OnExtension, trace: Trace): Outcome {
  const { by } = command
  const declines = command.do === 'decline-more'
  const extension = model.extensions.find(one => one.key === command.extension)
  const grant = model.grants.find(one => one.key === extension?.grant)
  if (!extension || !grant || (declines && !approvers.includes(by))) return refused('not-found')
  if (!declines && (extension.firm !== firmOf(by) || (by === tech && model.term === null)))
    return refused('not-found')
  if (!declines && by === tech && extension.by !== tech) return refused('not-yours')
  const over = answered(model, extension, grant)
  if (over) return over
  const [side, to] = declines ? (['account', 'declined'] as const) : (['partner', 'withdrawn'] as const)
  Object.assign(extension, { state: to, mover: by })
  if (declines) model.moreDeclinedAt[grant.key] = model.now
  trace.event(side, `extension.${to}`, extension.key, 'pending', to)
  const firm = firmPeople(model, extension.firm, extension.by)
  if (declines) trace.write('extension-declined', firm)
  else trace.write('extension-withdrawn', firm, by)
  trace.write(`extension-${to}`, approvers, by)
  return trace.done()
}

type OnTerms = Extending | Shortening | Trimming

/** What keeps the account from moving the grant's end or scope, whichever. */
function hindered(model: Model, command: OnTerms, grant: ModelGrant): Outcome | null {
  if (!isLive(grant) || isOut(model, grant)) return refused('already-ended', grantTold(model, grant))
  if (
    command.do === 'extend' &&
    command.extension !== openUnder(model, grant.key)?.key &&
    command.extension
  ) {
    const extension = model.extensions.find(one => one.key === command.extension)
    if (extension?.grant !== grant.key) return refused('not-found')
    return refused('already-decided', extensionTold(model, extension, grant))
  }
  if (command.do === 'extend' && command.extra === 'asked' && !command.extension) return refused('not-found')
  const { endsAt, scope } = grant.shown
  if (endsAt !== grant.endsAt || !isSame(scope, grant.scope)) {
    const [state] = grantTold(model, grant).split(' by ')
    return refused('changed-meanwhile', grant.termsMover ? `${state} by ${grant.termsMover}` : state)
  }
  return grant.byProvider ? refused('set-by-provider') : null
}

const isSame = (one: Scope, other: Scope) => isWithin(one, other) && isWithin(other, one)

export function changeTerms(model: Model, command: OnTerms, trace: Trace): Outcome {
  const grant = model.grants.find(one => one.key === command.grant)
  if (!grant || !approvers.includes(command.by)) return refused('not-found')
  const hindrance = hindered(model, command, grant)
  if (hindrance) return hindrance
  const open = openUnder(model, grant.key)
  const moved = { extend: extended, shorten: shortened, trim: trimmed }[command.do] as (
    model: Model,
    command: OnTerms,
    grant: ModelGrant,
  ) => string | null
  const refusal = moved(model, command, grant)
  if (refusal) return refused(refusal)
  begin(model, grant, trace)
  grant.termsMover = command.by
  if (command.do !== 'trim') grant.reminded = [...remindersDue(model, grant)]
  const answers = command.do === 'extend' ? open : undefined
  if (answers) {
    Object.assign(answers, { state: 'granted', mover: command.by })
    trace.event('account', 'extension.granted', answers.key, 'pending', 'granted')
  }
  const past = { extend: 'extended', shorten: 'shortened', trim: 'trimmed' }[command.do]
  trace.event('account', `grant.${past}`, grant.key, null, '')
  fitHandedOn(model, grant, trace)
  const firm = peopleOf(model, grant)
  const asker = answers ? firmPeople(model, grant.firm, answers.by) : []
  trace.write(`grant-${past}`, [...firm, ...asker], command.by)
  trace.write(`grant-${past}`, approvers, command.by)
  return trace.done()
}

function extended(model: Model, command: Extending, grant: ModelGrant): string | null {
  if (grant.endsAt === never) return 'no-end'
  const asked = openUnder(model, grant.key)?.askedEnd ?? never
  const to = command.extra === 'asked' ? asked : extraEnd(model, grant, command.extra)
  if (to <= grant.endsAt) return 'not-later'
  grant.endsAt = to
  review(model, grant)
  return null
}

function shortened(model: Model, { hours }: Shortening, grant: ModelGrant): string | null {
  const from = Math.max(model.now, grant.startsAt)
  const to = hours === 'past' ? -1 : from + hours
  if (to <= from) return 'ends-in-the-past'
  if (to >= grant.endsAt) return 'not-earlier'
  grant.endsAt = to
  review(model, grant)
  return null
}

function trimmed(model: Model, { scope }: Trimming, grant: ModelGrant): string | null {
  if (!isWithin(scope, grant.scope) || isWithin(grant.scope, scope)) return 'not-less'
  grant.scope = scope
  if (isDue(model, grant)) review(model, grant)
  return null
}

const isDue = (model: Model, grant: ModelGrant) => grant.reviewAt !== null && grant.reviewAt <= model.now

/** The next review of what has no end, and none of what has one. */
function review(model: Model, grant: ModelGrant): void {
  grant.reviewAt = grant.endsAt === never ? model.now + halfAYearFrom(0) : null
  grant.reviewTold = 0
}

export function keep(model: Model, command: Reviewing, trace: Trace): Outcome {
  const grant = model.grants.find(one => one.key === command.grant)
  if (!approvers.includes(command.by)) return refused('not-found')
  if (!grant || !isLive(grant) || isOut(model, grant) || !isDue(model, grant)) return trace.done('0')
  begin(model, grant, trace)
  review(model, grant)
  grant.termsMover = command.by
  trace.event('account', 'grant.reviewed', grant.key, null, '')
  return trace.done('1')
}
