// What holds of an invitation to a person now, as SQL: the twins of lib/person-invitation. `i` is its alias in the query.

/** The row is open. The clock may say otherwise; indexes of open invitations are entered by this. */
export const isOpenRow = (i: string) => `${i}.state = 'created'`

/** It waits for an answer, by the row and by the clock. */
export const isOpenNow = (i: string) => `${isOpenRow(i)} and ${i}.lapses_at > clock_timestamp()`

/** The twin of stateAt. */
export const stateNow = (i: string) =>
  `case when ${isOpenRow(i)} and ${i}.lapses_at <= clock_timestamp() then 'lapsed' else ${i}.state end`
