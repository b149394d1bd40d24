import type { Tx } from '../client.ts'

/** Where the person went last from the choice of their places, as an address names it; null = nowhere yet. */
export async function lastPlaceOf(tx: Tx, personId: string): Promise<string | null> {
  const answer = await tx.$client.query<{ place: string | null }>(
    'select last_place as place from person where id = $1',
    [personId],
  )
  return answer.rows[0]?.place ?? null
}

/** Remembers it with the person: whoever else uses the browser learns nothing of it, and another browser knows it, too. */
export async function rememberPlace(tx: Tx, personId: string, place: string): Promise<void> {
  await tx.$client.query(
    'update person set last_place = $2 where id = $1 and last_place is distinct from $2',
    [personId, place],
  )
}
