import type pg from 'pg'
import type { Carrier, CarrierAnswer } from '#lib/carrier/carrier.ts'
import { pauseBefore } from '#lib/sending.ts'
import {
  giveUp,
  type Leased,
  leaseDue,
  leasedDocument,
  markAgain,
  markFailed,
  markTaken,
  type Outbox,
  outboxes,
  waitingThings,
} from './outbox.ts'

export interface CarrierRelayTools {
  /** Null where none is connected: then nothing is sent, and what waits too long fails. */
  readonly carrier: Carrier | null
  /** Is told of every try that failed, without what was sent. */
  readonly onFault?: (fault: string, id: string) => void
  readonly from?: pg.Pool
}

export interface CarriedCounts {
  /** What the carrier took. */
  readonly carried: number
  /** What it refused, or what waited too long. */
  readonly notCarried: number
  /** Tries that failed and will be repeated. */
  readonly carriedLater: number
  readonly waitingForCarrier: number
  /** Seconds that the oldest of them has waited. */
  readonly oldestForCarrier: number
}

/** Text messages may be many; a fax brings ten megabytes. */
const batchOf: Record<Outbox, number> = { sms_message: 10, fax: 2 }

/** Nothing is handed over for longer than this after the beginning, so that a route of 60 seconds sees its end. Milliseconds. */
const longest = 55_000

/**
 * Hands over what is due until nothing is, or `budget` milliseconds are over. Safe at once on any number of servers, and after
 * kill -9 at any point: what may have gone out goes out again under the same key only. Sending happens outside any
 * transaction, and one thing that can't be carried keeps no other from its way: messages and faxes go side by side.
 */
export async function carryWaiting(tools: CarrierRelayTools, budget: number): Promise<CarriedCounts> {
  const begun = performance.now()
  const times = { end: begun + budget, last: begun + longest }
  const counts: Counts = { carried: 0, notCarried: 0, carriedLater: 0 }
  const all = await Promise.allSettled(outboxes.map(table => carryFrom(table, tools, times, counts)))
  for (const one of all) if (one.status === 'rejected') throw one.reason
  const { waiting, oldest } = await waitingThings(tools.from)
  return { ...counts, waitingForCarrier: waiting, oldestForCarrier: oldest }
}

type Counted = 'carried' | 'notCarried' | 'carriedLater'
type Counts = Record<Counted, number>

/** Moments of this process: after `end` nothing is taken up, after `last` nothing is waited for. */
interface Times {
  readonly end: number
  readonly last: number
}

async function carryFrom(
  table: Outbox,
  tools: CarrierRelayTools,
  { end, last }: Times,
  counts: Counts,
): Promise<void> {
  const givenUp = await giveUp(table, tools.from)
  counts.notCarried += givenUp
  while (tools.carrier && performance.now() < end) {
    const batch = await leaseDue(table, batchOf[table], tools.from)
    if (batch.length === 0) return
    const outcomes = await Promise.all(batch.map(one => carriedOrHeld(tools, table, one, last)))
    for (const outcome of outcomes) if (outcome) counts[outcome] += 1
  }
}

/** What could not be marked is still leased, and goes again under the same key when the lease is over. */
async function carriedOrHeld(
  tools: CarrierRelayTools,
  table: Outbox,
  one: Leased,
  last: number,
): Promise<Counted | null> {
  try {
    return await carryOne(tools, table, one, last)
  } catch (fault) {
    tools.onFault?.(fault instanceof Error ? fault.name : 'unknown', one.id)
    return 'carriedLater'
  }
}

async function carryOne(
  tools: CarrierRelayTools,
  table: Outbox,
  one: Leased,
  last: number,
): Promise<Counted | null> {
  const answer = await handedOver(tools, table, one, last)
  switch (answer?.kind) {
    case 'taken':
      await markTaken(table, one.id, answer.reference, tools.from)
      return 'carried'
    case 'refused':
      await markFailed(table, one.id, answer.reason, tools.from)
      return 'notCarried'
    case 'again':
      tools.onFault?.(answer.fault, one.id)
      await markAgain(table, one, answer.milliseconds ?? pauseBefore(one.attempt), tools.from)
      return 'carriedLater'
    case undefined:
      return null
  }
}

/** The carrier's answer; null where somebody else holds it by now. */
async function handedOver(
  { carrier, from }: CarrierRelayTools,
  table: Outbox,
  one: Leased,
  last: number,
): Promise<CarrierAnswer | null> {
  if (!carrier) return null
  const { attempt: _, text, pages, ...way } = one
  if (table === 'sms_message') return carrier.sendText({ ...way, text: text ?? '' }, last - performance.now())
  const document = await leasedDocument(one, from)
  return document && carrier.sendFax({ ...way, pages, document }, last - performance.now())
}
