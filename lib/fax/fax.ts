/** Bytes of a document; what is larger would be printed for an hour. */
export const largestFax = 10_000_000
export const mostPages = 100

/** Bytes that an account's faxes may hold together; more must be removed first. */
export const mostKept = 2_000_000_000

export const faxDirections = ['incoming', 'outgoing'] as const
export type FaxDirection = (typeof faxDirections)[number]

export const faxStates = ['received', 'queued', 'sent', 'delivered', 'failed'] as const
export type FaxState = (typeof faxStates)[number]
