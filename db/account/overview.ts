import type { Tx } from '../client.ts'

/** What the overview says of the account itself. */
export interface AccountSummary {
  readonly products: readonly string[]
  readonly phone: string
  readonly addressLine: string
  readonly city: string
  readonly postalCode: string
  readonly country: string
  readonly parentName: string | null
  readonly providerName: string
}

/** The account in a few lines. */
export async function summaryOf(tx: Tx, accountId: string): Promise<AccountSummary> {
  const answer = await tx.$client.query<AccountSummary>({
    name: 'account-summary',
    text: `select array(select product from account_product where account_id = a.id order by product) as products, a.phone,
        a.address_line as "addressLine", a.city, a.postal_code as "postalCode", a.country,
        parent.name as "parentName", v.name as "providerName"
      from account a join provider v on v.id = a.provider_id left join account parent on parent.id = a.parent_id where a.id = $1`,
    values: [accountId],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the account vanished between two statements')
  return row
}
