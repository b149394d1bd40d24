import { isCalendarDay } from '#lib/duration.ts'

/** Where a list ordered by moments goes on: behind this moment, and behind this id where moments are the same. */
export interface MomentPosition {
  /** UTC, to the microsecond, as PostgreSQL keeps it. */
  readonly at: string
  readonly id: string
}

const form =
  /^((?:19|20|21)\d\d-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads a cursor from an address; one that is none, or names no real day, begins at the first page. */
export function momentPosition(cursor: string | undefined): MomentPosition | null {
  const [whole = '', day = '', id = ''] = form.exec(cursor ?? '') ?? []
  return isCalendarDay(day) ? { at: whole.slice(0, whole.indexOf('_')), id } : null
}

/** The SQL that makes a row's cursor. */
export function momentCursor(at: string, id: string): string {
  return `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '_' || ${id}`
}
