import { z } from 'zod'
import type { ReadAnswer, SendAnswer } from './adapter.ts'

// The shape of the answers themselves; what stands in them is read thing by thing (items.ts).

/** More things on one page than this are refused with it: a page is what one short transaction takes in. */
export const mostItems = 500

const page = z.object({
  items: z.array(z.unknown()).max(mostItems),
  next: z.string().min(1).max(2_000).nullish(),
})

export function readPage(body: unknown): ReadAnswer {
  const parsed = page.safeParse(body)
  if (!parsed.success) return { kind: 'trouble', trouble: 'garbage' }
  return { kind: 'page', items: parsed.data.items, next: parsed.data.next ?? null }
}

const settled = z.discriminatedUnion('status', [
  z.object({ status: z.literal('confirmed') }),
  z.object({ status: z.literal('taken') }),
  z.object({ status: z.literal('refused'), reason: z.string() }),
])

/** The statuses that go with an answer: a refusal is one, not a fault of the connection. */
const statuses: readonly number[] = [200, 202, 409, 422]

/** What became of a change; null where the status is none that says so. */
export function readSettled(status: number, body: unknown): SendAnswer | null {
  if (!statuses.includes(status)) return null
  const parsed = settled.safeParse(body)
  if (!parsed.success) return { kind: 'trouble', trouble: 'garbage' }
  return parsed.data.status === 'refused'
    ? { kind: 'refused', reason: plainLine(parsed.data.reason) }
    : { kind: parsed.data.status }
}

/** Words of theirs as one line that can be shown: nothing unseen in it, and not too long. */
function plainLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
