import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { seal } from '#lib/mail/seal.ts'
import { type TokenState, tokenState } from '#lib/one-time-token.ts'
import { type Flow, hashCode, hashText, newCode, newFlow, randomText } from '#lib/sign-in/flow.ts'
import { letterMinutes, ticketSeconds } from '#lib/sign-in/letter.ts'
import type { Tx } from '../client.ts'
import { toPerson } from '../mail/letters.ts'
import type { tokenPurposes } from '../schema/session.ts'
import { together } from '../write.ts'
import { arrivingPerson } from './person.ts'
import type { SessionPlace } from './session.ts'

export interface LetterAsked {
  readonly email: { readonly address: string; readonly canonical: string }
  readonly next: string
  /** What this browser waited for until now: its letter is replaced. */
  readonly before: Flow | null
}

/**
 * Asks for a sign-in letter: link and code, for this browser alone, for ten minutes. The same statements run whether
 * the address is known or not; where it is not, they find nobody to write to. Gives the flow that the browser keeps.
 */
export async function askForLetter(
  tx: Tx,
  place: SessionPlace,
  { email, next, before }: LetterAsked,
  secret: string,
): Promise<Flow> {
  const person = await arrivingPerson(tx, place, { canonicalEmail: email.canonical })
  const personId = person?.personId ?? randomUUID()
  const flow = newFlow(email.address)
  const [tokenId, token, code] = [randomUUID(), randomText(), newCode()]
  await together(tx, [
    {
      query: sql`(update one_time_token set expires_at = created_at
        where flow_hash = ${before ? hashText(before.id) : ''} and used_at is null returning id)`,
    },
    {
      query: sql`(insert into one_time_token (id, provider_id, person_id, branding_domain_id, purpose, token_hash, code_hash,
          flow_hash, next_path, created_at, expires_at)
        select ${tokenId}::uuid, p.provider_id, p.id, ${place.brandingDomainId}::uuid, 'sign-in', ${hashText(token)},
          ${hashCode(code, flow, secret)}, ${hashText(flow.id)}, ${next}, clock_timestamp(),
          clock_timestamp() + make_interval(mins => ${letterMinutes})
        from person p where p.id = ${personId}::uuid returning id)`,
    },
    toPerson({
      kind: 'sign-in-link',
      subjectId: tokenId,
      accountId: null,
      occasion: 'asked',
      personId,
      secret: seal(JSON.stringify({ token, code }), secret),
      brandingDomainId: place.brandingDomainId,
    }),
  ])
  return flow
}

/** A ticket to be signed in at home: for somebody who proved on a sister brand who they are, at `provedAt` where not just now. One minute, once. */
export async function makeTicket(
  tx: Tx,
  home: SessionPlace,
  personId: string,
  next: string,
  provedAt: Date | null = null,
): Promise<string> {
  const ticket = randomText()
  await tx.$client.query(
    `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, next_path, proved_at, created_at, expires_at)
     values ($1, $2, $3, 'hand-over', $4, $5, $7, clock_timestamp(), clock_timestamp() + make_interval(secs => $6))`,
    [home.providerId, personId, home.brandingDomainId, hashText(ticket), next, ticketSeconds, provedAt],
  )
  return ticket
}

/** Seconds in which a form's second press counts as its first: the browser has thrown that one's answer away. */
const secondPress = 10

export type TokenPurpose = (typeof tokenPurposes)[number]

interface SeenToken {
  readonly state: TokenState
  /** Whose it is; only where it can be used. */
  readonly person: { readonly name: string; readonly email: string } | null
}

interface TokenRow {
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  flowHash: string | null
  /** The form that asks is the one that has spent it, moments ago. */
  again: boolean
  now: Date
  name: string
  email: string
}

/**
 * What became of a token, for the page that shows it; changes nothing. Whose it is stands only with one that is ready, or was
 * spent a moment ago by the form with this key.
 */
export async function seeToken(
  tx: Tx,
  place: SessionPlace,
  purpose: TokenPurpose,
  token: string,
  flow: Flow | null,
  once = '',
): Promise<SeenToken> {
  const answer = await tx.$client.query<TokenRow>(
    `select t.created_at as "createdAt", t.expires_at as "expiresAt", t.used_at as "usedAt", t.flow_hash as "flowHash",
        coalesce(t.used_form = $4 and t.used_at > clock_timestamp() - make_interval(secs => ${secondPress}), false) as again,
        clock_timestamp() as now, p.name, p.email
      from one_time_token t join person p on p.id = t.person_id and p.disabled_at is null
      where t.token_hash = $1 and t.purpose = $2 and t.branding_domain_id = $3`,
    [hashText(token), purpose, place.brandingDomainId, hashText(once)],
  )
  const row = answer.rows[0] ?? null
  const seen = row?.again ? { ...row, usedAt: null } : row
  const state = tokenState(seen, flow && hashText(flow.id), row?.now ?? new Date(0))
  return { state, person: row && state === 'ready' ? { name: row.name, email: row.email } : null }
}

/** Where a ticket leads, for whoever has just been given it. */
export async function homeOfTicket(tx: Tx, ticket: string): Promise<{ host: string; name: string } | null> {
  const answer = await tx.$client.query<{ host: string; name: string }>(
    `select b.host, b.name from one_time_token t join branding_domain b on b.id = t.branding_domain_id
      where t.token_hash = $1 and t.purpose = 'hand-over' and t.used_at is null and t.expires_at > clock_timestamp()`,
    [hashText(ticket)],
  )
  return answer.rows[0] ?? null
}

export interface Spent {
  readonly tokenId: string
  readonly personId: string
  readonly next: string
  /** Of a ticket: when its person proved who they are; null = as the token was spent. */
  readonly provedAt: Date | null
}

/**
 * Spends a token: one conditional write, so that of any number who try at once exactly one rendered form (`once`) wins. A
 * token of a flow opens only in the browser that carries it, and everything only on its own branding domain. Null =
 * not spent.
 */
export async function spendToken(
  tx: Tx,
  place: SessionPlace,
  purpose: TokenPurpose,
  { token, flow, once }: { readonly token: string; readonly flow: Flow | null; readonly once: string },
): Promise<Spent | null> {
  return spend(tx, place, purpose, once, 't.token_hash = $4 and t.flow_hash is not distinct from $5', [
    hashText(token),
    flow && hashText(flow.id),
  ])
}

/** Spends a letter's token by its row: for whoever typed the temporary password that stands in the same letter. */
export async function spendLetter(
  tx: Tx,
  place: SessionPlace,
  purpose: TokenPurpose,
  { tokenId, once }: { readonly tokenId: string; readonly once: string },
): Promise<Spent | null> {
  const answer = await tx.$client.query<Spent>(
    `update one_time_token t set used_at = coalesce(t.used_at, clock_timestamp()), used_form = $3
      where t.id = $1 and t.purpose = $2 and t.provider_id = $4
        and (t.used_at is null
          or (t.used_form = $3 and t.used_at > clock_timestamp() - make_interval(secs => ${secondPress})))
        and t.expires_at > clock_timestamp()
      returning t.id as "tokenId", t.person_id as "personId", t.next_path as next, t.proved_at as "provedAt"`,
    [tokenId, purpose, hashText(once), place.providerId],
  )
  return answer.rows[0] ?? null
}

/** Spends the token whose code was typed into the browser that asked for it. */
export async function spendCode(
  tx: Tx,
  place: SessionPlace,
  { flow, code, once }: { readonly flow: Flow; readonly code: string; readonly once: string },
  secret: string,
): Promise<Spent | null> {
  return spend(tx, place, 'sign-in', once, 't.flow_hash = $4 and t.code_hash = $5', [
    hashText(flow.id),
    hashCode(code, flow, secret),
  ])
}

async function spend(
  tx: Tx,
  place: SessionPlace,
  purpose: TokenPurpose,
  once: string,
  which: string,
  values: readonly (string | null)[],
): Promise<Spent | null> {
  const answer = await tx.$client.query<Spent>(
    `update one_time_token t set used_at = coalesce(t.used_at, clock_timestamp()), used_form = $3 from person p
      where t.purpose = $1 and t.branding_domain_id = $2 and ${which}
        and (t.used_at is null
          or (t.used_form = $3 and t.used_at > clock_timestamp() - make_interval(secs => ${secondPress})))
        and t.expires_at > clock_timestamp() and p.id = t.person_id and p.disabled_at is null
      returning t.id as "tokenId", t.person_id as "personId", t.next_path as next, t.proved_at as "provedAt"`,
    [purpose, place.brandingDomainId, hashText(once), ...values],
  )
  return answer.rows[0] ?? null
}

/** The token that is being spent by this very change. */
export interface BeingSpent {
  readonly tokenId: string
  readonly purpose: string
}

/**
 * Ends whatever people could still come in with by letter or ticket, the second press of a button included. Not the token
 * that is being spent by this very change, so that its own second press is answered like the first; others of its purpose
 * are used with it, as link and temporary password of one letter are two keys to one door.
 */
export async function voidTokens(
  tx: Tx,
  personIds: readonly string[],
  spent: BeingSpent | null = null,
): Promise<void> {
  await tx.$client.query(
    `update one_time_token set expires_at = created_at,
        used_at = case when purpose = $3::text then coalesce(used_at, clock_timestamp()) else used_at end
      where person_id = any($1::uuid[]) and expires_at > clock_timestamp() and id is distinct from $2::uuid`,
    [personIds, spent?.tokenId ?? null, spent?.purpose ?? null],
  )
}
