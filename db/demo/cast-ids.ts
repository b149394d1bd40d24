/** Where each name of the cast ended up. */
export interface CastIds {
  readonly provider: (slug: string) => string
  readonly person: (email: string) => {
    readonly id: string
    readonly providerId: string
    readonly name: string
  }
  readonly account: (slug: string) => string
  readonly partner: (slug: string) => string
  readonly staff: (email: string) => string
  readonly relationship: (partnerAndAccount: string) => string
}
