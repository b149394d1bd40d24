import { environment } from '#lib/env.ts'

/** The development server needs eval and styles of its own for its error pages. */
const development = () => environment().NODE_ENV === 'development'

/** What every page's answer carries. Nothing inline runs without the nonce, and nobody may frame the portal. */
export function securityHeaders(nonce: string) {
  return {
    'content-security-policy': [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development() ? " 'unsafe-eval'" : ''}`,
      `style-src 'self' ${development() ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    // With no-referrer a form without JavaScript would post "Origin: null", which is refused.
    'referrer-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  }
}
