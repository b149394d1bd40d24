/** What whoever came too late is told: the state it is in by now, and who put it there. */
export interface Seen {
  readonly state: string
  readonly by: string | null
}

/** What a rule answers: the value, or a refusal by its code. The sentence for a code stands in the noun's words.ts. */
export type Result<Value, Refusal extends string> = Ok<Value> | Refused<Refusal>

export interface Ok<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Refused<Refusal extends string> {
  readonly ok: false
  readonly refusal: Refusal
  readonly seen?: Seen
}

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

export function refuse<Refusal extends string>(refusal: Refusal, seen?: Seen): Refused<Refusal> {
  return seen ? { ok: false, refusal, seen } : { ok: false, refusal }
}
