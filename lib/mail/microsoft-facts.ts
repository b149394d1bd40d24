// What letters about a Microsoft account report: see facts.ts.

/** A Microsoft account as its own tenant names it. */
export interface MicrosoftNamed {
  readonly name: string
  readonly address: string
  readonly tenant: string
}

/** The letter by which a mailbox is proved, so that a Microsoft account can be linked to its person. */
export interface MicrosoftProofFacts {
  readonly expiresAt: Date
  readonly isSpent: boolean
  readonly account: MicrosoftNamed
  readonly token: string
}

export interface MicrosoftLinkFacts {
  readonly account: MicrosoftNamed
  readonly at: Date
}
