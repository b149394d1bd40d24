import { randomUUID } from 'node:crypto'
import type { Change } from '../change.ts'
import { accessRequestMessage } from '../schema/access-request.ts'
import type { Write } from '../write.ts'
import type { LoadedRequest } from './load.ts'

/** A question or an answer about a request: its row, and the id by which its letter is told from others. */
export function said(
  { tx, actor }: Pick<Change, 'tx' | 'actor'>,
  { request, accountId }: LoadedRequest,
  kind: 'question' | 'answer',
  body: string,
): { readonly id: string; readonly write: Write } {
  const { providerId, personId } = actor
  const row = { id: randomUUID(), providerId, accountId, requestId: request.id, kind, personId, body }
  const query = tx.insert(accessRequestMessage).values(row).returning({ id: accessRequestMessage.id })
  return { id: row.id, write: { query, rows: 1 } }
}
