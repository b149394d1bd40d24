import { Resend } from 'resend'
import { z } from 'zod'
import { oneLine } from './safe-text.ts'

const event = z.object({
  type: z.string().max(100),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    tags: z.record(z.string(), z.string()).optional().catch(undefined),
    bounce: z.object({ type: z.string(), subType: z.string(), message: z.string() }).partial().optional(),
    failed: z.object({ reason: z.string() }).partial().optional(),
    suppressed: z.object({ type: z.string(), message: z.string() }).partial().optional(),
  }),
})

export interface ResendEvent {
  readonly type: string
  readonly at: Date
  readonly mailServiceId: string
  readonly letterId: string | null
  readonly reason: string
}

/**
 * Whether the mail service signed this, in the last five minutes and with our secret. The signature covers the body
 * byte for byte, so it is checked before anything is read from it.
 */
export function isSigned(payload: string, headers: Headers, webhookSecret: string): boolean {
  const id = headers.get('svix-id') ?? ''
  const timestamp = headers.get('svix-timestamp') ?? ''
  const signature = headers.get('svix-signature') ?? ''
  try {
    // Checking needs no key of the service, but the SDK asks for one.
    new Resend('unused').webhooks.verify({ payload, headers: { id, timestamp, signature }, webhookSecret })
    return true
  } catch {
    return false
  }
}

/** Reads an event about an e-mail; null = about something else, or not of the agreed form. */
export function readEvent(payload: string): ResendEvent | null {
  const parsed = event.safeParse(jsonIn(payload))
  if (!parsed.success || !parsed.data.type.startsWith('email.')) return null
  const { type, created_at: at, data } = parsed.data
  const letterId = z.uuid().safeParse(data.tags?.letter).data ?? null
  return { type, at, letterId, mailServiceId: data.email_id, reason: reasonIn(data) }
}

function reasonIn({ bounce, failed, suppressed }: z.infer<typeof event>['data']): string {
  const parts = bounce
    ? [[bounce.type, bounce.subType].filter(Boolean).join(', '), bounce.message]
    : [suppressed?.type, failed?.reason ?? suppressed?.message]
  return oneLine(parts.filter(Boolean).join(': '), 500)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
