// What holds of an invitation now, as SQL: the twins of lib/invitation. `i` is the invitation's alias in the query.

/** The row is open. The clock may say otherwise; indexes of open invitations are entered by this. */
export const isOpenRow = (i: string) => `${i}.state = 'invited'`

/** It waits for an answer, by the row and by the clock. */
export const isOpenNow = (i: string) => `${isOpenRow(i)} and ${i}.lapses_at > clock_timestamp()`

/** The twin of stateAt. */
export const stateNow = (i: string) =>
  `case when ${isOpenRow(i)} and ${i}.lapses_at <= clock_timestamp() then 'lapsed' else ${i}.state end`

/** When it ceased to be open; null while it is. */
export const closedAtNow = (i: string) =>
  `case when ${isOpenNow(i)} then null else coalesce(${i}.decided_at, ${i}.lapses_at) end`
