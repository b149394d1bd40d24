import { randomUUID } from 'node:crypto'
import type { WorldNumber } from '#lib/dialling.ts'
import { mostKept } from '#lib/fax/fax.ts'
import { foldedText } from '#lib/fold.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { mostInAnHour } from '#lib/sending.ts'
import { between, type NumberRefusal } from '#lib/sending-number.ts'
import { ownNumbers } from '../account/own-numbers.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'

export type FaxRefusal = NumberRefusal | 'full' | 'too-many'

type Sent<Refusal extends string> = Result<{ readonly faxId: string }, Refusal>

/** A document that was looked at: see lib/fax/pdf.ts. */
export interface CheckedDocument {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Sends a document from one of the account's own numbers (by its service) to a number as it was typed. It waits in the outbox
 * from this transaction on. Refuses numbers that nothing goes between, and what an account's faxes have no room for.
 */
export async function sendFax(
  change: AccountChange,
  given: { readonly from: string; readonly to: string; readonly title: string },
  { bytes, pages }: CheckedDocument,
): Promise<Sent<FaxRefusal>> {
  const { country, numbers } = await ownNumbers(change.tx, change.account.id)
  const own = numbers.find(one => one.id === given.from)
  const way = between(own, given.to, country)
  if (!way.ok) return way
  const held = await heldBack(change.tx, change.account.id, bytes.length)
  if (held) return refuse(held)
  const id = randomUUID()
  await change.tx.$client.query(
    ...rowOf(change, { id, ...way.value, title: given.title, pages, size: bytes.length }),
  )
  await change.tx.$client.query(
    'insert into fax_document (fax_id, provider_id, account_id, content) values ($1, $2, $3, $4)',
    [id, change.actor.providerId, change.account.id, Buffer.from(bytes)],
  )
  await told(change, id, way.value)
  return ok({ faxId: id })
}

/** A fax that did not arrive, once more, as a new one of whoever presses the button. Refuses one that may still arrive. */
export async function sendFaxAgain(
  change: AccountChange,
  faxId: string,
): Promise<Sent<FaxRefusal | 'not-found' | 'not-failed'>> {
  const { tx, account } = change
  const found = await tx.$client.query<{
    state: string
    ownKey: string
    to: string
    title: string
    pages: number
    size: number
  }>(
    `select state, own_key as "ownKey", other_number as "to", title, pages, size from fax
      where account_id = $1 and id = $2 and direction = 'outgoing' and ended_at is null`,
    [account.id, faxId],
  )
  const [row] = found.rows
  if (!row) return refuse('not-found')
  if (row.state !== 'failed') return refuse('not-failed', { state: row.state, by: null })
  const { country, numbers } = await ownNumbers(tx, account.id)
  const own = numbers.find(one => one.key === row.ownKey)
  const way = between(own, row.to, country)
  if (!way.ok) return way
  const held = await heldBack(tx, account.id, row.size)
  if (held) return refuse(held)
  const id = randomUUID()
  const { title, pages, size } = row
  await tx.$client.query(...rowOf(change, { id, ...way.value, title, pages, size }))
  await tx.$client.query(
    `insert into fax_document (fax_id, provider_id, account_id, content)
      select $1, provider_id, account_id, content from fax_document where account_id = $2 and fax_id = $3`,
    [id, account.id, faxId],
  )
  await told(change, id, way.value)
  return ok({ faxId: id })
}

/** Why an account may not send so much more just now. All that lies there counts, also what was removed and can come back. */
async function heldBack(tx: Tx, accountId: string, size: number): Promise<'full' | 'too-many' | null> {
  const answer = await tx.$client.query<{ kept: number; sent: number }>(
    `select coalesce(sum(size), 0)::float8 as kept,
        (count(*) filter (where direction = 'outgoing' and at > clock_timestamp() - interval '1 hour'))::int as sent
      from fax where account_id = $1`,
    [accountId],
  )
  const { kept = 0, sent = 0 } = answer.rows[0] ?? {}
  if (sent >= mostInAnHour.fax) return 'too-many'
  return kept + size > mostKept ? 'full' : null
}

interface NewFax {
  readonly id: string
  readonly from: WorldNumber
  readonly to: WorldNumber
  readonly title: string
  readonly pages: number
  readonly size: number
}

function rowOf(
  { actor, author, account, partnerId }: AccountChange,
  { id, from, to, title, pages, size }: NewFax,
): [string, unknown[]] {
  return [
    `insert into fax (id, provider_id, account_id, direction, state, title, findable, pages, size, at, created_at, own_number,
        own_key, other_number, other_key, sent_by, sent_name, sent_firm, next_attempt_at)
      values ($1, $2, $3, 'outgoing', 'queued', $4, $5, $6, $7, clock_timestamp(), clock_timestamp(), $8, $9, $10, $11, $12, $13,
        $14, clock_timestamp())`,
    [
      id,
      actor.providerId,
      account.id,
      title,
      foldedText(title),
      pages,
      size,
      from.shown,
      from.key,
      to.shown,
      to.key,
      actor.personId,
      actor.name,
      partnerId ? author.firm : '',
    ],
  ]
}

async function told(
  { tx, author, account, partnerId }: AccountChange,
  id: string,
  { from, to }: { readonly from: WorldNumber; readonly to: WorldNumber },
): Promise<void> {
  await together(tx, [
    recorded(tx, author, [
      {
        action: 'fax.sent',
        accountId: account.id,
        partnerId,
        subjectId: id,
        facts: { what: to.shown, whom: from.shown },
      },
    ]),
  ])
}
