import type pg from 'pg'
import { giveUp } from '#lib/mail/delivery.ts'
import { holdsSecret } from '#lib/mail/kinds.ts'
import type { Reader } from '#lib/mail/letter.ts'
import type { Reported } from '#lib/mail/reported.ts'
import { seal, unseal } from '#lib/mail/seal.ts'
import type { Outgoing } from '#lib/mail/sender.ts'
import type { DropReason } from '#lib/mail/still-true.ts'
import { reading } from '../client.ts'
import type { FrozenLetter } from '../schema/mail.ts'
import { type Envelope, envelopesOf, freeze, type Leased } from './outbox.ts'
import { judge, lookUp, type ToTell } from './report.ts'

/** What a batch is written with. Rendering is handed in, so that nothing here knows React. */
export interface WritingTools {
  readonly render: (
    reported: Reported,
    reader: Reader,
  ) => Promise<{ readonly subject: string; readonly html: string; readonly text: string }>
  readonly originOf: (host: string) => string
  /** AUTH_SECRET: what one-time secrets are sealed with. */
  readonly secret: string
  readonly from?: pg.Pool
}

/** A letter as the relay goes on with it. `tried` holds what decides whether it may be tried again. */
export interface Prepared {
  readonly letter: Leased
  readonly tried: { readonly firstAttemptAt: Date | null; readonly now: Date }
  readonly next:
    | { readonly kind: 'send'; readonly outgoing: Outgoing }
    | { readonly kind: 'drop'; readonly reason: DropReason }
    | { readonly kind: 'give-up'; readonly reason: string }
    | { readonly kind: 'fault'; readonly fault: unknown }
}

/**
 * Looks up what leased letters report on, drops what is no longer true, renders and freezes the rest. Where the batch
 * as a whole can't be read, each letter is taken alone, so that a broken one stands alone too.
 */
export async function prepare(tools: WritingTools, letters: readonly Leased[]): Promise<readonly Prepared[]> {
  if (letters.length === 0) return []
  try {
    return await prepareTogether(tools, letters)
  } catch (fault) {
    const [letter, ...others] = letters
    if (letter && others.length === 0) {
      return [{ letter, tried: { firstAttemptAt: null, now: new Date(0) }, next: { kind: 'fault', fault } }]
    }
    const alone: Prepared[] = []
    for (const one of letters) alone.push(...(await prepare(tools, [one])))
    return alone
  }
}

async function prepareTogether(
  tools: WritingTools,
  letters: readonly Leased[],
): Promise<readonly Prepared[]> {
  const { envelopes, facts } = await reading(
    { role: 'worker' },
    async tx => {
      const held = await envelopesOf(tx, letters)
      return { envelopes: held, facts: await lookUp(tx, held) }
    },
    tools.from,
  )
  const written = await Promise.all(envelopes.map(envelope => write(tools, envelope, facts)))
  const rows = written.flatMap(({ envelope, frozen }) =>
    frozen ? [{ id: envelope.id, attempt: envelope.attempt, frozen }] : [],
  )
  const kept = await freeze(rows, tools.from)
  return written.flatMap(({ envelope, frozen, next }) => {
    const letter = { id: envelope.id, attempt: envelope.attempt }
    const tried = { firstAttemptAt: envelope.firstAttemptAt, now: envelope.now }
    if (!frozen) return [{ letter, tried, next }]
    const first = kept.get(envelope.id)
    // Somebody else holds it by now.
    if (!first) return []
    return [
      {
        letter,
        tried,
        next: { kind: 'send', outgoing: { id: envelope.id, ...opened(envelope, first, tools) } },
      },
    ]
  })
}

type Written =
  | { readonly envelope: Envelope; readonly frozen: FrozenLetter; readonly next?: never }
  | { readonly envelope: Envelope; readonly frozen?: never; readonly next: Prepared['next'] }

async function write(
  tools: WritingTools,
  envelope: Envelope,
  facts: Awaited<ReturnType<typeof lookUp>>,
): Promise<Written> {
  try {
    const verdict = judge(envelope, facts, tools.secret)
    if ('drop' in verdict) return { envelope, next: { kind: 'drop', reason: verdict.drop } }
    const reason = giveUp(envelope.attempt - 1, envelope.firstAttemptAt, envelope.now)
    if (reason) return { envelope, next: { kind: 'give-up', reason } }
    return { envelope, frozen: envelope.frozen ?? (await firstFrozen(tools, envelope, verdict)) }
  } catch (fault) {
    return { envelope, next: { kind: 'fault', fault } }
  }
}

async function firstFrozen(tools: WritingTools, envelope: Envelope, told: ToTell): Promise<FrozenLetter> {
  const { brand, language, zone, now } = envelope
  const reader: Reader = {
    name: envelope.toName,
    address: told.to,
    side: told.side,
    language,
    zone,
    now,
    brand: { ...brand, origin: tools.originOf(brand.host) },
  }
  const { subject, html, text } = await tools.render(told.reported, reader)
  const whole = { from: told.from, to: told.to, replyTo: told.replyTo, subject, html, text }
  if (!holdsSecret(told.reported.kind)) return whole
  // What lets somebody in is not written into the database in the clear.
  return { ...whole, html: seal(html, tools.secret), text: seal(text, tools.secret) }
}

function opened({ kind }: Envelope, frozen: FrozenLetter, { secret }: WritingTools): FrozenLetter {
  if (!kind || !holdsSecret(kind)) return frozen
  return { ...frozen, html: unseal(frozen.html, secret), text: unseal(frozen.text, secret) }
}
