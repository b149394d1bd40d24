import type { OnDesignation } from './designation-commands.ts'
import {
  approvers,
  firmPeople,
  grantTold,
  isLive,
  isOut,
  type Model,
  type ModelAsk,
  type ModelGrant,
  newGrant,
  type Outcome,
  platform,
  refused,
  type Trace,
} from './model.ts'

type Designating = Extract<OnDesignation, { do: 'designate' }>
type AskingToEnd = Extract<OnDesignation, { do: 'ask-to-end' }>
export type Answering = Extract<OnDesignation, { do: 'answer-ask' }>

const dayHours = 24

/** Sets Brightline IT; it hangs on the relationship that is in force. */
export function designate(model: Model, { key, duration }: Designating, trace: Trace): Outcome {
  const endsAt = typeof duration === 'number' ? { endsAt: model.now + duration } : {}
  model.grants.push(
    newGrant(model, key, { byProvider: true, underRelationship: model.relationship, ...endsAt }),
  )
  trace.event('provider', 'grant.designated', key, null, 'active')
  trace.write('partner-designated', [...firmPeople(model, 'brightline-it', null), ...approvers])
  return trace.done()
}

export function askToEnd(model: Model, { key, by, grant: of }: AskingToEnd, trace: Trace): Outcome {
  const grant = model.grants.find(one => one.key === of)
  if (!grant || !approvers.includes(by)) return refused('not-found')
  if (!grant.byProvider) return refused('yours-to-end')
  if (!isLive(grant) || isOut(model, grant)) return refused('over', grantTold(model, grant))
  const asks = model.asks.filter(one => one.grant === of)
  const waiting = asks.find(one => one.state === 'waiting')
  if (waiting) return refused('already-asked', `waiting by ${waiting.by}`)
  const kept = asks.findLast(one => one.state === 'kept')?.answeredAt ?? null
  if (kept !== null && model.now < kept + dayHours) return refused('kept-recently')
  model.asks.push({ key, grant: of, by, state: 'waiting', mover: null, answeredAt: null })
  trace.event('account', 'designation-ask.sent', key, null, 'waiting')
  return trace.done()
}

/** What answering comes to, as far as the ask is concerned: its grant, if that ends by it. */
export function answerAsk(
  model: Model,
  { ask: of, says }: Answering,
  trace: Trace,
): Outcome | { readonly ends: ModelGrant } {
  const ask = model.asks.find(one => one.key === of)
  const grant = model.grants.find(one => one.key === ask?.grant)
  if (!ask || !grant) return refused('not-found')
  if (ask.state === 'lapsed') return refused('lapsed', ask.mover ? `lapsed by ${ask.mover}` : 'lapsed')
  if (ask.state !== 'waiting') return refused('already-answered', `${ask.state} by ${ask.mover}`)
  if (isOut(model, grant)) return refused('lapsed', 'lapsed')
  answered(model, ask, says === 'end' ? 'ended' : 'kept')
  const action = says === 'end' ? 'designation-ask.granted' : 'designation-ask.kept'
  trace.event('provider', action, ask.key, 'waiting', ask.state)
  if (says === 'end') return { ends: grant }
  trace.write('designation-kept', approvers)
  return trace.done()
}

function answered(model: Model, ask: ModelAsk, state: string, by: string | null = platform): void {
  Object.assign(ask, { state, mover: by, answeredAt: model.now })
}

/** With its grant an ask lapses, by whoever ended that; by nobody where the clock did. */
export function lapseAsk(
  model: Model,
  grant: ModelGrant,
  kind: string,
  by: string | null,
  trace: Trace,
): void {
  const ask = model.asks.find(one => one.grant === grant.key && one.state === 'waiting')
  if (!ask) return
  answered(model, ask, 'lapsed', by)
  trace.event(kind, 'designation-ask.lapsed', ask.key, 'waiting', 'lapsed')
}
