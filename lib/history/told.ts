/** What a sentence may tell: the firm, what was asked or given, and what an edit was about. */
export interface Told {
  readonly partner: string
  readonly given: string
  readonly what: string
  /** The person it was done to. */
  readonly whom: string
  /** What a person is on the account: "account manager". */
  readonly kind: string
}
