import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { mostContacts } from '#lib/phonebook/contact.ts'
import type { PhonebookRefusal } from '#lib/phonebook/words.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { together } from '../write.ts'
import { idList, namesTold, nextVersion } from './change.ts'
import { joined } from './contacts.ts'
import { groupOf } from './groups.ts'
import { contactOf, phonebookHead, removedWith } from './reads.ts'

interface Chosen {
  readonly id: string
  readonly name: string
}

/** Those of the chosen that are in the account's phonebook, by name. */
async function present({ tx, account }: AccountChange, ids: readonly string[]): Promise<readonly Chosen[]> {
  const answer = await tx.$client.query<Chosen>(
    `select c.id, c.name from contact c where c.account_id = $1 and c.id = any($2::uuid[]) and c.ended_at is null
      order by c.likeness, c.id`,
    [account.id, ids],
  )
  return answer.rows
}

/**
 * Removes several at once; each can be brought back. What somebody else removed meanwhile is left as it is: gives how many
 * were removed, and one of them, by which all of these are brought back. Refuses where none of them is there any more.
 */
export async function removeContacts(
  change: AccountChange,
  ids: readonly string[],
): Promise<Result<{ readonly count: number; readonly first: string }, 'none-left'>> {
  const { tx, account } = change
  const there = await present(change, ids)
  const [first] = there
  if (!first) return refuse('none-left')
  await together(tx, [
    {
      query: sql`(update contact set ended_at = statement_timestamp() where account_id = ${account.id}::uuid
        and id = any(${idList(there.map(one => one.id))}) and ended_at is null returning id)`,
      rows: there.length,
    },
    nextVersion(change),
    there.length === 1
      ? told(change, 'contact.removed', first.id, { what: first.name })
      : told(change, 'contacts.removed', account.id, {
          what: String(there.length),
          whom: namesTold(there.map(one => one.name)),
        }),
  ])
  return ok({ count: there.length, first: first.id })
}

/**
 * Brings back all that were removed by one press, by one of them. What somebody brought back meanwhile is left as it is:
 * gives how many came back. Refuses where none of them is removed any more, and more than a phonebook holds.
 */
export async function restoreTogether(
  change: AccountChange,
  id: string,
): Promise<Result<{ readonly count: number }, PhonebookRefusal | 'there' | 'not-found'>> {
  const { tx, account } = change
  const one = await contactOf(tx, account.id, id)
  if (!one) return refuse('not-found')
  if (!one.removed) return refuse('there')
  if (!one.removed.canComeBack) return refuse('not-found')
  const { total } = await phonebookHead(tx, account.id)
  const gone = await tx.$client.query<Chosen>(
    `select o.id, o.name from contact c join contact o on ${removedWith('c', 'o')}
      where c.account_id = $1 and c.id = $2 order by o.likeness, o.id`,
    [account.id, id],
  )
  const ids = gone.rows.map(row => row.id)
  if (total + ids.length > mostContacts) return refuse('too-many')
  await together(tx, [
    {
      query: sql`(update contact set ended_at = null where account_id = ${account.id}::uuid
        and id = any(${idList(ids)}) and ended_at is not null returning id)`,
      rows: ids.length,
    },
    nextVersion(change),
    ids.length === 1
      ? told(change, 'contact.restored', id, { what: one.name })
      : told(change, 'contacts.restored', account.id, {
          what: String(ids.length),
          whom: namesTold(gone.rows.map(row => row.name)),
        }),
  ])
  return ok({ count: ids.length })
}

/** Puts several into a group. Refuses where none of them is there any more, and a group that is gone. */
export async function groupContacts(
  change: AccountChange,
  ids: readonly string[],
  groupId: string,
): Promise<Result<{ readonly count: number }, 'none-left' | 'group-removed' | 'not-found'>> {
  const { tx, account } = change
  const group = await groupOf(tx, account.id, groupId)
  if (!group) return refuse('not-found')
  if (group.removed) return refuse('group-removed', { state: 'removed', by: group.removed.by })
  const there = await present(change, ids)
  if (there.length === 0) return refuse('none-left')
  await together(tx, [
    joined(
      change,
      there.map(one => one.id),
      [groupId],
    ),
    nextVersion(change),
    told(change, 'contacts.grouped', groupId, {
      what: group.name,
      whom: namesTold(there.map(one => one.name)),
    }),
  ])
  return ok({ count: there.length })
}
