// What went wrong in the database, as far as somebody can act on it.

/** Too much to do, out of reach, or going away: what was asked may well succeed in a moment. */
const busyCodes = /^(?:08...|53...|55P03|57014|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/
const busyWords =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

/** Whether the fault lies in the database's being busy or out of reach, not in what it was asked. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return busyCodes.test(codeOf(error) ?? '') || busyWords.test(error.message) || isBusy(error.cause)
}

const lostCodes = /^(?:08...|57P0[12]|ECONNRESET|EPIPE)$/

/** Of those: whether the connection went away on the way, so that nobody can say what has become of it. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    lostCodes.test(codeOf(error) ?? '') || /^Connection terminated/.test(error.message) || isLost(error.cause)
  )
}

/** Tables, functions and roles that a migration is still to make. */
const notMigratedCodes = new Set(['42P01', '42883', '42704', '22023'])

/** Whether the database is older than the code that asks it. */
export function isNotMigrated(error: unknown): boolean {
  return notMigratedCodes.has(codeOf(error) ?? '')
}

/** The SQLSTATE of a database error, also where the query builder has wrapped it. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** The constraint that a database error names. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return constraintOf(error.cause)
}
