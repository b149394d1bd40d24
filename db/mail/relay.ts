import { setTimeout as sleep } from 'node:timers/promises'
import { backOff, giveUp } from '#lib/mail/delivery.ts'
import type { Outgoing, Sender, SendOutcome } from '#lib/mail/sender.ts'
import { type Prepared, prepare, type WritingTools } from './batch.ts'
import {
  bookMoments,
  leaseDue,
  leaseSeconds,
  markAgain,
  markDropped,
  markFailed,
  markSent,
  pauseAll,
} from './outbox.ts'
import { type Waiting, waitingLetters } from './waiting.ts'

export interface RelayTools extends WritingTools {
  readonly sender: Sender
  /** Letters a second, over all servers together. */
  readonly rate: number
  readonly timeout?: number
  readonly random?: () => number
}

interface Counts {
  sent: number
  dropped: number
  /** Tries that failed and will be repeated. */
  again: number
  /** Letters given up: somebody has to look. */
  failed: number
}

export type RelayCounts = Readonly<Counts> & Waiting

const sendTimeout = 10_000
const mostInFlight = 40

/**
 * Sends what is due until nothing is, or `budget` milliseconds are over. Safe at once on any number of servers, and
 * after kill -9 at any point: nothing is lost, and what may have gone out goes out again under the same key only.
 * Sending happens outside any transaction, and no letter waits for another one's answer. `onIdle` is called when
 * nothing more is taken up, while the last answers may still be awaited.
 */
export async function relay(tools: RelayTools, budget: number, onIdle?: () => void): Promise<RelayCounts> {
  const end = performance.now() + budget
  const run: Run = { tools, counts: { sent: 0, dropped: 0, again: 0, failed: 0 }, pausedUntil: 0 }
  const faults: unknown[] = []
  const inFlight = new Set<Promise<void>>()
  const most = Math.max(1, Math.min(mostInFlight / 2, Math.floor(tools.rate)))
  const start = (going: Promise<void>) => {
    const watched = going.catch(fault => void faults.push(fault)).finally(() => inFlight.delete(watched))
    inFlight.add(watched)
  }
  while (performance.now() < end && faults.length === 0) {
    while (inFlight.size + most > mostInFlight) await Promise.race(inFlight)
    try {
      const batch = await startBatch(run, most, start)
      if (!batch.more || batch.next >= end) break
      await sleep(Math.max(0, batch.next - performance.now()))
    } catch (fault) {
      faults.push(fault)
    }
  }
  onIdle?.()
  await Promise.all(inFlight)
  if (faults.length > 0) throw faults[0]
  return { ...run.counts, ...(await waitingLetters(tools.from)) }
}

/** One relay at work. */
interface Run {
  readonly tools: RelayTools
  readonly counts: Counts
  /** When a pause that the mail service asked for ends, on this process's own clock. */
  pausedUntil: number
}

/** Leases and prepares a batch, books a moment for each letter of it, and sets it going. */
async function startBatch(
  run: Run,
  most: number,
  start: (going: Promise<void>) => void,
): Promise<{ more: boolean; next: number }> {
  const { rate, from } = run.tools
  const leasedAt = performance.now()
  const lease = await leaseDue(most, from)
  if (lease.letters.length === 0) return { more: lease.more, next: performance.now() + lease.wait }
  const prepared = await prepare(run.tools, lease.letters)
  const sends = prepared.filter(one => one.next.kind === 'send')
  const wait = sends.length > 0 ? await bookMoments(sends.length, rate, from) : 0
  const first = performance.now() + wait
  for (const one of prepared) {
    const moment = first + (sends.indexOf(one) * 1000) / rate
    start(goOn(run, one, { moment, leasedAt }))
  }
  return { more: lease.more, next: first + (sends.length * 1000) / rate }
}

interface Moments {
  readonly moment: number
  readonly leasedAt: number
}

async function goOn(run: Run, prepared: Prepared, moments: Moments): Promise<void> {
  const { letter, next } = prepared
  switch (next.kind) {
    case 'drop':
      await markDropped(letter, next.reason, run.tools.from)
      run.counts.dropped++
      return
    case 'give-up':
      return failed(run, prepared, next.reason)
    case 'fault':
      return tryAgain(run, prepared, next.fault)
    case 'send':
      await settle(run, prepared, await sendAt(run, next.outgoing, moments))
  }
}

/** Waits for the letter's moment and sends it, unless the lease has grown too old to be sure of it (null). */
async function sendAt(run: Run, outgoing: Outgoing, at: Moments): Promise<SendOutcome | null> {
  const rest = at.moment - performance.now()
  if (rest > 0) await sleep(rest)
  const { sender, timeout = sendTimeout } = run.tools
  const pause = run.pausedUntil - performance.now()
  if (pause > 0)
    return { kind: 'pause', milliseconds: pause, reason: 'the mail service had asked for a pause' }
  if (performance.now() + timeout > at.leasedAt + leaseSeconds * 1000) return null
  const signal = AbortSignal.timeout(timeout)
  const late = new Promise<SendOutcome>(resolve => {
    signal.addEventListener('abort', () => resolve({ kind: 'failed', reason: 'no answer in time' }), {
      once: true,
    })
  })
  try {
    return await Promise.race([sender.send(outgoing, signal), late])
  } catch (fault) {
    return { kind: 'failed', reason: messageOf(fault) }
  }
}

async function settle(run: Run, prepared: Prepared, outcome: SendOutcome | null): Promise<void> {
  const { letter } = prepared
  const { from } = run.tools
  switch (outcome?.kind) {
    case 'accepted':
      await markSent(letter.id, outcome.mailServiceId, from)
      run.counts.sent++
      return
    case 'pause': {
      const { milliseconds, reason } = outcome
      run.pausedUntil = Math.max(run.pausedUntil, performance.now() + milliseconds)
      await pauseAll(milliseconds, from)
      await markAgain(letter, { milliseconds, reason, counts: false }, from)
      run.counts.again++
      return
    }
    case 'refused':
      return failed(run, prepared, outcome.reason)
    case 'failed':
      return tryAgain(run, prepared, outcome.reason)
    case undefined:
      return
  }
}

async function tryAgain(run: Run, prepared: Prepared, fault: unknown): Promise<void> {
  const { letter, tried } = prepared
  const { random = Math.random, from } = run.tools
  const reason = giveUp(letter.attempt, tried.firstAttemptAt, tried.now)
  if (reason) return failed(run, prepared, `${reason}; ${messageOf(fault)}`)
  const milliseconds = backOff(letter.attempt, random())
  await markAgain(letter, { milliseconds, reason: messageOf(fault), counts: true }, from)
  run.counts.again++
}

async function failed(run: Run, { letter }: Prepared, reason: string): Promise<void> {
  await markFailed(letter, reason, run.tools.from)
  run.counts.failed++
}

function messageOf(fault: unknown): string {
  return (fault instanceof Error ? fault.message : String(fault)).slice(0, 500)
}
