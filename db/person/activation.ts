import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { seal } from '#lib/mail/seal.ts'
import type { MembershipKind } from '#lib/membership/membership.ts'
import {
  hashTemporaryPassword,
  letterHours,
  newTemporaryPassword,
  type PasswordPurpose,
} from '#lib/person/activation.ts'
import { hashText, randomText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { toPerson } from '../mail/letters.ts'
import { endAllSessions, type SessionPlace } from '../sign-in/session.ts'
import { spendToken, voidTokens } from '../sign-in/token.ts'
import { together, type Write } from '../write.ts'

/** A letter that leads to a password: who gets it, and what it says beside link and temporary password. */
export interface PasswordLetter {
  readonly purpose: PasswordPurpose
  readonly personId: string
  readonly accountId: string | null
  /** Whoever has a password already needs none to start with. */
  readonly hasPassword: boolean
  /** Who caused it and for which place: see lib/mail/facts. */
  readonly facts: Readonly<Record<string, unknown>>
}

/**
 * The writes of a letter that leads to a password: a new token with its temporary password, the letter that carries both
 * sealed, and the end of every earlier one of its kind. Where nobody has this id, they write to nobody.
 */
export function passwordLetter(letter: PasswordLetter, secret: string): readonly Write[] {
  const { purpose, personId, accountId } = letter
  const [tokenId, token] = [randomUUID(), randomText()]
  const temporary = purpose === 'activation' && letter.hasPassword ? '' : newTemporaryPassword()
  const temporaryHash = temporary && hashTemporaryPassword(temporary, personId, secret)
  return [
    {
      query: sql`(update one_time_token set expires_at = created_at
        where person_id = ${personId}::uuid and purpose = ${purpose} and used_at is null and expires_at > created_at returning id)`,
    },
    {
      query: sql`(insert into one_time_token (id, provider_id, person_id, branding_domain_id, purpose, token_hash, temporary_hash,
          created_at, expires_at)
        select ${tokenId}::uuid, p.provider_id, p.id, p.home_brand_id, ${purpose}, ${hashText(token)}, ${temporaryHash || null},
          clock_timestamp(), clock_timestamp() + make_interval(hours => ${letterHours[purpose]})
        from person p where p.id = ${personId}::uuid returning id)`,
    },
    toPerson({
      kind: purpose,
      subjectId: tokenId,
      accountId,
      occasion: 'written',
      personId,
      facts: letter.facts,
      secret: seal(JSON.stringify({ token, code: temporary }), secret),
    }),
  ]
}

/** Letters of this sort that one person gets in an hour, whoever causes them. */
const mostAnHour = 5

/** Whether a person was sent so many of these letters lately that another would be a nuisance. */
export async function hadEnoughLetters(tx: Tx, personId: string): Promise<boolean> {
  const answer = await tx.$client.query<{ lately: number }>(
    `select count(*)::int as lately from one_time_token t join letter l on l.subject_id = t.id
      where t.person_id = $1 and t.purpose in ('activation', 'reset') and t.created_at > clock_timestamp() - interval '1 hour'`,
    [personId],
  )
  return (answer.rows[0]?.lately ?? 0) >= mostAnHour
}

/** A place that waits for its person. */
export interface WaitingPlace {
  readonly kind: MembershipKind
  readonly name: string
}

/** Where the person behind a token is waited for, and whether they have a password: for the page that they come to. */
export async function waitingFor(
  tx: Tx,
  token: string,
): Promise<{
  readonly personId: string
  readonly hasPassword: boolean
  readonly places: readonly WaitingPlace[]
} | null> {
  const answer = await tx.$client.query<{
    personId: string
    hasPassword: boolean
    places: WaitingPlace[] | null
  }>(
    `select p.id as "personId", p.password_hash is not null as "hasPassword",
        (select json_agg(json_build_object('kind', m.kind, 'name', a.name) order by a.name)
          from membership m join account a on a.id = m.account_id and a.closed_at is null
          where m.person_id = p.id and m.state = 'invited') as places
      from one_time_token t join person p on p.id = t.person_id and p.disabled_at is null
      where t.token_hash = $1 and t.purpose in ('activation', 'reset')`,
    [hashText(token)],
  )
  const row = answer.rows[0]
  return row ? { ...row, places: row.places ?? [] } : null
}

export interface Using {
  readonly purpose: PasswordPurpose
  readonly token: string
  /** The key of the form that spends it. */
  readonly once: string
  readonly address: string
}

/**
 * Spends the letter's link: the person gets this password and every place that waited for them, and all their sessions
 * and other letters end. Null = the link can't be used; nothing has happened.
 */
export async function setPassword(
  tx: Tx,
  place: SessionPlace,
  using: Using & { readonly hash: string },
): Promise<string | null> {
  const spent = await spendToken(tx, place, using.purpose, { ...using, flow: null })
  if (!spent) return null
  await tx.$client.query('update person set password_hash = $2 where id = $1', [spent.personId, using.hash])
  await endAllSessions(tx, spent.personId)
  await voidTokens(tx, spent.personId)
  await takePlaces(tx, place.providerId, spent.personId, using.address)
  if (using.purpose === 'reset')
    await together(tx, [
      toPerson({
        kind: 'password-changed',
        subjectId: spent.personId,
        accountId: null,
        occasion: using.once,
        personId: spent.personId,
        facts: { at: new Date().toISOString() },
      }),
    ])
  return spent.personId
}

/** The same for somebody who has a password already and is signed in: they take what waits for them. */
export async function acceptPlaces(
  tx: Tx,
  place: SessionPlace,
  personId: string,
  using: Omit<Using, 'purpose'>,
): Promise<boolean> {
  const theirs = await waitingFor(tx, using.token)
  if (theirs?.personId !== personId) return false
  const spent = await spendToken(tx, place, 'activation', { ...using, flow: null })
  if (!spent) return false
  await takePlaces(tx, place.providerId, personId, using.address)
  return true
}

/** Every place that waits becomes the person's, each with its line in the account's history. */
async function takePlaces(tx: Tx, providerId: string, personId: string, address: string): Promise<void> {
  const taken = await tx.$client.query<{
    id: string
    accountId: string
    account: string
    kind: MembershipKind
    name: string
  }>(
    `update membership m set state = 'active', version = m.version + 1 from account a, person p
      where m.person_id = $1 and m.state = 'invited' and a.id = m.account_id and a.closed_at is null and p.id = m.person_id
      returning m.id, m.account_id as "accountId", a.name as account, m.kind, p.name`,
    [personId],
  )
  const [first] = taken.rows
  if (!first) return
  const author = {
    providerId,
    personId,
    name: first.name,
    address,
    kind: 'account' as const,
    firm: first.account,
  }
  const events = taken.rows.map(({ id, accountId, account, kind, name }) => ({
    action: 'membership.activated' as const,
    accountId,
    partnerId: null,
    subjectId: id,
    from: 'invited',
    to: 'active',
    facts: { what: name, kind },
    author: { ...author, firm: account },
  }))
  await together(tx, [recorded(tx, author, events)])
}
