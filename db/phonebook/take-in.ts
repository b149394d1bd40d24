import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { foldedText } from '#lib/fold.ts'
import { likenessOf } from '#lib/phonebook/contact.ts'
import type { PlacedRow } from '#lib/phonebook/file.ts'
import type { KnownContact } from '#lib/phonebook/meant.ts'
import { type KeptContact, type TakeIn, weighFile } from '#lib/phonebook/take-in.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { dialsFrom } from '../account/dials-from.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { taken, type Upload, uploadOf } from '../csv/upload.ts'
import { together, type Write } from '../write.ts'
import { nextVersion } from './change.ts'
import { detailColumns, phonebookHead } from './reads.ts'

/** What taking these rows in would come to at this moment. Changes nothing. */
export async function weighed(tx: Tx, accountId: string, rows: readonly PlacedRow[]): Promise<TakeIn> {
  const head = await phonebookHead(tx, accountId)
  const meant = [...new Set(rows.map(row => likenessOf({ name: row.name, company: row.company ?? '' })))]
  const marked = rows.flatMap(({ id }) => (id ? [id] : []))
  const answer = await tx.$client.query<KnownContact['details'] & { id: string; groups: string[] }>(
    `select c.id, ${detailColumns}, array(select i.group_id::text from contact_in_group i where i.contact_id = c.id) as groups
      from contact c where c.account_id = $1 and c.ended_at is null
        and (c.likeness = any($2::text[]) or c.id = any($3::uuid[])) order by c.likeness, c.id`,
    [accountId, meant, marked],
  )
  const contacts = answer.rows.map(({ id, groups, ...details }) => ({ id, details, groups }))
  const known = { count: head.total, contacts, groups: head.groups, from: await dialsFrom(tx, accountId) }
  return weighFile(rows, known, randomUUID)
}

/** A file of the person's own, and what taking it in would come to; null where there is no such file any more. */
export async function lookedAt(
  tx: Tx,
  of: { readonly accountId: string; readonly personId: string },
  uploadId: string,
): Promise<{ readonly upload: Upload<PlacedRow>; readonly weighed: TakeIn } | null> {
  const upload = await uploadOf<PlacedRow>(tx, { ...of, module: 'phonebook' }, uploadId)
  return upload && { upload, weighed: await weighed(tx, of.accountId, upload.rows) }
}

/**
 * Takes a file in, all of it or nothing, as the phonebook is by now. Refuses one that is not there any more, that was taken in
 * already, and one with faults.
 */
export async function takeInFile(
  change: AccountChange,
  uploadId: string,
): Promise<Result<{ readonly changed: boolean }, 'not-found' | 'taken' | 'faults'>> {
  const { tx, actor, account } = change
  const found = await lookedAt(tx, { accountId: account.id, personId: actor.personId }, uploadId)
  if (!found) return refuse('not-found')
  const { upload, weighed: takeIn } = found
  if (upload.takenAt) return refuse('taken')
  if (upload.faultCount > 0 || takeIn.faults.length > 0) return refuse('faults')
  const { added, changed, same, newGroups, joins } = takeIn
  const nothing = added.length + changed.length + newGroups.length + joins.length === 0
  const writes = nothing
    ? []
    : [
        insertedGroups(change, newGroups),
        inserted(change, added),
        rewritten(change, changed),
        insertedJoins(change, joins),
        nextVersion(change),
        told(change, 'contacts.imported', account.id, {
          counts: { added: added.length, changed: changed.length, same },
        }),
      ]
  await together(tx, [...writes, taken(uploadId)])
  return ok({ changed: !nothing })
}

const columns = sql`id uuid, name text, company text, work text, mobile text, home text, email text, note text, likeness text, findable text, reach jsonb`

function recordset(contacts: readonly KeptContact[]) {
  const rows = contacts.map(({ id, details, ...found }) => ({ id, ...details, ...found }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${columns})`
}

const reach = sql`array(select jsonb_array_elements_text(r.reach))`

function inserted({ actor, account }: AccountChange, contacts: readonly KeptContact[]): Write {
  return {
    query: sql`(insert into contact (id, provider_id, account_id, name, company, work, mobile, home, email, note, likeness, findable, reach)
      select r.id, ${actor.providerId}::uuid, ${account.id}::uuid, r.name, r.company, r.work, r.mobile, r.home, r.email, r.note,
        r.likeness, r.findable, ${reach} from ${recordset(contacts)} returning id)`,
    rows: contacts.length,
  }
}

function rewritten({ account }: AccountChange, contacts: readonly KeptContact[]): Write {
  return {
    query: sql`(update contact c set name = r.name, company = r.company, work = r.work, mobile = r.mobile, home = r.home,
        email = r.email, note = r.note, likeness = r.likeness, findable = r.findable, reach = ${reach}
      from ${recordset(contacts)} where c.id = r.id and c.account_id = ${account.id}::uuid and c.ended_at is null returning c.id)`,
    rows: contacts.length,
  }
}

function insertedGroups({ actor, account }: AccountChange, groups: TakeIn['newGroups']): Write {
  const rows = groups.map(({ id, name }) => ({ id, name, folded: foldedText(name) }))
  return {
    query: sql`(insert into contact_group (id, provider_id, account_id, name, folded)
      select r.id, ${actor.providerId}::uuid, ${account.id}::uuid, r.name, r.folded
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, folded text) returning id)`,
    rows: groups.length,
  }
}

function insertedJoins({ actor, account }: AccountChange, joins: TakeIn['joins']): Write {
  return {
    query: sql`(insert into contact_in_group (provider_id, account_id, contact_id, group_id)
      select ${actor.providerId}::uuid, ${account.id}::uuid, r."contactId", r."groupId"
      from jsonb_to_recordset(${JSON.stringify(joins)}::jsonb) as r ("contactId" uuid, "groupId" uuid) returning contact_id)`,
    rows: joins.length,
  }
}
