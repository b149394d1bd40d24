import { openRequestStates } from '#lib/access-request/access-request.ts'

// What holds of an access request now, as SQL: the twins of lib/access-request. `r` is the request's alias in the query.

const states = openRequestStates.map(state => `'${state}'`).join(', ')

/** The row is open. The clock may say otherwise; indexes of open requests are entered by this. */
export const isOpenRow = (r: string) => `${r}.state in (${states})`

/** It waits for a decision, by the row and by the clock. */
export const isOpenNow = (r: string) => `${isOpenRow(r)} and ${r}.lapses_at > clock_timestamp()`

/** It is decided, withdrawn or lapsed, by the row or by the clock. */
export const isClosedNow = (r: string) => `(not (${isOpenRow(r)}) or ${r}.lapses_at <= clock_timestamp())`

/** The twin of stateAt. */
export const stateNow = (r: string) =>
  `case when ${isOpenRow(r)} and ${r}.lapses_at <= clock_timestamp() then 'lapsed' else ${r}.state end`

/** When it ceased to be open; null while it is. */
export const closedAtNow = (r: string) =>
  `case when ${isOpenNow(r)} then null else coalesce(${r}.decided_at, ${r}.lapses_at) end`
