import { type NextRequest, NextResponse } from 'next/server'
import { isLanguage } from '#lib/language.ts'
import { cookieName, cookieOptions } from './cookies.ts'

/** The addresses that end in a token, and the page without it. The token travels on in a short cookie. */
const pages = [
  { under: '/sign-in/link/', to: '/sign-in/link', kind: 'link' },
  { under: '/sign-in/microsoft/link/', to: '/sign-in/microsoft/link', kind: 'microsoft', maxAge: 3600 },
  { under: '/sign-in/hand-over/', to: '/sign-in/hand-over', kind: 'hand-over' },
  { under: '/activate/', to: '/activate', kind: 'activation' },
  { under: '/reset/', to: '/reset/new', kind: 'reset' },
  // Whoever must make a sign-in first comes back with it, by way of their mailbox.
  { under: '/invitations/', to: '/invitations', kind: 'invitation', maxAge: 86_400 },
] as const

/** Letters, digits, hyphen and underline that somebody's mail program has written as percent codes. */
const encodedNeedlessly = /%(?:2D|5F|3\d|[46][1-9A-F]|[57][\dA])/gi
/** A sign by its name or number, as it stands in HTML: "&gt;", "&amp;gt;", "&#39;". */
const entity = '(?:&|%26)(?:amp(?:;|%3B))*(?:gt|lt|quot|apos|nbsp|amp|(?:#|%23)x?[\\dA-F]{1,6})(?:;|%3B)'
/** A token, and behind it what can't be part of one, as it is, as percent codes, as those encoded once more, or by name. */
const tokenAndRest = new RegExp(`^([\\w-]{20,200})(?:${entity}|%(?:25)*[\\dA-F]{2}|[^\\w%-])*$`, 'i')

/**
 * The token that an address under this one ends in, or null. Mail programs and people leave the full stop, bracket or
 * quotation mark that stood behind the link in its address; none of them can be part of a token.
 */
export function tokenUnder(under: string, pathname: string): string | null {
  if (!pathname.startsWith(under)) return null
  const rest = pathname.slice(under.length).replace(encodedNeedlessly, decodeURIComponent)
  return tokenAndRest.exec(rest)?.[1] ?? null
}

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
  for (const { under, to, kind, ...page } of pages) {
    const token = tokenUnder(under, request.nextUrl.pathname)
    if (!token) continue
    const response = NextResponse.redirect(new URL(to, origin), 303)
    response.headers.set('referrer-policy', 'no-referrer')
    response.headers.set('cache-control', 'no-store')
    response.cookies.set(
      tokenCookie(kind),
      token,
      cookieOptions({ maxAge: 'maxAge' in page ? page.maxAge : 900 }),
    )
    // The letter was written in its reader's language; the page that follows is, too.
    const language = /^[a-z]+/.exec(request.nextUrl.searchParams.get('language') ?? '')?.[0]
    if (isLanguage(language))
      response.cookies.set(cookieName('language'), language, cookieOptions({ maxAge: 31_536_000 }))
    return response
  }
  return null
}
