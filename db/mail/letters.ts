import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '#lib/language.ts'
import { type LetterKind, priorityOf } from '#lib/mail/kinds.ts'
import { actsFromParent, decidesOnIts, isApprover } from '../approvers.ts'
import type { Write } from '../write.ts'
import { intoLetter, isToldAtFirm } from './into-letter.ts'

/** A letter to be written: the sender looks up the facts again when it goes out, and drops it if they no longer hold. */
export interface NewLetter {
  readonly kind: LetterKind
  /** The request, grant, relationship or token that it reports on. */
  readonly subjectId: string
  readonly accountId: string | null
  /** What tells this letter from others of its kind about the same subject; the same twice is written once. */
  readonly occasion: string
  readonly facts?: Record<string, unknown>
  /** The person who did it needs no letter about it. */
  readonly except?: string
}

/** Letters to everybody who may decide on partner access for the account. */
export function toApprovers(letter: NewLetter & { readonly accountId: string }): Write {
  return written(
    letter,
    sql`select distinct m.person_id from membership m join account a on a.id = ${letter.accountId}::uuid
        where ${sql.raw(isApprover('m', 'a'))}`,
  )
}

/** The same to the approvers of several accounts; to each what is theirs, as `facts` says it. */
export function toApproversOfEach(
  letter: Omit<NewLetter, 'accountId' | 'facts'>,
  accounts: readonly { readonly accountId: string; readonly facts: Record<string, unknown> }[],
): Write {
  const key = `${letter.kind}:${letter.subjectId}:${letter.occasion}:`
  const each = JSON.stringify(accounts.map(({ accountId, facts }) => ({ account_id: accountId, facts })))
  return {
    query: sql`(${sql.raw(intoLetter())}
      select p.provider_id, p.home_brand_id, a.id, p.id, p.email, p.name, p.language, ${letter.kind}, ${letter.subjectId}::uuid,
        e.facts, ${priorityOf(letter.kind)}::int, ${key} || a.id || ':' || p.id
      from jsonb_to_recordset(${each}::jsonb) as e(account_id uuid, facts jsonb) join account a on a.id = e.account_id
      cross join lateral (
        select m.person_id from membership m where m.account_id = a.id and ${sql.raw(decidesOnIts('m'))}
        union select m.person_id from membership m where ${sql.raw(actsFromParent('m', 'a'))}) r
      join person p on p.id = r.person_id
      where p.disabled_at is null and p.id is distinct from ${letter.except ?? null}::uuid
      on conflict (dedupe_key) do nothing returning id)`,
  }
}

/** Letters to the firm's administrators, and to those of its staff who asked for what the letter is about. */
export function toPartner(
  letter: NewLetter & { readonly partnerId: string; readonly asked: readonly string[] },
): Write {
  return written(
    letter,
    sql`select distinct s.person_id from partner_staff s
        cross join (select ${`{${letter.asked.join(',')}}`}::uuid[] as ids) asked
        where s.partner_id = ${letter.partnerId}::uuid and ${sql.raw(isToldAtFirm('s', 's.person_id = any(asked.ids)'))}`,
  )
}

export function toPerson(
  letter: NewLetter & {
    readonly personId: string
    /** Missing = the person's own name. */
    readonly toName?: string
    /** Where it must be known before. */
    readonly id?: string
    readonly secret?: string
    readonly brandingDomainId?: string
  },
): Write {
  return written(letter, sql`select ${letter.personId}::uuid as person_id`, letter)
}

/**
 * A letter to an address that need not be anybody's here. Whoever is known by it gets it in their language and from their
 * own branding domain; else it is dressed as the account's.
 */
export function toMailbox(
  letter: NewLetter & {
    readonly accountId: string
    readonly address: string
    readonly canonical: string
    readonly language: Language
    readonly secret: string
  },
): Write {
  const { kind, subjectId, accountId, occasion, address, canonical, language, secret } = letter
  const facts = JSON.stringify(letter.facts ?? {})
  return {
    query: sql`(${sql.raw(intoLetter('secret'))}
      select a.provider_id, coalesce(p.home_brand_id, a.home_brand_id), a.id, p.id, coalesce(p.email, ${address}::text),
        coalesce(p.name, ${address}::text), coalesce(p.language, ${language}::text), ${kind}, ${subjectId}::uuid, ${facts}::jsonb,
        ${priorityOf(kind)}::int, ${`${kind}:${subjectId}:${occasion}`}, ${secret}
      from account a left join person p on p.provider_id = a.provider_id and p.email_canonical = ${canonical}
      where a.id = ${accountId}::uuid on conflict (dedupe_key) do nothing returning id)`,
    rows: 1,
  }
}

/** One row per recipient, each in their own language and from their own branding domain. */
function written(
  letter: NewLetter,
  recipients: SQL,
  {
    id,
    secret,
    brandingDomainId,
    toName,
  }: { id?: string; secret?: string; brandingDomainId?: string; toName?: string } = {},
): Write {
  const key = `${letter.kind}:${letter.subjectId}:${letter.occasion}:`
  const facts = JSON.stringify(letter.facts ?? {})
  return {
    query: sql`(${sql.raw(intoLetter('id', 'secret'))}
      select p.provider_id, coalesce(${brandingDomainId ?? null}::uuid, p.home_brand_id), ${letter.accountId}::uuid, p.id, p.email, coalesce(${toName ?? null}, p.name), p.language,
        ${letter.kind}, ${letter.subjectId}::uuid, ${facts}::jsonb, ${priorityOf(letter.kind)}::int, ${key} || p.id,
        coalesce(${id ?? null}::uuid, gen_random_uuid()), ${secret ?? null}
      from (${recipients}) r join person p on p.id = r.person_id
      where p.disabled_at is null and p.id is distinct from ${letter.except ?? null}::uuid
      on conflict (dedupe_key) do nothing returning id)`,
  }
}
