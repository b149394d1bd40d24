import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { after } from 'next/server'
import { wasSent } from '#db/carrier/outbox.ts'
import { type CarriedCounts, type CarrierRelayTools, carryWaiting } from '#db/carrier/relay.ts'
import { takeMessage } from '#db/carrier/take.ts'
import type { Carrier } from '#lib/carrier/carrier.ts'
import { httpCarrier } from '#lib/carrier/http.ts'
import { loopbackCarrier } from '#lib/carrier/loopback.ts'
import { readMessage } from '#lib/carrier/message.ts'
import { environment } from '#lib/env.ts'
import { log } from './log.ts'

let connected: Carrier | null | undefined

/** The carrier of this deployment, or the demo's own; null where none is connected: then nothing can be sent. */
function carrier(): Carrier | null {
  if (connected !== undefined) return connected
  const { CARRIER_URL, CARRIER_KEY, LATCHKEY_DEMO } = environment()
  if (CARRIER_URL && CARRIER_KEY) connected = httpCarrier({ url: CARRIER_URL, key: CARRIER_KEY })
  else connected = LATCHKEY_DEMO ? loopbackCarrier(tellLater) : null
  return connected
}

/** Whether anything can be sent at all. */
export function sendingIsConnected(): boolean {
  return carrier() !== null
}

/**
 * What the demo's own carrier tells, as if it came by the webhook. What it tells about may be gone by then, with the whole demo
 * set back: then nobody answers what was never written.
 */
function tellLater(events: readonly unknown[], { id, wait }: { id: string; wait: number }): void {
  // At the edge nothing goes on behind a request that it has not been told of.
  after(async () => {
    await pause(wait, undefined, { ref: false })
    try {
      if (await wasSent(id)) await takeMessage(readMessage(JSON.stringify({ events })) ?? [])
    } catch (error) {
      log.error({ err: error }, 'the demo’s carrier was not heard')
    }
  })
}

const tools = (): CarrierRelayTools => ({
  carrier: carrier(),
  onFault: (fault, id) => log.warn({ fault, id }, 'the carrier did not take it; it is tried again'),
})

/** How long things may be handed over after one answer; what is left is the cron route's. */
const afterAnswer = 20_000

/** Hands over what has just been written, for `after()` behind an answer: nobody waits for it, and it never throws. */
export async function carrySoon(): Promise<void> {
  try {
    await carryWaiting(tools(), afterAnswer)
  } catch (error) {
    log.error({ err: error }, 'nothing could be handed to the carrier; it waits for the cron route')
  }
}

/** Hands over what waits for the carrier, for at most `budget` milliseconds: the cron route's part. */
export function carryFor(budget: number): Promise<CarriedCounts> {
  return carryWaiting(tools(), budget)
}
