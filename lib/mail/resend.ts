import { Resend } from 'resend'
import type { Outgoing, Sender, SendOutcome } from './sender.ts'

type Answer = Awaited<ReturnType<Resend['emails']['send']>>

const defaultPause = 2_000
const longestPause = 3_600_000

/** Sends through Resend, or through whatever answers like it at `baseUrl`. */
export function resendSender(apiKey: string, baseUrl: string | undefined): Sender {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {})
  return {
    async send(letter: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
      const { id, ...mail } = letter
      // The tag brings delivery events home even where the answer with the mail service's own id was lost.
      const answer = await resend.emails.send(
        { ...mail, tags: [{ name: 'letter', value: id }], headers: { 'Auto-Submitted': 'auto-generated' } },
        { idempotencyKey: id, signal },
      )
      return outcomeOf(answer)
    },
  }
}

function outcomeOf({ data, error, headers }: Answer): SendOutcome {
  if (data?.id) return { kind: 'accepted', mailServiceId: data.id }
  const name = error?.name ?? 'no_answer'
  const reason = `${name}: ${error?.message ?? ''}`.slice(0, 500)
  if (error?.statusCode === 429) {
    return { kind: 'pause', milliseconds: pauseFrom(headers?.['retry-after']), reason }
  }
  // The key was used for another body: what stands behind it has gone out, and this can't any more.
  if (name === 'invalid_idempotent_request') return { kind: 'refused', reason }
  return { kind: 'failed', reason }
}

function pauseFrom(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter)
  if (!retryAfter || !(seconds >= 0)) return defaultPause
  return Math.min(Math.max(seconds * 1000, 100), longestPause)
}
