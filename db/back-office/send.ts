import type pg from 'pg'
import { type BackOffice, troubleCode } from '#lib/back-office/adapter.ts'
import { mostAttempts, waitAfter } from '#lib/back-office/change.ts'
import { type LeasedChange, leaseChanges, tryLater } from './outbox.ts'
import { settle } from './settle.ts'

export interface SendTools {
  readonly backOffice: BackOffice
  readonly random?: () => number
  /** Is told where what came of a change could not be written down: it goes out again once its lease is over. */
  readonly onFault?: (fault: unknown, id: string) => void
  readonly from?: pg.Pool
}

export interface SentCounts {
  readonly changesConfirmed: number
  readonly changesRefused: number
  /** Tried again later. */
  readonly changesWaiting: number
  /** Given up: somebody has to look. */
  readonly changesSetAside: number
}

const atOnce = 10

/**
 * Sends what changes wait, until none is due or `budget` milliseconds are over. Safe on any number of servers at once and
 * after kill -9: a change that may have gone out goes out again under its own id. Nothing is asked within a transaction, and
 * one whose outcome can't be written down keeps no other from being counted.
 */
export async function sendChanges(tools: SendTools, budget: number): Promise<SentCounts> {
  const end = performance.now() + budget
  const counts = { changesConfirmed: 0, changesRefused: 0, changesWaiting: 0, changesSetAside: 0 }
  while (performance.now() < end) {
    const leased = await leaseChanges(atOnce, tools.from)
    if (leased.length === 0) break
    const outcomes = await Promise.allSettled(leased.map(one => sendOne(tools, one)))
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') tools.onFault?.(outcome.reason, leased[at]?.id ?? '')
      counts[outcome.status === 'fulfilled' ? outcome.value : 'changesWaiting'] += 1
    }
  }
  return counts
}

async function sendOne(tools: SendTools, change: LeasedChange): Promise<keyof SentCounts> {
  const { id, kind, key, provider, account } = change
  const set = Object.fromEntries(Object.entries(change.changes).map(([field, [, is]]) => [field, is]))
  const answer = await tools.backOffice.send({ provider, account }, { id, kind, key, set })
  if (answer.kind === 'confirmed') {
    await settle(change, { state: 'confirmed' }, tools.from)
    return 'changesConfirmed'
  }
  if (answer.kind === 'refused') {
    await settle(change, { state: 'refused', reason: answer.reason }, tools.from)
    return 'changesRefused'
  }
  const trouble = answer.kind === 'trouble' ? answer : null
  const lastError = trouble ? troubleCode(trouble) : ''
  if (change.attempt >= mostAttempts) {
    await settle(change, { state: 'set-aside', lastError: lastError || 'taken' }, tools.from)
    return 'changesSetAside'
  }
  const wait = waitAfter(change.attempt, (tools.random ?? Math.random)(), trouble?.wait)
  await tryLater(change, wait, { taken: trouble === null, lastError }, tools.from)
  return 'changesWaiting'
}
