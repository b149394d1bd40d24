import { isLiveNow } from '../grant/clock.ts'

// What holds of an extension now, as SQL: the twins of lib/grant/extension. `x` is the extension's alias in the query,
// `g` that of its grant, with which it lapses.

/** It waits for the account's answer, by the row and by its grant's clock. */
export const isWaitingNow = (x: string, g: string) => `${x}.state = 'pending' and ${isLiveNow(g)}`

/** The twin of extensionStateAt. */
export const stateNow = (x: string, g: string) =>
  `case when ${x}.state = 'pending' and not (${isLiveNow(g)}) then 'lapsed' else ${x}.state end`

/** When it ceased to wait; null while it does. */
export const closedAtNow = (x: string, g: string) =>
  `case when ${isWaitingNow(x, g)} then null else coalesce(${x}.decided_at, ${g}.ended_at, ${g}.ends_at) end`
