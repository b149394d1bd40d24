import { foldedText } from '#lib/fold.ts'
import type { Tx } from '../client.ts'
import { containing, folded, foldedWords } from '../lists/name-search.ts'
import { accountsOf } from './accounts.ts'

/** What a search by name offers to choose from. */
export interface Match {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** What tells those of one name apart: the slug of an account, the Partner ID of a firm. */
  readonly mark: string
}

export const mostMatches = 25

/** Open accounts whose name or slug matches what was typed, the likeliest first. */
export async function accountMatches(tx: Tx, providerId: string, typed: string): Promise<readonly Match[]> {
  if (foldedWords(typed).length === 0) return []
  const found = await accountsOf(tx, providerId, { filter: 'open', search: typed, after: undefined })
  return found.accounts.map(({ id, slug, name }) => ({ id, slug, name, mark: slug }))
}

/** The statement of an account by its slug or its name, for what looks at its plan too. */
export function meantStatement(providerId: string, typed: string) {
  const text = `select id, slug, name, slug as mark from account
    where provider_id = $1 and closed_at is null and (slug = $2 or name_folded = $3) order by slug = $2 desc, slug limit 6`
  return { name: 'account-meant', text, values: [providerId, typed.toLowerCase(), foldedText(typed)] }
}

/** The one open account that is meant, by its slug or its name; else those that may be. */
export async function accountMeant(
  tx: Tx,
  providerId: string,
  typed: string,
): Promise<{ readonly one: Match } | { readonly several: readonly Match[] }> {
  const exact = await tx.$client.query<Match>(meantStatement(providerId, typed))
  const [first, second] = exact.rows
  if (first && (!second || first.slug === typed.toLowerCase())) return { one: first }
  if (first) return { several: exact.rows }
  return { several: (await accountMatches(tx, providerId, typed)).slice(0, 6) }
}

/** Open firms whose name or Partner ID holds what was typed. */
export async function partnerMatches(tx: Tx, providerId: string, typed: string): Promise<readonly Match[]> {
  const pattern = containing(typed)
  if (pattern === null) return []
  const answer = await tx.$client.query<Match>(
    `select id, slug, name, partner_code as mark from partner
      where provider_id = $1 and closed_at is null and (${folded('name')} like $2 or ${folded('partner_code')} like $2)
      order by ${folded('name')}, id limit ${mostMatches}`,
    [providerId, pattern],
  )
  return answer.rows
}

/** The open firm of that id; null where there is none. */
export async function partnerMeant(tx: Tx, providerId: string, id: string): Promise<Match | null> {
  const answer = await tx.$client.query<Match>(
    `select id, slug, name, partner_code as mark from partner where provider_id = $1 and id = $2 and closed_at is null`,
    [providerId, id],
  )
  return answer.rows[0] ?? null
}
