import { demoSender } from '#db/mail/demo-sender.ts'
import { type RelayCounts, type RelayTools, relay } from '#db/mail/relay.ts'
import { environment, originOf } from '#lib/env.ts'
import { renderLetter } from '#lib/mail/render.tsx'
import { resendSender } from '#lib/mail/resend.ts'
import { log } from './log.ts'

/** How long letters may be taken up after one answer; what is left is the next one's, or the cron route's. */
const afterAnswer = 20_000

/** The demo's own mailbox needs no sparing. */
const demoRate = 100

let tools: RelayTools | undefined

function relayTools(): RelayTools {
  tools ??= makeTools()
  return tools
}

function makeTools(): RelayTools {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_RATE, AUTH_SECRET, LATCHKEY_DEMO } = environment()
  const shared = { render: renderLetter, originOf: (host: string) => originOf(host), secret: AUTH_SECRET }
  if (RESEND_API_KEY) {
    return { ...shared, sender: resendSender(RESEND_API_KEY, RESEND_BASE_URL), rate: MAIL_RATE }
  }
  if (LATCHKEY_DEMO) return { ...shared, sender: demoSender(), rate: demoRate }
  throw new Error('no letter can leave: RESEND_API_KEY is not set')
}

/** Since when one of these takes up letters, in milliseconds of the process's clock; a platform may have ended it since. */
let leasingSince: number | null = null
let isCalledAgain = false

/**
 * Sends what has just been written, for `after()` behind an answer: nobody waits for it, and it never throws. One of
 * these at a time takes up letters in a process; a letter that hangs holds up no later one.
 */
export async function relaySoon(): Promise<void> {
  if (leasingSince !== null && performance.now() - leasingSince < afterAnswer) {
    isCalledAgain = true
    return
  }
  const began = performance.now()
  leasingSince = began
  const runs: Promise<void>[] = []
  do {
    isCalledAgain = false
    await new Promise<void>(idle => {
      runs.push(quietly(idle).finally(idle))
    })
  } while (isCalledAgain && performance.now() - began < afterAnswer)
  if (leasingSince === began) leasingSince = null
  await Promise.all(runs)
}

async function quietly(onIdle: () => void): Promise<void> {
  try {
    report(await relay(relayTools(), afterAnswer, onIdle))
  } catch (error) {
    log.error({ err: error }, 'letters could not be sent; they wait for the cron route')
  }
}

/** Sends what the outbox holds, for at most `budget` milliseconds: the cron route's part. */
export async function relayFor(budget: number): Promise<RelayCounts> {
  return report(await relay(relayTools(), budget))
}

function report(counts: RelayCounts): RelayCounts {
  if (counts.failed > 0) log.error(counts, 'letters were given up: see their rows for the reason')
  return counts
}
