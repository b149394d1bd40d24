/** Which database it is, part by part; what could not be read is missing. */
export type DatabaseIdentity = Readonly<Record<string, string>>

/**
 * Whether the database is another one than before: the same part says something else. A part that only one of the two
 * knows proves nothing, so that a right to read which comes or goes is no restore.
 */
export function isAnother(known: DatabaseIdentity, seen: DatabaseIdentity): boolean {
  return Object.entries(seen).some(([part, value]) => (known[part] ?? value) !== value)
}

/** What is known once both have been looked at; null where nothing is new. */
export function learnt(known: DatabaseIdentity, seen: DatabaseIdentity): DatabaseIdentity | null {
  return Object.keys(seen).some(part => known[part] !== seen[part]) ? { ...known, ...seen } : null
}

/** Whether the database says which server it lives on. Where not, a restore on another server may go unnoticed. */
export function tellsItsServer(seen: DatabaseIdentity): boolean {
  return seen.system !== undefined && seen.timeline !== undefined
}
