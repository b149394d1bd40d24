/** How long one of the provider's staff is inside an account once it has been noted, in minutes. */
export const visitMinutes = 60

/** A word is no reason; what the account's people read says what was looked for. */
export const shortestReason = 5
export const longestReason = 500
