import { type NextRequest, NextResponse } from 'next/server'
import { isLanguage } from '#lib/language.ts'
import { cookieName, cookieOptions } from './cookies.ts'

/** Where a token in an address leads: the page without it. The token travels on in a short cookie. */
const pages = [
  { pattern: /^\/sign-in\/link\/([\w-]{20,200})$/, to: '/sign-in/link', kind: 'link' },
  { pattern: /^\/sign-in\/hand-over\/([\w-]{20,200})$/, to: '/sign-in/hand-over', kind: 'hand-over' },
  { pattern: /^\/activate\/([\w-]{20,200})$/, to: '/activate', kind: 'activation' },
  { pattern: /^\/reset\/([\w-]{20,200})$/, to: '/reset/new', kind: 'reset' },
] as const

/** The cookie of one kind of token, so that two links opened side by side don't push each other out. */
export function tokenCookie(kind: (typeof pages)[number]['kind']): string {
  return cookieName(`token-${kind}`)
}

/**
 * Takes a one-time token out of the address before any page is made from it, so that it stands in no log, no history
 * and no Referer. Opening the link changes nothing: only a click on the page that follows spends the token.
 */
export function tokenDetour(request: NextRequest, origin: string): NextResponse | null {
  if (request.method === 'POST') return null
  for (const { pattern, to, kind } of pages) {
    const token = pattern.exec(request.nextUrl.pathname)?.[1]
    if (!token) continue
    const response = NextResponse.redirect(new URL(to, origin), 303)
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('cache-control', 'no-store')
    response.cookies.set(tokenCookie(kind), token, cookieOptions({ maxAge: 900 }))
    // The letter was written in its reader's language; the page that follows is, too.
    const language = request.nextUrl.searchParams.get('language') ?? ''
    if (isLanguage(language))
      response.cookies.set(cookieName('language'), language, cookieOptions({ maxAge: 31_536_000 }))
    return response
  }
  return null
}
