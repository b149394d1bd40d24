import type pg from 'pg'

/**
 * Whose rows a transaction may see: one provider's (pages, actions), or all (sweeps, the outbox, looking up the brand).
 * `lock` names the account whose changes are to happen one after the other.
 */
export type Wall =
  | { readonly role: 'app'; readonly providerId: string; readonly lock?: string | undefined }
  | { readonly role: 'worker'; readonly lock?: string | undefined }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id as it stands in a statement. */
export function literal(id: string): string {
  if (!uuid.test(id)) throw new Error('not an id')
  return `'${id}'`
}

/** From here to the end of the transaction everything stands behind this wall. */
export function stepBehind(wall: Wall): readonly string[] {
  const role = `set local role latchkey_${wall.role}`
  return wall.role === 'app' ? [role, `set local app.provider = ${literal(wall.providerId)}`] : [role]
}

/** The same within a transaction that is open already and belongs to the database's owner: an import. */
export async function standBehind(client: pg.ClientBase, wall: Wall): Promise<void> {
  await client.query(stepBehind(wall).join(';'))
}
