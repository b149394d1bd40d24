/** Set by an open page for the moment in which it shows itself anew. Whoever forges it only ends their own session earlier. */
export const byItselfCookie = 'latchkey-by-itself'

/** Whether an open page asks for this address now and then, with nobody's hand on it: see `News` on the SMS pages. */
export function isAskedByItself(address: string): boolean {
  return /^\/accounts\/[^/]+\/sms\/news(\?|$)/.test(address)
}
