import type { Author } from './events.ts'

/** What happens by the clock is the portal's own doing, and says so in the history. */
export function portalAuthor(providerId: string): Author {
  return { providerId, personId: null, name: 'Latchkey', address: '', kind: 'portal', firm: '' }
}
