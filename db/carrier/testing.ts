import type pg from 'pg'
import type { Carrier, CarrierAnswer, Outgoing, OutgoingFax, OutgoingText } from '#lib/carrier/carrier.ts'
import { type ReadEvent, readMessage } from '#lib/carrier/message.ts'
import { type Answered, takeMessage } from './take.ts'

/** A carrier that answers as it is told, and remembers what it was handed. */
export function testCarrier(answer: (one: Outgoing) => CarrierAnswer | Promise<CarrierAnswer>) {
  const texts: OutgoingText[] = []
  const faxes: OutgoingFax[] = []
  const within: (number | undefined)[] = []
  const carrier: Carrier = {
    async sendText(one, left) {
      within.push(left)
      texts.push(one)
      return answer(one)
    },
    async sendFax(one, left) {
      within.push(left)
      faxes.push(one)
      return answer(one)
    },
  }
  return { carrier, texts, faxes, within }
}

export const taken = (one: Outgoing): CarrierAnswer => ({ kind: 'taken', reference: `ref-${one.id}` })

/** As the webhook takes in what a carrier tells. */
export function tellingTo(pool: pg.Pool) {
  return async (...events: unknown[]): Promise<readonly Answered['outcome'][]> => {
    const read = readMessage(JSON.stringify({ events })) as readonly ReadEvent[]
    return (await takeMessage(read, pool)).map(({ outcome }) => outcome)
  }
}
