import { createHash, timingSafeEqual } from 'node:crypto'
import { environment } from '#lib/env.ts'

const headers = { 'cache-control': 'no-store' }

/**
 * What a cron route answers to whoever may not call it, or null for the scheduler. Without CRON_SECRET the routes are
 * not there (404); a missing or wrong bearer token is a 401, compared in constant time. A secret in the address counts
 * for nothing.
 */
export function refusedCron(request: Request): Response | null {
  const secret = environment().CRON_SECRET
  if (!secret) return new Response('Not found', { status: 404, headers })
  const given = request.headers.get('authorization') ?? ''
  if (timingSafeEqual(digest(given), digest(`Bearer ${secret}`))) return null
  return new Response('Unauthorized', { status: 401, headers: { ...headers, 'www-authenticate': 'Bearer' } })
}

/** Equal lengths, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
