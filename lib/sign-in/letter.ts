/** How long a sign-in letter's link and code, and a hand-over's ticket, can be used. */
export const letterMinutes = 10
export const ticketSeconds = 60
