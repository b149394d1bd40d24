import type { CarrierReason } from '#lib/sending.ts'

// The one small interface to whoever carries text messages and faxes. The portal calls it behind its answers and never within
// a transaction; what comes back of them later, and what others send, comes by the signed webhook.

/** What is true of whatever is sent. */
export interface Outgoing {
  /** The portal's own id: the same one again is the same thing, however often it is handed over. */
  readonly id: string
  /** By whom and for whom, by their slugs. */
  readonly provider: string
  readonly account: string
  /** Numbers as the world dials them: +16045550123. */
  readonly from: string
  readonly to: string
}

export interface OutgoingText extends Outgoing {
  readonly text: string
}

export interface OutgoingFax extends Outgoing {
  readonly pages: number
  /** A PDF. */
  readonly document: Uint8Array
}

/** What a carrier answers to whatever it is handed. */
export type CarrierAnswer =
  | { readonly kind: 'taken'; readonly reference: string }
  | { readonly kind: 'refused'; readonly reason: CarrierReason }
  /** It may take it later; `milliseconds` where it said when. `fault` is for the log, and holds nothing of what was sent. */
  | { readonly kind: 'again'; readonly fault: string; readonly milliseconds?: number }

/** Never throws: whatever goes wrong on the way is an `again`. `within`: milliseconds, where there are fewer than usual. */
export interface Carrier {
  sendText(one: OutgoingText, within?: number): Promise<CarrierAnswer>
  sendFax(one: OutgoingFax, within?: number): Promise<CarrierAnswer>
}

/** How long handing something over may take: 10 seconds, and one more for each 250 kB of a document. Milliseconds. */
export function handingOverTakes(bytes = 0): number {
  return 10_000 + Math.ceil(bytes / 250_000) * 1_000
}
