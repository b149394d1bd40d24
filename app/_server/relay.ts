/** Replaced by the outbox's relay. */
export async function relaySoon(): Promise<void> {}
