import type { Done } from './door.ts'

/** Whoever does it must prove again who they are first, and then finds the page at `back` as they left it. */
export function toConfirm(back: string): Done {
  return { to: `/confirm?next=${encodeURIComponent(back)}`, unanswered: true }
}
