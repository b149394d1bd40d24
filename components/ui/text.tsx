import type { ReactNode } from 'react'

/** A code, a number, an address: what is to be read letter by letter. */
export function Code({ children }: { children: ReactNode }) {
  return <code className="code">{children}</code>
}

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>
}

/** Words for screen readers alone. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}
