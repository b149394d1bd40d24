import 'server-only'
import { notFound } from 'next/navigation'
import { currentBrand } from '#app/_server/brand.ts'
import { readingAs } from '#app/_server/session.ts'
import type { Tx } from '#db/client.ts'
import { environment } from '#lib/env.ts'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Reads from this provider's mailbox. Outside the demo there is none: 404. */
export async function readingMailbox<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!environment().LATCHKEY_DEMO) notFound()
  return readingAs(await currentBrand(), work)
}

/** An id from an address, or null where it is none. */
export function idIn(text: unknown): string | null {
  return typeof text === 'string' && uuid.test(text) ? text : null
}
