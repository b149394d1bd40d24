import { createHash } from 'node:crypto'
import type { CarrierReason, ToldState } from '#lib/sending.ts'
import type { Carrier, CarrierAnswer, Outgoing, OutgoingFax, OutgoingText } from './carrier.ts'

// The demo's own carrier: nothing leaves the process. Everything is delivered after a moment and text messages are answered,
// but for numbers with certain last digits, so that every state can be seen.

/** The last digits that mean something, and what becomes of what is sent there. */
const endings = {
  '00': { refused: 'no-such-number' },
  '01': { failed: 'unreachable' },
  '02': { silent: true },
  '03': { later: true },
  '04': { failed: 'busy' },
} as const satisfies Record<string, Ending>

interface Ending {
  readonly refused?: CarrierReason
  readonly failed?: CarrierReason
  /** Taken, and no word of it any more. */
  readonly silent?: boolean
  /** Not taken at the first try. */
  readonly later?: boolean
}

/** Hands events to whoever takes a carrier's, after so many milliseconds: of what was sent under this id, which may be gone by then. */
export type Teller = (
  events: readonly unknown[],
  about: { readonly id: string; readonly wait: number },
) => void

const moment = 700
const untilReply = 2_500
const longestEcho = 200

/** A carrier that tells of everything by itself, in the same events as any other. */
export function loopbackCarrier(tell: Teller, now: () => Date = () => new Date()): Carrier {
  const tried = new Set<string>()
  const taking = (one: Outgoing, kind: 'message' | 'fax', pages: number | null): CarrierAnswer => {
    const ending: Ending = endings[one.to.slice(-2) as keyof typeof endings] ?? {}
    if (ending.refused) return { kind: 'refused', reason: ending.refused }
    if (ending.later && !tried.has(one.id)) {
      tried.add(one.id)
      return { kind: 'again', fault: 'not yet', milliseconds: 1000 }
    }
    tried.delete(one.id)
    const word = (state: ToldState) => ({
      type: `${kind}-state`,
      id: one.id,
      state,
      ...(ending.failed && { reason: ending.failed }),
      ...(pages !== null && { pages_sent: ending.failed ? 0 : pages }),
    })
    if (!ending.silent) tell([word(ending.failed ? 'failed' : 'delivered')], { id: one.id, wait: moment })
    return { kind: 'taken', reference: `loopback-${one.id}` }
  }
  const answers = (one: OutgoingText) => !endings[one.to.slice(-2) as keyof typeof endings]
  return {
    async sendText(one) {
      const answer = taking(one, 'message', null)
      if (answer.kind === 'taken' && answers(one))
        tell([replyTo(one, now())], { id: one.id, wait: untilReply })
      return answer
    },
    async sendFax(one: OutgoingFax) {
      return taking(one, 'fax', one.pages)
    },
  }
}

/** What somebody there writes back: the same to the same, so that a second word of it is known. */
function replyTo({ id, from, to, text }: OutgoingText, now: Date) {
  const echo = [...text].slice(0, longestEcho).join('')
  return {
    type: 'message',
    id: `loopback-${createHash('sha256').update(id).digest('hex').slice(0, 24)}`,
    number: from,
    from: to,
    at: new Date(now.getTime() + untilReply).toISOString(),
    text: `👍 “${echo}”`,
  }
}
