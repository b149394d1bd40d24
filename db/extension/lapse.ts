import { sql } from 'drizzle-orm'
import { moveExtension } from '#lib/grant/extension.ts'
import type { GrantChange } from '#lib/grant/grant.ts'
import type { NewEvent } from '../events.ts'
import type { LoadedGrant } from '../grant/load.ts'
import type { Write } from '../write.ts'

/**
 * What becomes of extensions whose grants end: they lapse with them, by whoever ended those. The letter is that about
 * the grant's end.
 */
export function lapsedWith(
  steps: readonly { readonly grant: LoadedGrant; readonly to: GrantChange }[],
  personId: string,
): { readonly writes: readonly Write[]; readonly events: readonly NewEvent[] } {
  const lapsing = steps.flatMap(({ grant, to }) => {
    const { extension, now } = grant
    return extension && moveExtension('pending', 'lapse', { ...grant, ...to }, now).ok
      ? [{ grant, extension }]
      : []
  })
  if (lapsing.length === 0) return { writes: [], events: [] }
  const versions = JSON.stringify(lapsing.map(({ extension: { id, version } }) => ({ id, version })))
  const write = {
    query: sql`(update grant_extension x set state = 'lapsed', version = x.version + 1, decided_at = statement_timestamp(),
        decided_by = ${personId}::uuid
      from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
      where x.id = m.id and x.version = m.version and x.state = 'pending' returning x.id)`,
    rows: lapsing.length,
  }
  return {
    writes: [write],
    events: lapsing.map(({ grant, extension }) => ({
      action: 'extension.lapsed',
      accountId: grant.accountId,
      partnerId: grant.partnerId,
      subjectId: extension.id,
      from: 'pending',
      to: 'lapsed',
      facts: { partner: grant.partnerName, requester: extension.requesterName },
    })),
  }
}
