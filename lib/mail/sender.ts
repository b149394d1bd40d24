/** A letter as it was rendered at the first try; the same bytes go out at every later one. */
export interface Outgoing {
  /** The letter's id, and the idempotency key of every try. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly replyTo: string
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** What came of a try. Only `accepted` says that the letter is on its way. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly mailServiceId: string }
  /** The mail service asks for a pause, which holds for every letter. */
  | { readonly kind: 'pause'; readonly milliseconds: number; readonly reason: string }
  /** No answer, or not a good one: another try with the same key may bring it. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another try can't bring it. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Hands a letter to whoever delivers it. Never throws for what the other side does; `signal` ends a try. */
export interface Sender {
  send(letter: Outgoing, signal: AbortSignal): Promise<SendOutcome>
}
