import { demoBackOffice } from '#db/back-office/demo.ts'
import { beginNightly } from '#db/back-office/run.ts'
import { type SentCounts, sendChanges } from '#db/back-office/send.ts'
import { runSyncs } from '#db/back-office/sync.ts'
import type { BackOffice, InTrouble } from '#lib/back-office/adapter.ts'
import { httpBackOffice } from '#lib/back-office/http.ts'
import type { Trouble } from '#lib/back-office/run.ts'
import { environment } from '#lib/env.ts'
import { log } from './log.ts'

/** How long behind an answer something is pulled, in milliseconds: an edge runtime gives 30 seconds. What is left is the cron route's. */
const afterAnswer = 20_000

/** So that somebody who looks at the demo sees it work. Milliseconds a page. */
const demoPace = 400

let made: BackOffice | null | undefined

/** The provider's systems: where BACKOFFICE_URL says, in the demo its own; null where nothing is connected. */
export function backOffice(): BackOffice | null {
  made ??= make()
  return made
}

function make(): BackOffice | null {
  const { BACKOFFICE_URL: url, BACKOFFICE_KEY: key, LATCHKEY_DEMO } = environment()
  if (url && key) return httpBackOffice({ url, key })
  return LATCHKEY_DEMO ? demoBackOffice({ pace: demoPace }) : null
}

/** Sends what was just changed and pulls what was just asked for, for `after()` behind an answer. It never throws. */
export async function backOfficeSoon(): Promise<void> {
  const connected = backOffice()
  if (!connected) return
  try {
    await Promise.all([
      sendChanges({ backOffice: connected, onFault }, afterAnswer).then(told),
      runSyncs({ backOffice: connected, onTrouble }, afterAnswer),
    ])
  } catch (error) {
    log.error({ err: error }, 'the back office’s part failed; what is left waits for the cron route')
  }
}

/**
 * The cron route's part, for at most `budget` milliseconds: changes go out, the night's pulls are begun, and whatever pull
 * nobody holds is gone on with. Nothing where no back office is connected.
 */
export async function backOfficeFor(
  budget: number,
): Promise<(SentCounts & { readonly synced: number; readonly nightly: number }) | Record<never, never>> {
  const connected = backOffice()
  if (!connected) return {}
  const end = performance.now() + budget
  const nightly = await beginNightly()
  const left = end - performance.now()
  const [sent, pulled] = await Promise.all([
    sendChanges({ backOffice: connected, onFault }, left).then(told),
    runSyncs({ backOffice: connected, onTrouble }, left),
  ])
  return { ...sent, ...pulled, nightly }
}

/** What its owner has to put right, where a pull stopped for that. */
const settingOf: Partial<Record<Trouble, string>> = {
  'wrong-key': 'BACKOFFICE_KEY',
  redirected: 'BACKOFFICE_URL',
}

function onTrouble({ trouble, status }: InTrouble, run: string): void {
  log.warn({ trouble, status, setting: settingOf[trouble], run }, 'a pull stopped')
}

function onFault(fault: unknown, id: string): void {
  log.error({ err: fault, id }, 'what became of a change could not be written down; it goes out again')
}

function told(counts: SentCounts): SentCounts {
  if (counts.changesSetAside > 0)
    log.error(counts, 'changes were given up that the back office could not take: see their rows')
  return counts
}
