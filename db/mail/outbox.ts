import type pg from 'pg'
import { holdsSecret, isLetterKind, type LetterKind, letterKinds } from '#lib/mail/kinds.ts'
import type { DropReason } from '#lib/mail/still-true.ts'
import { type Tx, writing } from '../client.ts'
import type { FrozenLetter } from '../schema/mail.ts'

// The outbox's rows: leased, frozen, sent, dropped, tried again or given up. What a letter says is decided elsewhere.

const worker = { role: 'worker' } as const

/** How long a relay may hold a letter. It sends for a sixth of that at most, so another one finds only dead leases. */
export const leaseSeconds = 60

/** A letter that this relay holds. `attempt` counts up with every lease: whoever holds an older one writes nothing. */
export interface Leased {
  readonly id: string
  readonly attempt: number
}

export interface Lease {
  readonly letters: readonly Leased[]
  /** Whether letters are due that found no place in this lease. */
  readonly more: boolean
  /** Milliseconds until the next letter may go out, as far as is known by now. */
  readonly wait: number
}

/** The kinds whose body is wiped with their secret; our own words, so they may stand in the statement. */
const secretKinds = letterKinds
  .filter(holdsSecret)
  .map(kind => `'${kind}'`)
  .join(', ')

const isDue = `state = 'queued' and next_attempt_at <= clock_timestamp()
  and (lease_until is null or lease_until <= clock_timestamp())`

/** A lease that could send nothing for so long would only grow old; the letters are left to whoever comes then. */
const longestWait = 2_000

/** Leases up to `most` letters that are due, most urgent first; none while a pause lasts. */
export async function leaseDue(most: number, from?: pg.Pool): Promise<Lease> {
  return writing(
    worker,
    async tx => {
      const { due, wait } = await outlook(tx, most)
      if (due === 0 || wait > longestWait) return { letters: [], more: due > 0, wait }
      const answer = await tx.$client.query<Leased & { priority: number }>(
        `with due as (
            select id from letter where ${isDue} order by priority, next_attempt_at, id limit $1 for update skip locked)
          update letter l set attempts = l.attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
          from due where l.id = due.id returning l.id, l.attempts as attempt, l.priority`,
        [most, leaseSeconds],
      )
      const sorted = answer.rows.sort((a, b) => a.priority - b.priority)
      const letters = sorted.map(({ id, attempt }) => ({ id, attempt }))
      return { letters, more: due > letters.length, wait }
    },
    from,
  )
}

async function outlook(tx: Tx, most: number): Promise<{ due: number; wait: number }> {
  const answer = await tx.$client.query<{ due: number; wait: number }>(
    `select (select count(*)::int from (select 1 from letter where ${isDue} limit $1) d) as due,
        coalesce((select greatest(0, (position::numeric - extract(epoch from clock_timestamp())) * 1000)
          from cursor where job = 'mail'), 0)::float8 as wait`,
    [most + 1],
  )
  return answer.rows[0] ?? { due: 0, wait: 0 }
}

/**
 * Books moments for `count` letters, one every 1/`rate` seconds: milliseconds until the first. All servers book in the
 * same row, so together they keep to the rate.
 */
export async function bookMoments(count: number, rate: number, from?: pg.Pool): Promise<number> {
  return moved(
    `greatest(cursor.position::numeric, extract(epoch from clock_timestamp())) + $1::numeric`,
    count / rate,
    from,
  )
}

/** After the mail service asked for it: no server books a moment before the pause is over. */
export async function pauseAll(milliseconds: number, from?: pg.Pool): Promise<void> {
  await moved(
    `greatest(cursor.position::numeric, extract(epoch from clock_timestamp()) + $1::numeric)`,
    milliseconds / 1000,
    from,
  )
}

/** Moves the moment from which the next letter may go out; gives the milliseconds until the one before the move. */
async function moved(position: string, seconds: number, from?: pg.Pool): Promise<number> {
  const answer = await writing(
    worker,
    async tx => {
      await tx.$client.query(
        `insert into cursor (job, position, updated_at) values ('mail', '0', clock_timestamp()) on conflict (job) do nothing`,
      )
      // Locked first, so that the moment is read as the last one to move it left it.
      await tx.$client.query(`select 1 from cursor where job = 'mail' for update`)
      return tx.$client.query<{ wait: number }>(
        `with before as (select position::numeric - extract(epoch from clock_timestamp()) as rest from cursor where job = 'mail')
          update cursor set position = (${position})::text, updated_at = clock_timestamp() from before where job = 'mail'
          returning (greatest(0, before.rest) * 1000)::float8 as wait`,
        [seconds],
      )
    },
    from,
  )
  return answer.rows[0]?.wait ?? 0
}

/** What a letter's row holds, with the branding domain and the person it goes to. */
export interface Envelope {
  readonly id: string
  readonly attempt: number
  readonly kind: LetterKind | null
  readonly written: Readonly<Record<string, unknown>>
  readonly secret: string | null
  readonly frozen: FrozenLetter | null
  readonly firstAttemptAt: Date | null
  readonly language: 'en' | 'fr'
  readonly toAddress: string
  readonly toName: string
  /** The person's address by now; null = no longer allowed in. Of a letter to nobody in particular the one it was written to. */
  readonly address: string | null
  readonly zone: string
  readonly brand: EnvelopeBrand
  readonly now: Date
}

export interface EnvelopeBrand {
  readonly host: string
  readonly name: string
  readonly accent: string
  readonly accentDark: string | null
  readonly supportName: string
  readonly supportEmail: string
  readonly supportPhone: string
  readonly senderName: string
  readonly senderAddress: string
  readonly logoVersion: number
  readonly hasLogo: boolean
}

/** The envelopes of letters that are still held as they were leased. A retired brand's letters wear its successor. */
export async function envelopesOf(tx: Tx, letters: readonly Leased[]): Promise<Envelope[]> {
  const answer = await tx.$client.query<Omit<Envelope, 'kind'> & { kind: string }>(
    `select l.id, l.attempts as attempt, l.kind, l.facts as written, l.secret, l.frozen, l.first_attempt_at as "firstAttemptAt",
        l.language, l.to_address as "toAddress", coalesce(p.name, l.to_name) as "toName",
        case when l.person_id is null then l.to_address when p.disabled_at is null then p.email end as address,
        coalesce(p.time_zone, a.time_zone, 'UTC') as zone,
        clock_timestamp() as now, json_build_object('host', b.host, 'name', b.name, 'accent', b.accent, 'accentDark', b.accent_dark,
          'supportName', b.support_name, 'supportEmail', b.support_email, 'supportPhone', b.support_phone,
          'senderName', b.sender_name, 'senderAddress', b.sender_address, 'logoVersion', b.logo_version,
          'hasLogo', exists (select 1 from brand_asset x where x.branding_domain_id = b.id and x.kind = 'logo')) as brand
      from unnest($1::uuid[], $2::int[]) with ordinality h(id, attempt, place)
      join letter l on l.id = h.id and l.attempts = h.attempt and l.state = 'queued'
      join branding_domain own on own.id = l.branding_domain_id
      left join branding_domain heir on own.retired_at is not null and heir.id = own.successor_id and heir.retired_at is null
      join branding_domain b on b.id = coalesce(heir.id, own.id)
      left join person p on p.id = l.person_id left join account a on a.id = l.account_id
      order by h.place`,
    [letters.map(one => one.id), letters.map(one => one.attempt)],
  )
  return answer.rows.map(row => ({ ...row, kind: isLetterKind(row.kind) ? row.kind : null }))
}

/** Freezes letters at their first try; gives those still held, as they were frozen first. */
export async function freeze(
  letters: readonly (Leased & { readonly frozen: FrozenLetter })[],
  from?: pg.Pool,
): Promise<Map<string, FrozenLetter>> {
  if (letters.length === 0) return new Map()
  const answer = await writing(
    worker,
    tx =>
      tx.$client.query<{ id: string; frozen: FrozenLetter }>(
        `update letter l set frozen = coalesce(l.frozen, f.frozen), first_attempt_at = coalesce(l.first_attempt_at, clock_timestamp())
          from jsonb_to_recordset($1::jsonb) as f(id uuid, attempt int, frozen jsonb)
          where l.id = f.id and l.attempts = f.attempt and l.state = 'queued' returning l.id, l.frozen`,
        [JSON.stringify(letters)],
      ),
    from,
  )
  return new Map(answer.rows.map(row => [row.id, row.frozen]))
}

const wiped = `secret = null, lease_until = null, frozen = case when kind in (${secretKinds}) then null else frozen end`

/** The mail service has it. True whatever another relay has made of the row meanwhile. */
export async function markSent(id: string, mailServiceId: string, from?: pg.Pool): Promise<void> {
  await marked(
    `update letter set state = 'sent', sent_at = clock_timestamp(), mail_service_id = $2, last_error = null,
        drop_reason = null, ${wiped} where id = $1 and state <> 'sent'`,
    [id, mailServiceId],
    from,
  )
}

const isHeld = `id = $1 and attempts = $2 and state = 'queued'`

/** What it reports is no longer so. The row stays, with the reason. */
export async function markDropped(letter: Leased, reason: DropReason, from?: pg.Pool): Promise<void> {
  await marked(
    `update letter set state = 'dropped', drop_reason = $3, ${wiped} where ${isHeld}`,
    [letter.id, letter.attempt, reason],
    from,
  )
}

/** It is not tried again; somebody has to look. */
export async function markFailed(letter: Leased, reason: string, from?: pg.Pool): Promise<void> {
  await marked(
    `update letter set state = 'failed', last_error = $3, ${wiped} where ${isHeld}`,
    [letter.id, letter.attempt, reason],
    from,
  )
}

/** It waits for its next try. `counts` is false where the try was none, because the mail service asked for a pause. */
export async function markAgain(
  letter: Leased,
  { milliseconds, reason, counts }: { milliseconds: number; reason: string; counts: boolean },
  from?: pg.Pool,
): Promise<void> {
  await marked(
    `update letter set next_attempt_at = clock_timestamp() + make_interval(secs => $3), last_error = $4,
        lease_until = null, attempts = attempts - $5::int where ${isHeld}`,
    [letter.id, letter.attempt, milliseconds / 1000, reason, counts ? 0 : 1],
    from,
  )
}

async function marked(statement: string, values: readonly unknown[], from?: pg.Pool): Promise<void> {
  await writing(worker, tx => tx.$client.query(statement, [...values]), from)
}
