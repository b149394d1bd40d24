/** What a sentence may tell: the firm, what was asked or given, and what an edit was about. */
export interface Told {
  readonly partner: string
  readonly given: string
  /** Of a person with their address, where it was noted: "Theo Nakamura (tech@brightline.example)". */
  readonly what: string
  /** The person it was done to, the same way. */
  readonly whom: string
  /** What a person is on the account or in the firm: "account manager"; empty = not noted. */
  readonly kind: string
}
