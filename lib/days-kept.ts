/** How many days what was removed from an account's modules can be brought back. */
export const daysKept = 30
