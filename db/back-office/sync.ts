import type pg from 'pg'
import { answersWithin, type BackOffice, type InTrouble, troubleCode } from '#lib/back-office/adapter.ts'
import { type PulledKind, pulledKinds, readItem } from '#lib/back-office/items.ts'
import { goneOf } from '#lib/back-office/merge.ts'
import { mostPages } from '#lib/back-office/run.ts'
import { type Tx, writing } from '../client.ts'
import { endRun } from './end-run.ts'
import { storedKind } from './kinds.ts'
import { heldKeys, keysThere, takeAway, takePage } from './place.ts'
import { holdRun, isHeld, type LeasedRun, leaseRun, noteProgress, releaseRun } from './run.ts'

export interface SyncTools {
  readonly backOffice: BackOffice
  /** Is told what stopped a run: whoever runs the portal may have to put a setting right. */
  readonly onTrouble?: (trouble: InTrouble, runId: string) => void
  readonly from?: pg.Pool
}

/**
 * Goes on with whatever runs wait, until none does or `budget` milliseconds are over; gives how many were brought to their
 * end. A run that is not through by then is let go of between two pages, and whoever comes next goes on behind the last; the
 * page that is being asked for by then has the time of one answer more.
 * Nothing is asked of the provider's systems within a transaction, and each page is one of its own.
 */
export async function runSyncs(tools: SyncTools, budget: number): Promise<{ readonly synced: number }> {
  const end = performance.now() + budget
  let synced = 0
  while (performance.now() < end) {
    const run = await leaseRun(tools.from)
    if (!run) break
    if (await pullOrEnd(tools, run, end)) synced += 1
  }
  return { synced }
}

/** A fault of the portal itself ends the run, too, or it would come back for ever; whoever called hears of it. */
async function pullOrEnd(tools: SyncTools, run: LeasedRun, end: number): Promise<boolean> {
  try {
    return await pull(tools, run, end)
  } catch (fault) {
    await endRun(run, 'portal', tools.from)
    throw fault
  }
}

/** Where a run is: these change from page to page. */
interface Position {
  kind: PulledKind
  cursor: string | null
  seen: Set<string>
  unread: number
  pages: number
}

/** True once the run has ended, by this server. */
async function pull(tools: SyncTools, run: LeasedRun, end: number): Promise<boolean> {
  const at: Position = {
    kind: pulledKinds.find(kind => kind === run.kind) ?? pulledKinds[0],
    cursor: run.cursor,
    seen: new Set(run.seen),
    unread: run.unread,
    pages: run.page,
  }
  for (;;) {
    const askedAt = await holdRun(run, tools.from)
    if (!askedAt) return false
    if (performance.now() >= end) {
      await releaseRun(run, tools.from)
      return false
    }
    const answer = await readOnce(tools.backOffice, run, at, end)
    if (answer.kind === 'trouble') {
      tools.onTrouble?.(answer, run.id)
      return endRun(run, troubleCode(answer), tools.from)
    }
    const { items, next } = answer
    const taken = await inAccount(tools, run, tx => page(tx, run, at, { items, next, askedAt }))
    if (!taken) return false
    if (next !== null) {
      at.cursor = next
      at.pages += 1
      continue
    }
    const following = pulledKinds[pulledKinds.indexOf(at.kind) + 1]
    if (!following) return endRun(run, '', tools.from)
    Object.assign(at, { kind: following, cursor: null, seen: new Set(), unread: 0, pages: 0 })
  }
}

/** Reads a page: one try has its full time, and others what is left beside it. */
async function readOnce(backOffice: BackOffice, run: LeasedRun, at: Position, end: number) {
  if (at.pages >= mostPages) return circle
  const within = Math.max(0, end - performance.now()) + answersWithin
  const whose = { provider: run.provider, account: run.account }
  const answer = await backOffice.read(whose, at.kind, at.cursor, within)
  return answer.kind === 'page' && answer.next !== null && answer.next === at.cursor ? circle : answer
}

/** A page that leads to itself. */
const circle: InTrouble = { kind: 'trouble', trouble: 'garbage' }

function inAccount(tools: SyncTools, run: LeasedRun, work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  return writing({ role: 'app', providerId: run.providerId, lock: run.accountId }, work, tools.from)
}

interface Page {
  readonly items: readonly unknown[]
  readonly next: string | null
  readonly askedAt: Date
}

/** Takes one page in, and after the last one takes away what did not come; false, and nothing is, where another server has the run. */
async function page(tx: Tx, run: LeasedRun, at: Position, { items, next, askedAt }: Page): Promise<boolean> {
  if (!(await isHeld(tx, run))) return false
  const { kind } = at
  const read = items.map(item => readItem(kind, item))
  const taken = await takePage(tx, run, { kind, items: read, seen: at.seen, askedAt })
  for (const key of taken.came) at.seen.add(key)
  at.unread += taken.unread
  const place = { kind, page: at.pages + 1 }
  const note = {
    countedKind: kind,
    counted: taken.counts,
    faults: taken.refused.map(one => ({ ...place, ...one })),
    told: taken.names.map(one => ({ kind, ...one })),
  }
  if (next !== null)
    return noteProgress(tx, run, {
      ...note,
      kind,
      cursor: next,
      page: at.pages + 1,
      seen: [...at.seen],
      unread: at.unread,
    })
  const gone = await takeAwayGone(tx, run, at)
  const counted = { ...note.counted, gone: gone.names.length }
  const following = pulledKinds[pulledKinds.indexOf(kind) + 1] ?? ''
  const faults = gone.stopped
    ? [...note.faults, { kind, page: 0, row: 0, key: null, field: '', code: `kept-${gone.stopped}` }]
    : note.faults
  const told = [...note.told, ...gone.names.map(name => ({ kind, name, did: 'gone' }))]
  return noteProgress(tx, run, {
    ...note,
    counted,
    faults,
    told,
    kind: following,
    cursor: null,
    page: 0,
    seen: [],
    unread: 0,
  })
}

/** What was confirmed since the run began may have come too late for the pages before the last. */
async function takeAwayGone(tx: Tx, run: LeasedRun, at: Position) {
  if (!storedKind(at.kind).goes) return { names: [], stopped: null }
  const there = await keysThere(tx, run, at.kind)
  const held = await heldKeys(tx, run, at.kind, run.beganAt)
  const { gone, stopped } = goneOf(there, { seen: at.seen, held, unread: at.unread })
  return { names: await takeAway(tx, run, at.kind, gone), stopped }
}
