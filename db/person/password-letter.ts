import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { seal } from '#lib/mail/seal.ts'
import {
  hashTemporaryPassword,
  letterHours,
  newTemporaryPassword,
  type PasswordPurpose,
} from '#lib/person/activation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { hashText, randomText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { toPerson } from '../mail/letters.ts'
import { homeOf, withHome } from '../sign-in/person.ts'
import type { Write } from '../write.ts'

/** A letter that leads to a password: who gets it, and what it says beside link and temporary password. */
export interface PasswordLetter {
  readonly purpose: PasswordPurpose
  readonly personId: string
  /**
   * What lists of letters call them: by their name in the place that the letter is about; missing = their own. The letter
   * itself is addressed by their own name as it is when it goes out.
   */
  readonly toName?: string
  readonly accountId: string | null
  /** Whoever has a password already needs none to start with. */
  readonly hasPassword: boolean
  /**
   * Sent by somebody entitled, it is the only one that works from now on. One that anybody may ask for leaves the earlier
   * ones alive, or a stranger could keep a person's letters from working; all of them end when one is used.
   */
  readonly replaces: boolean
  /** The letter's own id, where something else is to speak of it. */
  readonly letterId?: string
  /** Who caused it and for which place: see lib/mail/facts. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** Holds the person's row, so that letters, links and passwords of one person are made one after the other. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$client.query('select 1 from person where id = $1 for update', [personId])
}

/**
 * The writes of a letter that leads to a password: a new token with its temporary password, the letter that carries both
 * sealed, and the end of the earlier ones. Where nobody has this id, they write to nobody. Refuses `too-many-letters`
 * whoever is to send it and for whatever place: the person was sent so many lately that another would be a nuisance.
 */
export async function passwordLetter(
  tx: Tx,
  letter: PasswordLetter,
  secret: string,
): Promise<Result<readonly Write[], 'too-many-letters'>> {
  const { purpose, personId, accountId, letterId } = letter
  await lockPerson(tx, personId)
  if (await hadEnough(tx, personId)) return refuse('too-many-letters')
  const [tokenId, token] = [randomUUID(), randomText()]
  const temporary = purpose === 'activation' && letter.hasPassword ? '' : newTemporaryPassword()
  const temporaryHash = temporary ? hashTemporaryPassword(temporary, personId, secret) : null
  return ok([
    ...newToken(purpose, personId, { tokenId, token, temporaryHash, replaces: letter.replaces }),
    toPerson({
      ...(letterId && { id: letterId }),
      kind: purpose,
      subjectId: tokenId,
      accountId,
      occasion: 'written',
      personId,
      ...(letter.toName !== undefined && { toName: letter.toName }),
      facts: letter.facts,
      secret: seal(JSON.stringify({ token, code: temporary }), secret),
    }),
  ])
}

/** Letters of this sort that one person gets in an hour, whoever causes them. */
const mostAnHour = 5

async function hadEnough(tx: Tx, personId: string): Promise<boolean> {
  const answer = await tx.$client.query<{ lately: number }>(
    `select count(*)::int as lately from one_time_token t join letter l on l.subject_id = t.id
      where t.person_id = $1 and t.purpose in ('activation', 'reset') and t.created_at > clock_timestamp() - interval '1 hour'`,
    [personId],
  )
  return (answer.rows[0]?.lately ?? 0) >= mostAnHour
}

interface MadeToken {
  readonly tokenId: string
  readonly token: string
  readonly temporaryHash: string | null
  readonly replaces: boolean
}

function newToken(purpose: PasswordPurpose, personId: string, made: MadeToken): readonly Write[] {
  return [
    {
      query: sql`(update one_time_token set expires_at = created_at
        where person_id = ${personId}::uuid and purpose = ${purpose} and used_at is null and expires_at > created_at
          and ${made.replaces} returning id)`,
    },
    {
      query: sql`(insert into one_time_token (id, provider_id, person_id, branding_domain_id, purpose, token_hash, temporary_hash,
          created_at, expires_at)
        select ${made.tokenId}::uuid, p.provider_id, p.id, coalesce(${sql.raw(homeOf)}, h.id), ${purpose}, ${hashText(made.token)},
          ${made.temporaryHash}, clock_timestamp(), clock_timestamp() + make_interval(hours => ${letterHours[purpose]})
        from person p ${sql.raw(withHome('p'))} where p.id = ${personId}::uuid returning id)`,
    },
  ]
}

/** The writes of an activation link that goes out in no letter: whoever asked for it hands it over. */
export async function activationLink(
  tx: Tx,
  personId: string,
): Promise<{ readonly token: string; readonly writes: readonly Write[] }> {
  await lockPerson(tx, personId)
  const [tokenId, token] = [randomUUID(), randomText()]
  return {
    token,
    writes: newToken('activation', personId, { tokenId, token, temporaryHash: null, replaces: true }),
  }
}
