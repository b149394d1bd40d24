import { environment } from '#lib/env.ts'

/** One cookie that an answer sets; an empty value with no life left takes it away. */
export interface CookieChange {
  readonly name: string
  readonly value: string
  readonly expires?: Date
  readonly maxAge?: number
}

const https = () => environment().PUBLIC_SCHEME === 'https'

/** `__Host-` wherever the brand's origin is https: no sibling domain can set or read the cookie. */
export function cookieName(name: string): string {
  return `${https() ? '__Host-' : ''}latchkey-${name}`
}

/** How every cookie of the portal is set: for this host alone, unseen by scripts, and not sent from other sites' forms. */
export function cookieOptions(life: Pick<CookieChange, 'expires' | 'maxAge'>) {
  return { httpOnly: true, sameSite: 'lax', secure: https(), path: '/', ...life } as const
}

export function withoutCookie(name: string): CookieChange {
  return { name, value: '', maxAge: 0 }
}
