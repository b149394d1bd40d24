/** What a sentence may tell: the firm, what was asked or given, and what an edit was about. */
export interface Told {
  readonly partner: string
  readonly given: string
  /** The parent account from which the access reaches; empty where it is the account’s own. */
  readonly via: string
  /** Who of a firm had asked. */
  readonly requester: string
  /** What end or scope is, and what it was: "until Friday (before: until Thursday)". */
  readonly moved: string
  /** When the next review is due, as the end of a sentence; empty where it is not known. */
  readonly review: string
  /** Of a person with their address, where it was noted: "Theo Nakamura (tech@brightline.example)". */
  readonly what: string
  /** How many of each sort, where many were meant at once. */
  readonly counts: Readonly<Record<string, number>>
  /** The person it was done to, the same way. */
  readonly whom: string
  /** Who had made what was done possible, by name alone: whoever invited. */
  readonly by: string
  /** The roles that it is about: "Subscription Owner, Service Viewer". */
  readonly as: string
  /** Where it came from, if that was noted: see EventFacts. */
  readonly source: string
  /** What a person is on the account or in the firm: "account manager"; empty = not noted. */
  readonly kind: string
}

/** Where nothing of it was noted. */
export const nothingTold: Told = {
  partner: '',
  given: '',
  via: '',
  requester: '',
  moved: '',
  review: '',
  what: '',
  whom: '',
  by: '',
  as: '',
  source: '',
  kind: '',
  counts: {},
}
