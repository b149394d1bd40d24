import type { PhoneContact, PhoneGroup } from '#lib/phonebook/xml.ts'
import { contactXml, groupsXml, xmlFoot, xmlHead } from '#lib/phonebook/xml.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { detailColumns } from './reads.ts'

/** What a phone may read: whose phonebook, and in which state it is. */
export interface Feed {
  readonly accountId: string
  /** Another one whenever what is read is another: the address, and how often the phonebook was changed. */
  readonly tag: string
}

/**
 * The phonebook of this token; null where the token counts for nothing: unknown, replaced or switched off, of a closed
 * account. Behind the wall of the provider whose host was asked, another's is unknown, too.
 */
export async function feedOf(tx: Tx, token: string): Promise<Feed | null> {
  const hash = hashText(token)
  const answer = await tx.$client.query<{ accountId: string; version: number }>({
    name: 'phonebook-of-token',
    text: `select p.account_id as "accountId", p.version from phonebook p
      join account a on a.id = p.account_id and a.closed_at is null where p.token_hash = $1`,
    values: [hash],
  })
  const [row] = answer.rows
  return row ? { accountId: row.accountId, tag: `"${hash.slice(0, 16)}-${row.version}"` } : null
}

/** Notes that a phone has read it; once a minute is enough. */
export async function noteFetch(tx: Tx, accountId: string, phone: string): Promise<void> {
  await tx.$client.query(
    `update phonebook set fetched_at = clock_timestamp(), fetched_by = $2 where account_id = $1
      and (fetched_at is null or fetched_at < clock_timestamp() - interval '1 minute')`,
    [accountId, phone],
  )
}

/** The whole of it, as phones read it. */
export async function feedXml(tx: Tx, accountId: string): Promise<string> {
  const groups = await tx.$client.query<PhoneGroup>(
    `select g.id, g.name from contact_group g where g.account_id = $1 and g.ended_at is null order by g.folded, g.id`,
    [accountId],
  )
  const contacts = await tx.$client.query<PhoneContact>(
    `select ${detailColumns}, array(select i.group_id::text from contact_in_group i where i.contact_id = c.id) as groups
      from contact c where c.account_id = $1 and c.ended_at is null order by c.likeness, c.id`,
    [accountId],
  )
  const parts = contacts.rows.map(contact => contactXml(contact, groups.rows))
  return `${xmlHead}${groupsXml(groups.rows)}${parts.join('')}${xmlFoot}`
}
