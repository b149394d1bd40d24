import { randomUUID } from 'node:crypto'
import type { CarrierFax } from '#lib/carrier/message.ts'
import type { Owner } from '../carrier/owners.ts'
import { otherParty } from '../carrier/party.ts'
import type { Tx } from '../client.ts'

/** Keeps faxes that came in, each once, with their documents. Gives those that were new, by account and record. */
export async function keepFaxes(
  tx: Tx,
  faxes: readonly (Owner & { readonly event: CarrierFax })[],
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  for (const { accountId, providerId, country, number, key, event } of faxes) {
    const other = otherParty(event.from, { country })
    // One at a time: each may bring ten megabytes.
    const answer = await tx.$client.query(
      `with kept as (
          insert into fax (id, provider_id, account_id, direction, state, pages, size, at, created_at, own_number, own_key, other_number,
              other_key, carrier_id)
            values ($1, $2, $3, 'incoming', 'received', $4, octet_length($5::bytea), least($6::timestamptz, clock_timestamp()),
              clock_timestamp(), $7, $8, $9, $10, $11)
          on conflict (account_id, carrier_id) where direction = 'incoming' do nothing returning id, provider_id, account_id)
        insert into fax_document (fax_id, provider_id, account_id, content) select id, provider_id, account_id, $5::bytea from kept`,
      [
        randomUUID(),
        providerId,
        accountId,
        event.pages,
        Buffer.from(event.document),
        event.at.toISOString(),
        number,
        key,
        other.shown,
        other.key,
        event.recordId,
      ],
    )
    if (answer.rowCount) kept.add(`${accountId} ${event.recordId}`)
  }
  return kept
}
