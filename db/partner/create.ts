import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type PartnerIdFault, partnerIdFault, partnerIdsFor } from '#lib/partner/partner-id.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { Overtaken, type Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { freeSlug } from '../lists/free-slug.ts'
import { together } from '../write.ts'
import { newShareCode } from './share-code.ts'

export interface NewPartner {
  /** As the provider verified it. */
  readonly name: string
  readonly partnerCode: string
}

export interface CreatedPartner {
  readonly id: string
  readonly slug: string
}

/** A Partner ID that is free, for a firm of this name. */
export async function freePartnerId(tx: Tx, providerId: string, name: string): Promise<string> {
  for (const some of inTens(partnerIdsFor(name, randomInt))) {
    const taken = await tx.$client.query<{ code: string }>(
      'select partner_code as code from partner where provider_id = $1 and partner_code = any($2)',
      [providerId, some],
    )
    const known = new Set(taken.rows.map(row => row.code))
    const free = some.find(code => !known.has(code))
    if (free) return free
  }
  throw new Error('no end of Partner IDs is reached')
}

function* inTens<T>(all: Iterable<T>): Generator<readonly T[], void> {
  let some: T[] = []
  for (const one of all) {
    if (some.push(one) < 10) continue
    yield some
    some = []
  }
}

/**
 * Enters a firm, with a slug and a share code that nobody can guess. Its first administrator is the caller's.
 * Refuses a Partner ID that is none, and `id-taken`, telling by which firm.
 */
export async function createPartner(
  { tx, actor, author }: Change,
  { name, partnerCode }: NewPartner,
): Promise<Result<CreatedPartner, PartnerIdFault | 'id-taken'>> {
  const fault = partnerIdFault(partnerCode)
  if (fault) return refuse(fault)
  const { providerId } = actor
  const holder = await tx.$client.query<{ name: string }>(
    'select name from partner where provider_id = $1 and partner_code = $2',
    [providerId, partnerCode],
  )
  const [taken] = holder.rows
  if (taken) return refuse('id-taken', { state: 'taken', by: taken.name })
  const id = randomUUID()
  const slug = await freeSlug(tx, 'partner', providerId, name)
  const share = newShareCode()
  // Whoever took one of them meanwhile: the change begins anew, and is told or takes another.
  const made =
    await tx.execute(sql`insert into partner (id, provider_id, slug, name, partner_code, share_code)
    values (${id}::uuid, ${providerId}::uuid, ${slug}, ${name}, ${partnerCode}, ${share}) on conflict do nothing`)
  if (made.rowCount !== 1) throw new Overtaken(0)
  await together(tx, [
    recorded(tx, author, [
      { action: 'partner.created', accountId: null, partnerId: id, subjectId: id, facts: { partner: name } },
    ]),
  ])
  return ok({ id, slug })
}
