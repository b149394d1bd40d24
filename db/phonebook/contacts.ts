import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import {
  type ContactDetails,
  type ContactField,
  type ContactValues,
  contactFields,
  contactValues,
  foundBy,
  groupsIn,
  mostContacts,
} from '#lib/phonebook/contact.ts'
import { groupNames, type PhonebookRefusal, phonebookWords } from '#lib/phonebook/words.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { dialsFrom } from '../account/dials-from.ts'
import type { AccountChange } from '../change.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { contact } from '../schema/phonebook.ts'
import { together, type Write } from '../write.ts'
import { idList, nextVersion } from './change.ts'
import { contactOf, phonebookHead } from './reads.ts'

/** What a form says of a contact. */
export interface TypedContact {
  readonly details: ContactDetails
  readonly groups: readonly string[]
}

/** Adds a contact. Refuses more than a phonebook holds. Groups that are gone meanwhile are left out. */
export async function addContact(
  change: AccountChange,
  { details, groups }: TypedContact,
): Promise<Result<{ readonly contactId: string }, PhonebookRefusal>> {
  const { tx, actor, account } = change
  const head = await phonebookHead(tx, account.id)
  if (head.total >= mostContacts) return refuse('too-many')
  const id = randomUUID()
  const own = { id, providerId: actor.providerId, accountId: account.id }
  const { reach, ...found } = foundBy(details, await dialsFrom(tx, account.id))
  await together(tx, [
    {
      query: tx
        .insert(contact)
        .values({ ...own, ...details, ...found, reach: [...reach] })
        .returning({ id: contact.id }),
      rows: 1,
    },
    joined(change, [id], groups),
    nextVersion(change),
    told(change, 'contact.added', id, { what: details.name }),
  ])
  return ok({ contactId: id })
}

/** Changes one. Of two who edit at once the second is told. Refuses `removed`, naming who removed it. */
export async function editContact(
  change: AccountChange,
  id: string,
  shown: ContactValues,
  { details, groups }: TypedContact,
): Promise<Result<Edited<ContactField>, 'removed' | 'not-found'>> {
  const { tx, account, partnerId } = change
  const found = await contactOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('removed', { state: 'removed', by: found.removed.by })
  const head = await phonebookHead(tx, account.id)
  const names = new Map(head.groups.map(group => [group.id, group.name]))
  const from = await dialsFrom(tx, account.id)
  const { groups: own, removed: _, id: __, ...stored } = found
  const values = {
    shown,
    stored: contactValues(stored, own),
    typed: contactValues(
      details,
      groups.filter(group => names.has(group)),
    ),
  }
  const subject = {
    id,
    action: 'contact.updated',
    what: found.name,
    called: (field: string, value: string) => (field === 'groups' ? groupsTold(value, names) : value),
    where: { accountId: account.id },
    partnerId,
  } as const
  return ok(
    await applyEdit(change, subject, contactFields, values, changes => [
      rewritten(change, id, details, foundBy(details, from)),
      ...(changes.groups ? regrouped(change, id, groupsIn(values.typed.groups)) : []),
      nextVersion(change),
    ]),
  )
}

/** Names of groups as the history keeps them, in no language. */
function groupsTold(value: string, names: ReadonlyMap<string, string>): string {
  return value === '' ? '' : groupNames(value, names, 'en').replace(phonebookWords.en.noGroup, '')
}

/** Removes one; for some days it can be brought back. Refuses `removed`, naming who was faster. */
export async function removeContact(
  change: AccountChange,
  id: string,
): Promise<Result<null, 'removed' | 'not-found'>> {
  const { tx, account } = change
  const found = await contactOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('removed', { state: 'removed', by: found.removed.by })
  await together(tx, [
    {
      query: sql`(update contact set ended_at = clock_timestamp()
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    nextVersion(change),
    told(change, 'contact.removed', id, { what: found.name }),
  ])
  return ok(null)
}

/** Brings one back, with its groups. Refuses one that is there, and more than a phonebook holds. */
export async function restoreContact(
  change: AccountChange,
  id: string,
): Promise<Result<null, PhonebookRefusal | 'there' | 'not-found'>> {
  const { tx, account } = change
  const found = await contactOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (!found.removed) return refuse('there')
  if (!found.removed.canComeBack) return refuse('not-found')
  const head = await phonebookHead(tx, account.id)
  if (head.total >= mostContacts) return refuse('too-many')
  await together(tx, [
    {
      query: sql`(update contact set ended_at = null
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is not null returning id)`,
      rows: 1,
    },
    nextVersion(change),
    told(change, 'contact.restored', id, { what: found.name }),
  ])
  return ok(null)
}

function rewritten(
  { account }: AccountChange,
  id: string,
  details: ContactDetails,
  { likeness, findable, reach }: ReturnType<typeof foundBy>,
): Write {
  const { name, company, work, mobile, home, email, note } = details
  return {
    query: sql`(update contact set name = ${name}, company = ${company}, work = ${work}, mobile = ${mobile}, home = ${home},
        email = ${email}, note = ${note}, likeness = ${likeness}, findable = ${findable},
        reach = array(select jsonb_array_elements_text(${JSON.stringify(reach)}::jsonb))
      where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is null returning id)`,
    rows: 1,
  }
}

/** Puts contacts into groups; who is in one already stays there. Groups of others, and removed ones, are none. */
export function joined(
  { actor, account }: AccountChange,
  contacts: readonly string[],
  groups: readonly string[],
): Write {
  return {
    query: sql`(insert into contact_in_group (provider_id, account_id, contact_id, group_id)
      select ${actor.providerId}::uuid, ${account.id}::uuid, c, g.id from unnest(${idList(contacts)}) c
        join contact_group g on g.account_id = ${account.id}::uuid and g.ended_at is null and g.id = any(${idList(groups)})
      on conflict do nothing returning contact_id)`,
  }
}

/** Leaves the contact in these of the groups that there are. */
function regrouped(change: AccountChange, id: string, groups: readonly string[]): readonly Write[] {
  return [
    {
      query: sql`(delete from contact_in_group i using contact_group g
        where i.contact_id = ${id}::uuid and i.account_id = ${change.account.id}::uuid and g.id = i.group_id
          and g.ended_at is null and g.id <> all(${idList(groups)}) returning i.group_id)`,
    },
    joined(change, [id], groups),
  ]
}
